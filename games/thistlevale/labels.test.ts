import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlayedGame } from './testing/played-game.ts';
import { leaveHouse, walkTo } from './testing/reference-walk.ts';

const width = 160;
let game: PlayedGame;
beforeEach(() => {
  game = new PlayedGame(7);
  game.begin();
  leaveHouse(game);
});
afterEach(() => game.close());

/** The cell of a picture as text, for comparing. */
const cell = (grey: Uint8Array, column: number, row: number): string => {
  const rows = Array.from({ length: 16 }, (_, y) => {
    const at = (row * 16 + y) * width + column * 16;
    return grey.subarray(at, at + 16).join();
  });
  return rows.join(';');
};

test('a picture is called aligned exactly when it stands on the grid', () => {
  walkTo(game, 3, 6);
  const standing = game.host.picture()!.grey;
  expect(game.labels().aligned).toBe(true);
  for (let frame = 1; frame <= 64; frame++) {
    game.hold(['right'], 1);
    const { aligned } = game.labels();
    const walked = game.number('wShownX') * 16 - game.number('wShownWalk') - 3 * 16;
    expect(aligned).toBe(walked % 16 === 0);
    expect(shift(standing, game.host.picture()!.grey)).toBe(walked);
  }
});

/** By how many pixels the picture has moved to the left, judged by rows of meadow and fence without people. */
const shift = (before: Uint8Array, after: Uint8Array): number => {
  const rows = [100, 104, 108, 133, 136];
  const compared = 96;
  const moved = (dx: number) =>
    rows.every((y) => {
      const from = before.subarray(y * width + dx, y * width + compared);
      return from.every((grey, x) => grey === after[y * width + x]);
    });
  return Array.from({ length: compared }, (_, dx) => dx).findIndex(moved);
};

test('cells of one class that is drawn by one block look the same wherever they are', () => {
  walkTo(game, 6, 6);
  const looks = new Map<string, Set<number>>();
  for (const target of [
    [9, 6],
    [9, 3],
    [9, 9],
    [12, 7],
  ] as const) {
    walkTo(game, target[0], target[1]);
    const { cells } = game.labels();
    const { grey } = game.host.picture()!;
    for (let i = 0; i < 90; i++) {
      const look = cell(grey, i % 10, Math.floor(i / 10));
      looks.set(look, (looks.get(look) ?? new Set()).add(cells[i]!));
    }
  }
  const ambiguous = [...looks.values()].filter((classes) => classes.size > 1);
  expect(ambiguous).toEqual([]);
  expect(looks.size).toBeGreaterThan(20);
});

test('persons and the player are where the labels say', () => {
  walkTo(game, 6, 7);
  const { cells } = game.labels();
  expect(cells[44]).toBe(9);
  const persons = game.number('wNumPersons');
  const [x, y] = game.position();
  for (let i = 0; i < persons; i++) {
    if (game.bytes('wShownPersonWalk')[i]) continue;
    const column = game.bytes('wShownPersonX')[i]! - x + 4;
    const row = game.bytes('wShownPersonY')[i]! - y + 4;
    if (column >= 0 && column < 10 && row >= 0 && row < 9) expect(cells[row * 10 + column]).toBe(6);
  }
});
