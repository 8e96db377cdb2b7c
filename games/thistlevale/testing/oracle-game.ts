import type { Button } from '../../../protocol/words.ts';
import type { ReferenceGame } from '../../reference.ts';
import { fixScenario } from '../../scenario/draw.ts';
import { type Scenario, scenarioSchema } from '../../scenario/schema.ts';
import { PlayedGame } from './played-game.ts';

/** Says that more frames were played than make sense. */
export class OutOfFrames extends Error {}

/** A story without a goal of its own: whoever plays knows when it is over. */
const freePlay: Scenario = scenarioSchema.parse({
  name: 'free-play',
  kind: 'whole-story',
  title: 'Free play',
  goal: null,
  start: 'power-on',
  success: { variable: 'wEventFlags', bitsSet: [0] },
  frameLimit: 10_000_000,
});

/** A game that the oracle plays outside of a benchmark, up to a number of frames. */
export class OracleGame implements ReferenceGame {
  readonly scenario: ReferenceGame['scenario'];
  readonly played: PlayedGame;
  readonly #most: number;

  constructor(seed: number, most: number) {
    this.scenario = fixScenario(freePlay, seed);
    this.played = new PlayedGame(seed);
    this.#most = most;
  }

  get frames(): number {
    return this.played.frames;
  }

  bytes(name: string): Uint8Array {
    return this.played.bytes(name);
  }

  number(name: string): number {
    return this.played.number(name);
  }

  hold(buttons: readonly Button[], frames: number): void {
    this.played.hold([...buttons], frames);
    if (this.frames > this.#most) throw new OutOfFrames(`${this.#most} frames were played`);
  }

  close(): void {
    this.played.close();
  }
}
