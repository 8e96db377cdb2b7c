import { EpisodeWatch } from '../../../engine/judge/episode-watch.ts';
import type { LoadedGame } from '../../../games/catalog.ts';
import type { ReferenceGame, ReferencePlayer } from '../../../games/reference.ts';
import { distanceOf } from '../../../games/scenario/condition.ts';
import type { FixedScenario } from '../../../games/scenario/draw.ts';
import { littleEndian } from '../../../games/scenario/memory.ts';
import type { ToolsHost } from '../../../native/types.ts';
import { type Button, buttonMask } from '../../../protocol/words.ts';
import { CoherenceMeter } from './coherence.ts';
import type { Judged } from './messages.ts';
import type { BlindPlayer } from './players.ts';

/** Thrown through a reference player when its episode is decided. */
const decided = Symbol('the episode is decided');
const usualPatience = 240;

/** One episode on an open game, with all that is measured on the way. */
export class WatchedEpisode implements ReferenceGame {
  readonly scenario: FixedScenario;
  readonly #game: LoadedGame;
  readonly #watch: EpisodeWatch;
  readonly #coherence: CoherenceMeter;
  #buttons = 0;
  #decisions = 0;
  #lastWords: string | null = null;

  /** `oracle`: whose distance is asked for first; the scenario's own measure stands in. */
  constructor(host: ToolsHost, game: LoadedGame, scenario: FixedScenario, oracle: ReferencePlayer | null) {
    this.scenario = scenario;
    this.#game = game;
    this.#watch = new EpisodeWatch(host, game, scenario);
    this.#coherence = new CoherenceMeter(
      this.#distance(oracle),
      scenario.progress?.patience ?? usualPatience,
    );
  }

  get frames(): number {
    return this.#watch.frames;
  }

  get decided(): boolean {
    return this.#watch.result !== null;
  }

  bytes(name: string): Uint8Array {
    const { address, length } = this.#game.variable(name);
    return this.#watch.read(address, length);
  }

  number(name: string): number {
    return littleEndian(this.bytes(name));
  }

  /** For a reference player: each change of the buttons is a decision. */
  hold(buttons: readonly Button[], frames: number): void {
    this.press(buttonMask(buttons), frames);
    if (this.decided) throw decided;
  }

  /** Buttons as a mask; nothing happens any more once it is decided. */
  press(mask: number, frames: number): void {
    if (mask !== this.#buttons && mask !== 0) this.decision();
    this.#buttons = mask;
    this.run(mask, frames);
  }

  run(mask: number, frames: number): void {
    this.#watch.runUntilDecided(frames, mask);
  }

  /** A decision is taken here. */
  decision(): void {
    this.#decisions += 1;
    if (this.#watch.believed) this.#coherence.mark(this.frames);
  }

  playBlind(player: BlindPlayer): void {
    while (!this.decided) this.press(player.next(this.frames), player.tickFrames);
  }

  /**
   * Plays until it is decided, or the player gives up: it returns, or throws something of its own. What broke
   * the game itself (an error with a problem) goes on.
   */
  playReference(player: ReferencePlayer): void {
    try {
      player.play(this);
    } catch (error) {
      if (error === decided) return;
      if (typeof error === 'object' && error !== null && 'problem' in error) throw error;
      this.#lastWords = error instanceof Error ? error.message : String(error);
    }
  }

  judged(host: ToolsHost): Omit<Judged, 'setUpMs' | 'residentBytes'> {
    const { result, frames, trace } = this.#watch;
    if (this.decided) this.#coherence.mark(frames);
    return {
      why: result?.why ?? 'undecided',
      frames: result?.frame ?? frames,
      frameHash: result?.frameHash ?? host.frameHash(),
      trace,
      decisions: this.#decisions,
      coherence: this.#coherence.coherence,
      lastWords: this.#lastWords,
    };
  }

  #distance(oracle: ReferencePlayer | null): (() => number | null) | null {
    if (oracle?.distance) return () => oracle.distance?.(this) ?? null;
    const { progress } = this.scenario;
    if (!progress) return null;
    const distance = distanceOf(progress, this.#game.variable);
    return () => distance(this.#watch.read);
  }
}
