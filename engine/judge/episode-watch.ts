import type { LoadedGame } from '../../games/catalog.ts';
import { type Check, checkOf } from '../../games/scenario/condition.ts';
import type { FixedScenario } from '../../games/scenario/draw.ts';
import type { ReadMemory } from '../../games/scenario/memory.ts';
import type { ToolsHost } from '../../native/types.ts';

/** What memory says of an episode once it is decided. */
export interface EpisodeResult {
  reached: boolean;
  why: 'reached' | 'failure-condition' | 'frame-limit';
  /** Frames from the start until then. */
  frame: number;
  /** CRC-32 over the pixels of that frame. */
  frameHash: number;
}

/** Frames after power-on in which memory is not looked at: it holds whatever it held until the game clears it. */
const clearingFrames = 60;
/** Frames between two pictures that go into the trace. */
const traceEvery = 30;

/**
 * Watches an episode from memory while it is played: runs the game frame by frame and looks after each
 * whether the scenario's goal is reached, its failure has come, or its limit is used up.
 */
export class EpisodeWatch {
  /** Frames played since the start. */
  frames = 0;
  /** Null until it is decided; what comes after changes nothing. */
  result: EpisodeResult | null = null;
  /** Over every 30th picture so far: two episodes with the same inputs have the same. */
  trace = 0;
  readonly read: ReadMemory;
  readonly #host: ToolsHost;
  readonly #limit: number;
  readonly #firstLook: number;
  readonly #success: Check;
  readonly #failure: Check | null;

  /** The host stands at the start of the episode. Throws for variables that the memory map lacks. */
  constructor(host: ToolsHost, game: LoadedGame, scenario: FixedScenario) {
    this.#host = host;
    this.#limit = scenario.frameLimit;
    this.read = (address, length) => host.readMemory(address, length);
    this.#success = checkOf(scenario.success, game.variable);
    this.#failure = scenario.failure ? checkOf(scenario.failure, game.variable) : null;
    this.#firstLook = scenario.start === 'power-on' ? clearingFrames : 0;
    if (this.#firstLook === 0) this.#begin();
  }

  /** Whether the game has cleared its memory, so that it can be believed. */
  get believed(): boolean {
    return this.frames >= this.#firstLook;
  }

  /** Runs frames with these buttons held, up to the frame that decides. */
  runUntilDecided(frames: number, buttons: number): void {
    for (let left = frames; left > 0 && this.result === null; left--) this.#frame(buttons);
  }

  /** Runs all these frames, also beyond the one that decides. */
  run(frames: number, buttons: number): void {
    for (let left = frames; left > 0; left--) this.#frame(buttons);
  }

  #begin(): void {
    this.#success.begin(this.read);
    this.#failure?.begin(this.read);
  }

  #frame(buttons: number): void {
    this.#host.run(1, buttons);
    this.frames += 1;
    if (this.result !== null) return;
    if (this.frames % traceEvery === 0) this.trace = (this.trace * 31 + this.#host.frameHash()) >>> 0;
    if (this.frames === this.#firstLook) this.#begin();
    if (!this.believed) return;
    if (this.#success.holds(this.read)) this.#decide('reached');
    else if (this.#failure?.holds(this.read)) this.#decide('failure-condition');
    else if (this.frames >= this.#limit) this.#decide('frame-limit');
  }

  #decide(why: EpisodeResult['why']): void {
    const frameHash = this.#host.frameHash();
    this.trace = (this.trace * 31 + frameHash) >>> 0;
    this.result = { reached: why === 'reached', why, frame: this.frames, frameHash };
  }
}
