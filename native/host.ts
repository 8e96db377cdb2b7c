import type { NativeHost } from './addon.ts';
import { mending } from './mending.ts';
import { checkedEyes, checkedMask, checkedPath, checkedSpeed, checkedWhole } from './open-options.ts';
import { invalid, NativeError } from './problem.ts';
import { RingDoor } from './ring-door.ts';
import type { EyesWords, Host, HostInfo, HostMetrics, InputRun, LettersModel } from './types.ts';

const mostFrames = 0xffff_ffff;

/**
 * A host at either door: checks what comes in, reads pictures from the ring it shares with the frame thread,
 * and leaves the rest to the binary's host.
 */
export class DoorHost<H extends NativeHost> extends RingDoor<H> implements Host {
  readonly info: HostInfo;

  constructor(native: H) {
    super(native, 'Open a new one; a saved state resumes where it was saved.');
    this.info = native.info();
  }

  attachEyes(onnx: Uint8Array, words: EyesWords, letters?: LettersModel): void {
    this.native.attachEyes(...checkedEyes(onnx, words, letters));
  }

  run(frames: number, buttons: number): void {
    this.native.run(checkedWhole('frames', frames, 0, mostFrames), checkedMask(buttons));
  }

  setButtons(buttons: number): void {
    this.native.setButtons(checkedMask(buttons));
  }

  startClock(speed: number): void {
    this.native.startClock(checkedSpeed(speed));
  }

  setSpeed(speed: number): void {
    this.native.setSpeed(checkedSpeed(speed));
  }

  stopClock(): void {
    this.native.stopClock();
  }

  saveState(path: string): { frame: number; bytes: number } {
    return this.native.saveState(checkedPath('path', path));
  }

  loadState(path: string): { frame: number } {
    return this.native.loadState(checkedPath('path', path));
  }

  keepState(): { id: number; frame: number } {
    if (typeof this.native.keepState !== 'function') {
      throw new NativeError({
        code: 'resource.addon-missing',
        message: 'The native addon is older than the program: it cannot keep states.',
        ...mending({
          remedy: 'Build it again with node native/build.js.',
          command: 'node native/build.js',
        }),
      });
    }
    return this.native.keepState();
  }

  recallState(id: number): void {
    this.native.recallState(checkedWhole('id', id, 0, mostFrames));
  }

  writeKept(id: number, path: string): { frame: number; bytes: number } {
    return this.native.writeKept(checkedWhole('id', id, 0, mostFrames), checkedPath('path', path));
  }

  dropKept(id: number): void {
    this.native.dropKept(checkedWhole('id', id, 0, mostFrames));
  }

  keptBytes(): number {
    return this.native.keptBytes();
  }

  takeInputs(): InputRun[] {
    return this.native.takeInputs();
  }

  readAudio(into: Int16Array): number {
    if (!(into instanceof Int16Array)) throw invalid('into', into, 'an Int16Array');
    return this.native.readAudio(into);
  }

  metrics(): HostMetrics {
    return { ...this.native.metrics(), residentBytes: process.memoryUsage.rss() };
  }

  resetMetrics(): void {
    this.native.resetMetrics();
  }
}
