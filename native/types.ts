/**
 * The types of the addon's two doors. `native/index.ts` opens the *player's* door: it can run a core, press
 * buttons and see frames, and has no verb that reads the game's memory. `native/tools.ts` opens the *tools'*
 * door, another binary with the memory map on top, for labels, scoring and tests.
 */

/** What a core says of itself before it is given a game. */
export interface CoreInfo {
  path: string;
  name: string;
  version: string;
  /** File extensions it plays, without the dot. */
  extensions: string[];
}

/** A write into the game's memory before its first frame: how a scenario sets its seed. Never a read. */
export interface SetupWrite {
  address: number;
  bytes: Uint8Array;
}

export interface OpenOptions {
  /** Path of a libretro core. */
  core: string;
  /** Path of the ROM; it is read whole and given to the core by address (and by path if it insists). */
  rom: string;
  /** Folders the core may ask for; made if absent. */
  systemDir: string;
  saveDir: string;
  setup?: SetupWrite[];
  /** Core options by key, as the core itself names them. */
  options?: Record<string, string>;
  /** Milliseconds one frame may take before `run` gives up with `session.core-hung`; default 1000. */
  hangTimeoutMs?: number;
}

/** The picture's and sound's properties, as the core gives them for the loaded game. */
export interface HostInfo {
  core: CoreInfo;
  /** Frames a second, the core's own rate. */
  fps: number;
  sampleRate: number;
  width: number;
  height: number;
  maxWidth: number;
  maxHeight: number;
}

/** A picture, copied out of the frame ring. */
export interface Picture {
  /** Number of the frame in the session, from 0. */
  frame: number;
  width: number;
  height: number;
  format: '0rgb1555' | 'xrgb8888' | 'rgb565';
  /** Milliseconds since 1970 at which the core handed it over. */
  capturedAt: number;
  /** Tightly packed: the core's pitch is already honoured. */
  pixels: Uint8Array;
  /** The same picture as luminance, `width * height` bytes. */
  grey: Uint8Array;
}

/** When a frame's picture was handed over (or taken of a window), without the picture. */
export interface PictureTime {
  frame: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** How many words the outputs of the eyes' network stand for. */
export interface EyesWords {
  modes: number;
  classes: number;
}

/** A network that reads letters, one an 8×8 tile, where the eyes see text. */
export interface LettersModel {
  onnx: Uint8Array;
  /** The class that the eyes give to cells with text. */
  textClass: number;
}

/** What was read in a frame. */
export interface SeenLetters {
  /** ASCII code of each 8×8 tile, row by row, twice as many a row as cells; 0 where there is no letter. */
  tiles: Uint8Array;
  /** Tiles with text that are read with the next frame. */
  unread: number;
  /** What the cache of known tiles did since the eyes were attached. */
  cache: { hits: number; misses: number; evictions: number; entries: number; bytes: number };
}

/** What the eyes on the frame thread say of a frame; plain numbers, whose words the caller knows. */
export interface SeenFrame {
  frame: number;
  /** Index of the screen mode, and its probability, 0–1. */
  mode: number;
  modeProbability: number;
  /** Whether the network says that the view rests on the grid. */
  aligned: boolean;
  columns: number;
  rows: number;
  /** Index of each cell's class, row by row, and its confidence in percent. */
  cells: Uint8Array;
  cellConfidence: Uint8Array;
  /** Pixels that the view went right and down since the eyes were attached. */
  scrollX: number;
  scrollY: number;
  /** Frames in a row without scroll. */
  stillFrames: number;
  /** From the frame's first instruction to this observation, in microseconds. */
  pathUs: number;
  /** Frames since the eyes were attached that were as the one before: they cost no inference. */
  unchangedFrames: number;
  /** What was read; null where the eyes do not read. */
  letters: SeenLetters | null;
}

/** Distribution of one stage in microseconds. */
export interface HistogramStats {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  p999: number;
  max: number;
}

/**
 * Stages that the native side times. `path` is a frame's whole way on the frame thread; `age`, which is no part
 * of it, is how long ago the picture was taken when its observation could be read. `work` is the processor time
 * of `path`: a path that took long without it was the machine's pause, not ours.
 */
export type NativeStage = 'late' | 'core' | 'preprocess' | 'publish' | 'infer' | 'path' | 'age' | 'work';

export interface HostMetrics {
  /** Frames run since the game was loaded. */
  frames: number;
  /** Frames that began more than one frame after their deadline. */
  lateFrames: number;
  /** Frames that the clock gave up after a stall, since it was last started: they will never run. */
  lostFrames: number;
  /** Frames by which the real-time clock is behind (+) the wall clock since it was last started. */
  driftFrames: number;
  stages: Record<NativeStage, HistogramStats>;
  /** Resident memory of the process in bytes. */
  residentBytes: number;
}

/** Inputs as runs: frames for which the same buttons were held. */
export interface InputRun {
  frames: number;
  buttons: number;
}

/**
 * One loaded core with one game. Everything is done on the host's own frame thread; no verb calls back into
 * JavaScript. Every verb throws `EeveeError`-shaped errors (`problem` property); all verbs after `close`
 * throw `session.ended`.
 */
export interface Host {
  readonly info: HostInfo;
  /** Lockstep: runs that many frames with these buttons held and waits for them. */
  run(frames: number, buttons: number): void;
  /** Real time: the buttons held from the next frame on. */
  setButtons(buttons: number): void;
  /** Starts the paced clock; absolute deadlines at `info.fps × speed`. */
  startClock(speed: number): void;
  setSpeed(speed: number): void;
  /** Stops the paced clock after the frame under way. */
  stopClock(): void;
  /** Number of the newest frame, −1 before the first; reads shared memory, makes no native call. */
  newestFrame(): number;
  /** Copies the newest picture; null before the first frame. */
  picture(): Picture | null;
  /** When the last pictures after frame `after` were handed over, oldest first; the ring holds the last seven. */
  pictureTimes(after: number): PictureTime[];
  /** Only the luminance of the newest picture, into the array given (`width * height`); returns its frame number. */
  readGrey(into: Uint8Array): number;
  /** Writes a sealed state file (core, version, ROM hash, frame, CRC) atomically. */
  saveState(path: string): { frame: number; bytes: number };
  /** Refuses files of another core or ROM (`resource.state-foreign`) or damaged (`resource.state-broken`). */
  loadState(path: string): { frame: number };
  /**
   * Keeps the core's state in the binary's own memory, packed: a number comes back, never its bytes. `frame` is
   * the number of the next frame. The frame thread only copies it.
   */
  keepState(): { id: number; frame: number };
  /** Goes back to a kept state; frames go on being counted. Throws `resource.state-missing`. */
  recallState(id: number): void;
  /** Writes a kept state as a sealed file, like {@link saveState}. Throws what that does. */
  writeKept(id: number, path: string): { frame: number; bytes: number };
  /** Forgets a kept state; one that is not kept is nothing to do. */
  dropKept(id: number): void;
  /** Bytes that all kept states take. */
  keptBytes(): number;
  /** Takes the input runs recorded since the last call. */
  takeInputs(): InputRun[];
  /** Takes interleaved stereo samples from the audio ring, oldest first; at most `into.length`; returns how many. */
  readAudio(into: Int16Array): number;
  /**
   * Has each frame from the next one on looked at on the frame thread, by an ONNX network whose outputs stand
   * for so many modes and classes. May be called while the clock runs. Throws `resource.model-invalid`, with
   * `field: 'operator'` where only our engine cannot run the network.
   */
  attachEyes(onnx: Uint8Array, words: EyesWords, letters?: LettersModel): void;
  /** What the eyes say of the newest frame; null without eyes or before the first frame. */
  observe(): SeenFrame | null;
  /** CRC-32 over the pixels of the newest frame, for determinism checks. */
  frameHash(): number;
  metrics(): HostMetrics;
  /** Forgets timing so far (after loading, after a pause). */
  resetMetrics(): void;
  close(): void;
}

/** The tools' host: the same, with the memory map. */
export interface ToolsHost extends Host {
  /** Reads from the core's memory map; addresses as the emulated processor sees them. */
  readMemory(address: number, length: number): Uint8Array;
  writeMemory(address: number, bytes: Uint8Array): void;
  /** Regions the core maps: start, length, whether writable. */
  memoryMap(): { start: number; length: number; writable: boolean; name: string }[];
  /** Serialised state in memory, for search and labels. */
  serialize(): Uint8Array;
  unserialize(state: Uint8Array): void;
}

/** A window of another program. */
export interface WindowFacts {
  id: number;
  title: string;
  /** The class that its program gives it; empty where it gives none. */
  windowClass: string;
  width: number;
  height: number;
  /** Whether it is shown now; a minimised one is not. */
  shown: boolean;
}

/** A rectangle in a window's pixels: where the game's picture lies, scaled. */
export interface Placement {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Stages of the frame path of a window or a file of frames; `capture` stands where a core's has `core`. */
export type SourceStage = Exclude<NativeStage, 'core'> | 'capture';

export interface SourceMetrics {
  /** Frames taken since it was opened. */
  frames: number;
  /** Those at which there was nothing new to see: the window is not shown, the recording repeats. */
  nothingNew: number;
  /** Those that were black, and how many of them were replaced by the last good one. */
  blackFrames: number;
  heldFrames: number;
  lateFrames: number;
  /** Looks at a window that did not happen in their time, since the clock was last started. */
  lostFrames: number;
  driftFrames: number;
  /**
   * Milliseconds since the newest picture was taken, −1 before the first. No part of any stage's time; the stage
   * `age` has the same at the moment when the observation could be read. A window's picture counts from before
   * it was asked for; the program may have drawn it up to one refresh earlier, which cannot be seen.
   */
  ageMs: number;
  /** A recording is over; the clock has stopped. */
  ended: boolean;
  /** Size of what the source shows, and where in it the game's picture was found. */
  sourceWidth: number;
  sourceHeight: number;
  placement: Placement;
  /** How often it was looked for: once for each size of the window, unless the picture changes its place. */
  placementSearches: number;
  stages: Record<SourceStage, HistogramStats>;
  /** Resident memory of the process in bytes. */
  residentBytes: number;
}

/** The figures that every host has; stages that it does not have are absent. */
export type SeenMetrics = Pick<
  HostMetrics,
  'frames' | 'lateFrames' | 'lostFrames' | 'driftFrames' | 'residentBytes'
> & { stages: Partial<Record<NativeStage | SourceStage, HistogramStats>> };

/** What every game is to whoever plays it: it runs, is seen, and takes buttons. */
export type SeenHost = Pick<
  Host,
  | 'run'
  | 'setButtons'
  | 'startClock'
  | 'stopClock'
  | 'newestFrame'
  | 'picture'
  | 'pictureTimes'
  | 'readGrey'
  | 'attachEyes'
  | 'observe'
  | 'frameHash'
  | 'resetMetrics'
  | 'close'
> & {
  metrics(): SeenMetrics;
  /** Frames (for a window: looks) a second, and the size of the game's picture. */
  readonly info: Pick<HostInfo, 'fps' | 'width' | 'height'>;
};

/**
 * A window, or a file of raw frames, as a game: the verbs of `Host` that make sense for it. Its frames count
 * looks, not what the program drew; a look that finds nothing new repeats the last picture, whose `capturedAt`
 * stays. Verbs throw `resource.window-gone` once the window was closed, `session.ended` after `close`.
 */
export interface SourceHost extends SeenHost {
  metrics(): SourceMetrics;
}
