import { type Button, screenModes } from '../../protocol/words.ts';
import type { OpenOracle, ReferenceGame } from '../reference.ts';
import { playChapter, type Walkable } from './testing/reference-walk.ts';

/** The verbs that the reference walk is written in, over a game that a benchmark plays. */
class Walker implements Walkable {
  readonly #game: ReferenceGame;

  constructor(game: ReferenceGame) {
    this.#game = game;
  }

  bytes(name: string): Uint8Array {
    return this.#game.bytes(name);
  }

  number(name: string): number {
    return this.#game.number(name);
  }

  hold(buttons: Button[], frames: number): void {
    this.#game.hold(buttons, frames);
  }

  wait(frames: number): void {
    this.hold([], frames);
  }

  press(button: Button, pause = 6): void {
    this.hold([button], 2);
    this.wait(pause);
  }

  until(_what: string, holds: () => boolean, buttons: Button[] = [], limit = 600): void {
    for (let frame = 0; frame < limit && !holds(); frame++) this.hold(buttons, 1);
  }

  mode(): string {
    return screenModes[this.number('wShownMode')] ?? 'blank';
  }

  position(): [number, number] {
    return [this.number('wPlayerX'), this.number('wPlayerY')];
  }

  dismiss(): void {
    for (let page = 0; page < 200 && this.mode() !== 'overworld'; page++) this.press('a', 4);
  }

  begin(): void {
    this.until('the title', () => this.mode() === 'title');
    this.wait(30);
    this.press('start', 20);
    this.dismiss();
  }
}

/** Knows the first chapter. */
export const openOracle: OpenOracle = ({ name }) =>
  name === 'gate'
    ? {
        play: (game) => {
          const walker = new Walker(game);
          walker.begin();
          playChapter(walker);
        },
      }
    : null;
