import { checkedPath, checkedWhole } from './open-options.ts';
import { invalid } from './problem.ts';
import type { Placement } from './types.ts';

/** Our buttons in bit order, as in protocol/words.ts. */
const buttons = ['a', 'b', 'select', 'start', 'right', 'left', 'up', 'down', 'r', 'l'] as const;
type Button = (typeof buttons)[number];

/** The keys that mGBA takes for each button unless told otherwise. */
const mgbaKeys: Record<Button, string> = {
  a: 'x',
  b: 'z',
  select: 'BackSpace',
  start: 'Return',
  right: 'Right',
  left: 'Left',
  up: 'Up',
  down: 'Down',
  r: 's',
  l: 'a',
};

// In the order of the C++ side's enums (capture/window.h).
const keyMethods = ['best', 'fake-input', 'send-event'] as const;
const pixelWays = ['best', 'shared-memory', 'socket'] as const;

/** How the game's picture is taken from what its program shows. */
export interface ViewOptions {
  /** Size of the game's own picture in pixels; default 160×144. */
  gameSize?: { width: number; height: number };
  /** Where the game's picture is, in pixels of the window; default: it is looked for. */
  placement?: Placement;
  /** Black pictures in a row that are replaced by the last good one, 0 to 60; default 3. */
  holdBlackFrames?: number;
  /** Milliseconds one frame may take before the source counts as gone; default 1000. */
  hangTimeoutMs?: number;
}

export interface WindowOptions extends ViewOptions {
  /** Name of the X display; default: the variable DISPLAY. */
  display?: string;
  /** Which window: its number, or its title or class (whole, or else a part of it). */
  window: { id: number } | { title: string } | { windowClass: string };
  /** Keys by button, as X names them (`x`, `Return`, `Left`); default: those of mGBA. An empty name: none. */
  keys?: Partial<Record<Button, string>>;
  /**
   * How keys are pressed: `fake-input` as on the keyboard, for which the window must have the focus, or
   * `send-event` to this window alone, which some programs ignore; default `best`: the first that there is.
   */
  keyMethod?: (typeof keyMethods)[number];
  /** Whether to take the focus when keys need it; otherwise nothing is pressed without it. Default true. */
  takeFocus?: boolean;
  /** How pixels come; default `best`: through shared memory, or else through the connection. */
  pixels?: (typeof pixelWays)[number];
}

/** What the binary's `SourceHost` takes for a window. */
export interface NativeWindow {
  display: string;
  id: number;
  title: string;
  windowClass: string;
  keys: string[];
  keyMethod: number;
  takeFocus: boolean;
  pixels: number;
}

/** What it takes for every source. */
export interface NativeView {
  gameWidth: number;
  gameHeight: number;
  placement: Placement | null;
  holdBlackFrames: number;
  hangTimeoutMs: number;
}

const largestSide = 4096;

/** Checks what was given to `openWindowHost` and fills in the defaults; throws `configuration.invalid`. */
export const checkedWindow = (given: WindowOptions): NativeWindow => {
  if (typeof given !== 'object' || given === null) throw invalid('options', given, 'an object');
  const { keys = {}, keyMethod = 'best', takeFocus = true, pixels = 'best' } = given;
  if (typeof keys !== 'object' || keys === null) throw invalid('keys', keys, 'keys by button');
  for (const button of Object.keys(keys)) {
    if (!(buttons as readonly string[]).includes(button)) {
      throw invalid('keys', button, `keys by button: ${buttons.join(', ')}`);
    }
  }
  if (typeof takeFocus !== 'boolean') throw invalid('takeFocus', takeFocus, 'true or false');
  return {
    display: checkedDisplay(given.display),
    ...checkedChoice(given.window),
    keys: buttons.map((button) => checkedText(`keys.${button}`, keys[button] ?? mgbaKeys[button])),
    keyMethod: indexIn(keyMethods, 'keyMethod', keyMethod),
    takeFocus,
    pixels: indexIn(pixelWays, 'pixels', pixels),
  };
};

/** The same for what all sources take. */
export const checkedView = (given: ViewOptions): NativeView => {
  const {
    gameSize = { width: 160, height: 144 },
    placement,
    holdBlackFrames = 3,
    hangTimeoutMs = 1000,
  } = given;
  const side = (field: string, value: unknown, least: number): number =>
    checkedWhole(field, value, least, largestSide);
  return {
    gameWidth: side('gameSize.width', gameSize?.width, 1),
    gameHeight: side('gameSize.height', gameSize?.height, 1),
    placement: placement
      ? {
          x: side('placement.x', placement.x, 0),
          y: side('placement.y', placement.y, 0),
          width: side('placement.width', placement.width, 1),
          height: side('placement.height', placement.height, 1),
        }
      : null,
    holdBlackFrames: checkedWhole('holdBlackFrames', holdBlackFrames, 0, 60),
    hangTimeoutMs: checkedWhole('hangTimeoutMs', hangTimeoutMs, 1, 600_000),
  };
};

export const checkedDisplay = (display: unknown): string =>
  display === undefined ? '' : checkedPath('display', display);

const checkedChoice = (window: unknown): Pick<NativeWindow, 'id' | 'title' | 'windowClass'> => {
  const none = { id: 0, title: '', windowClass: '' };
  if (typeof window === 'object' && window !== null) {
    if ('id' in window) return { ...none, id: checkedWhole('window.id', window.id, 1, 0xffff_ffff) };
    if ('title' in window) return { ...none, title: checkedPath('window.title', window.title) };
    if ('windowClass' in window) {
      return { ...none, windowClass: checkedPath('window.windowClass', window.windowClass) };
    }
  }
  throw invalid('window', window, 'an id, a title or a windowClass');
};

const checkedText = (field: string, value: unknown): string => {
  if (typeof value !== 'string') throw invalid(field, value, 'the name of a key');
  return value;
};

const indexIn = (list: readonly string[], field: string, value: unknown): number => {
  const index = list.indexOf(value as string);
  if (index < 0) throw invalid(field, value, `one of ${list.join(', ')}`);
  return index;
};
