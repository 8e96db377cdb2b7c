/**
 * The windows' door: a game that another program shows. It is seen as that program's window shows it, and
 * played with keys. No verb calls back into JavaScript; pictures come through the same ring as a core's.
 */
import { type Addon, loadAddon, type NativeHost, type NativeSourceHost } from './addon.ts';
import { checkedEyes, checkedMask, checkedPath, checkedSpeed, checkedWhole } from './open-options.ts';
import { RingDoor } from './ring-door.ts';
import type { EyesWords, LettersModel, SourceHost, SourceMetrics, WindowFacts } from './types.ts';
import {
  checkedDisplay,
  checkedView,
  checkedWindow,
  type ViewOptions,
  type WindowOptions,
} from './window-options.ts';

export type { WindowOptions } from './window-options.ts';

let addon: Addon<NativeHost> | undefined;
const loaded = (): Addon<NativeHost> => {
  addon ??= loadAddon<NativeHost>('eevee.node');
  return addon;
};

class DoorSourceHost extends RingDoor<NativeSourceHost> implements SourceHost {
  readonly info: SourceHost['info'];

  constructor(
    native: NativeSourceHost,
    { gameWidth, gameHeight }: { gameWidth: number; gameHeight: number },
  ) {
    super(native, 'Open a new one.');
    this.info = { fps: native.rate(), width: gameWidth, height: gameHeight };
  }

  attachEyes(onnx: Uint8Array, words: EyesWords, letters?: LettersModel): void {
    this.native.attachEyes(...checkedEyes(onnx, words, letters));
  }

  run(frames: number, buttons: number): void {
    this.native.run(checkedWhole('frames', frames, 0, 0xffff_ffff), checkedMask(buttons));
  }

  setButtons(buttons: number): void {
    this.native.setButtons(checkedMask(buttons));
  }

  startClock(speed: number): void {
    this.native.startClock(checkedSpeed(speed));
  }

  stopClock(): void {
    this.native.stopClock();
  }

  metrics(): SourceMetrics {
    return { ...this.native.metrics(), residentBytes: process.memoryUsage.rss() };
  }

  resetMetrics(): void {
    this.native.resetMetrics();
  }
}

/**
 * The windows of a display: those that the window manager lists, or all that have a title or a class.
 * @throws resource.display-missing, resource.addon-missing
 */
export const listWindows = (display?: string): WindowFacts[] => loaded().listWindows(checkedDisplay(display));

/**
 * Opens a window as a game that can be seen and played. Its clock asks the window 60 times a second for what
 * it shows.
 * @throws resource.display-missing, resource.window-missing, configuration.invalid, resource.addon-missing;
 *   its verbs throw resource.window-gone once the window was closed
 */
export const openWindowHost = (options: WindowOptions): SourceHost => {
  const window = checkedWindow(options);
  const view = checkedView(options);
  return new DoorSourceHost(new (loaded().SourceHost)({ ...view, window }), view);
};

/**
 * Opens a file of raw frames (native/capture/raw_frames.h says what one is) in place of a game.
 * @throws resource.frames-missing, resource.frames-broken, resource.addon-missing
 */
export const openFramesHost = (path: string, options: ViewOptions & { loop?: boolean } = {}): SourceHost => {
  const view = checkedView(options);
  const file = checkedPath('path', path);
  return new DoorSourceHost(new (loaded().SourceHost)({ ...view, file, loop: options.loop === true }), view);
};
