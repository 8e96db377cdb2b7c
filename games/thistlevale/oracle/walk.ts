import type { Button } from '../../../protocol/words.ts';
import type { ReferenceGame } from '../../reference.ts';
import { cellOf, findWay, Grid, type Step, ways, xOf, yOf } from './grid.ts';
import { Stuck, tap, waitUntil } from './hand.ts';
import { isFree, personPlaces } from './senses.ts';
import { type Answers, settle } from './settle.ts';
import type { Tactics } from './tactics.ts';

/** Times that one waits for a person to make room. */
const mostWaits = 200;
/** Frames for which a person is given time to move on. */
const waitFrames = 8;
/** Steps that tall grass is worth going round. */
const grassDearness = 3;
/** Frames of the longest walk over one map, battles and all. */
const longestWalk = 120_000;

const here = (game: ReferenceGame): number => cellOf(game.number('wPlayerX'), game.number('wPlayerY'));

/**
 * Walks to the nearest of some places of this map, taking what comes on the way as it comes; over when the
 * player stands there, or on another map.
 */
export const walkToAny = (
  game: ReferenceGame,
  tactics: Tactics,
  goals: ReadonlySet<number>,
  dearness = grassDearness,
): void => {
  const map = game.number('wCurMap');
  const end = game.frames + longestWalk;
  let way: Step[] = [];
  let held: Button[] = [];
  let waits = 0;
  let unmoved = 0;
  for (;;) {
    if (game.frames > end) throw new Stuck(game, `${placesOf(goals)} was not reached`);
    if (!isFree(game)) {
      settle(game, tactics);
      way = [];
    }
    if (game.number('wCurMap') !== map) return;
    const left = game.number('wWalkCounter');
    if (left > 0) {
      game.hold(held, Math.max(1, left - 1));
      unmoved = 0;
      continue;
    }
    const at = here(game);
    if (goals.has(at)) return;
    let next = nextStep(game, way, at);
    if (!next) {
      way = findWay(new Grid(game), at, goals, dearness) ?? [];
      next = nextStep(game, way, at);
    }
    if (!next) {
      if (++waits > mostWaits) throw new Stuck(game, `no way leads to ${placesOf(goals)}`);
      game.hold([], waitFrames);
      continue;
    }
    held = [next.button];
    game.hold(held, 1);
    if (++unmoved > 12) {
      // A scene that shows nothing yet, or somebody who came in between.
      game.hold([], waitFrames);
      way = [];
      unmoved = 0;
    }
  }
};

/** The step of a way that leads on from a place, unless somebody stands there now. */
const nextStep = (game: ReferenceGame, way: readonly Step[], at: number): Step | null => {
  const index = way.findIndex(({ cell }) => cell === at);
  const next = way[index + 1];
  if (!next || (index < 0 && !isBeside(at, next))) return null;
  const taken = personPlaces(game).some((place) => place && cellOf(place[0], place[1]) === next.cell);
  return taken ? null : next;
};

/** Whether a step leads from a place to where it says. */
const isBeside = (at: number, { button, cell }: Step): boolean =>
  ways.some(
    ([way, dx, dy]) =>
      way === button &&
      [1, 2].some((n) => cellOf(xOf(at) + n * dx, yOf(at) + n * dy) === cell && (n === 1 || way === 'down')),
  );

const placesOf = (goals: ReadonlySet<number>): string =>
  [...goals]
    .slice(0, 3)
    .map((cell) => `(${xOf(cell)}, ${yOf(cell)})`)
    .join(', ');

/** Walks to a place of this map, or through the door that is there. */
export const walkTo = (game: ReferenceGame, tactics: Tactics, x: number, y: number): void => {
  const map = game.number('wCurMap');
  walkToAny(game, tactics, new Set([cellOf(x, y)]));
  // A door leads away a moment after the step onto it.
  if (new Grid(game).isDoor(x, y)) waitUntil(game, () => !isFree(game) || game.number('wCurMap') !== map, 8);
  settle(game, tactics);
};

/** Walks over an edge of this map onto the one that joins there. */
export const walkOver = (
  game: ReferenceGame,
  tactics: Tactics,
  side: 'north' | 'south' | 'west' | 'east',
): void => {
  const map = game.number('wCurMap');
  const button = ({ north: 'up', south: 'down', west: 'left', east: 'right' } as const)[side];
  for (let tries = 0; game.number('wCurMap') === map; tries++) {
    if (tries > 8) throw new Stuck(game, `the ${side}ern edge does not lead on`);
    walkToAny(game, tactics, edgeOf(new Grid(game), side));
    for (let frame = 0; frame < 24 && isFree(game) && game.number('wCurMap') === map; frame++)
      game.hold([button], 1);
    // The step onto the neighbour ends when its map is there.
    waitUntil(game, () => game.number('wShownMapReady') === 1 && game.number('wWalkCounter') === 0, 60);
    settle(game, tactics);
  }
};

/** Places at an edge from which a step leads onto the neighbour. */
export const edgeOf = (grid: Grid, side: string): Set<number> => {
  const { width, height } = grid;
  const along = side === 'north' || side === 'south' ? width : height;
  const cells = Array.from({ length: along }, (_, n): [number, number, number, number] =>
    side === 'north'
      ? [n, 0, n, -1]
      : side === 'south'
        ? [n, height - 1, n, height]
        : side === 'west'
          ? [0, n, -1, n]
          : [width - 1, n, width, n],
  );
  return new Set(cells.filter(([, , x, y]) => grid.isOpen(x, y)).map(([x, y]) => cellOf(x, y)));
};

/**
 * Goes up to whatever is at a place (asked anew on the way: people wander), turns to it and presses A;
 * returns whether something came of it.
 */
export const address = (
  game: ReferenceGame,
  tactics: Tactics,
  placeOf: () => readonly [number, number] | null,
): boolean => {
  const map = game.number('wCurMap');
  for (let tries = 0; tries < 40; tries++) {
    const place = placeOf();
    if (!place || game.number('wCurMap') !== map) return false;
    const [x, y] = place;
    const sides = ways.map(([button, dx, dy]) => ({ button, cell: cellOf(x - dx, y - dy) }));
    walkToAny(game, tactics, new Set(sides.map(({ cell }) => cell)));
    const side = sides.find(({ cell }) => cell === here(game));
    const now = placeOf();
    if (!side || !now || now[0] !== x || now[1] !== y) continue;
    game.hold([side.button], 2);
    game.hold([], 1);
    if (game.number('wWalkCounter') !== 0) continue;
    tap(game, 'a', 1);
    if (waitUntil(game, () => !isFree(game), 20)) return true;
  }
  return false;
};

/** The same, and goes through the talk that follows. */
export const talkAt = (
  game: ReferenceGame,
  tactics: Tactics,
  placeOf: () => readonly [number, number] | null,
  answers: Answers = {},
): boolean => {
  const answered = address(game, tactics, placeOf);
  settle(game, tactics, answers);
  return answered;
};
