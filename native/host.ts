import type { NativeHost } from './addon.ts';
import { FrameRingReader } from './frame-ring.ts';
import { checkedPath, checkedWhole } from './open-options.ts';
import { invalid, NativeError } from './problem.ts';
import type { Host, HostInfo, HostMetrics, InputRun, Picture } from './types.ts';

const buttonCount = 10;
const largestMask = (1 << buttonCount) - 1;
const mostFrames = 0xffff_ffff;

/**
 * A host at either door: checks what comes in, reads pictures from the ring it shares with the frame thread,
 * and leaves the rest to the binary's host.
 */
export class DoorHost<H extends NativeHost> implements Host {
  readonly info: HostInfo;
  readonly #native: H;
  readonly #ring: FrameRingReader;
  #closed = false;

  constructor(native: H) {
    this.#native = native;
    this.info = native.info();
    // JavaScript owns the memory and native code writes into it: Electron forbids the other way around.
    const memory = new SharedArrayBuffer(native.ringBytes());
    native.attachRing(new Uint8Array(memory));
    this.#ring = new FrameRingReader(memory);
  }

  /** The binary's host, for as long as this one is open. */
  protected get native(): H {
    this.#requireOpen();
    return this.#native;
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

  newestFrame(): number {
    this.#requireOpen();
    return this.#ring.newestFrame();
  }

  picture(): Picture | null {
    this.#requireOpen();
    return this.#ring.picture();
  }

  readGrey(into: Uint8Array): number {
    this.#requireOpen();
    if (!(into instanceof Uint8Array)) throw invalid('into', into, 'a Uint8Array');
    return this.#ring.readGrey(into);
  }

  frameHash(): number {
    this.#requireOpen();
    return this.#ring.hash();
  }

  saveState(path: string): { frame: number; bytes: number } {
    return this.native.saveState(checkedPath('path', path));
  }

  loadState(path: string): { frame: number } {
    return this.native.loadState(checkedPath('path', path));
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

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#native.close();
  }

  #requireOpen(): void {
    if (!this.#closed) return;
    throw new NativeError({
      code: 'session.ended',
      message: 'This host was closed.',
      remedy: 'Open a new one; a saved state resumes where it was saved.',
    });
  }
}

const checkedMask = (buttons: unknown): number => checkedWhole('buttons', buttons, 0, largestMask);

const checkedSpeed = (speed: unknown): number => {
  if (typeof speed !== 'number') throw invalid('speed', speed, 'a number');
  return speed;
};
