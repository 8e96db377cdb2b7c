import type { ReferenceGame } from '../../reference.ts';
import { cellOf, findWay, Grid } from './grid.ts';
import { Stuck } from './hand.ts';
import { needsRest, rest } from './rest.ts';
import { currentMap, partyOf } from './senses.ts';
import type { Tactics } from './tactics.ts';
import { travelTo } from './travel.ts';
import { walkToAny } from './walk.ts';

/** Places of this map where wild monsters live: tall grass, or all the ground. */
const wildPlaces = (game: ReferenceGame, grid: Grid): Set<number> => {
  const everywhere = currentMap(game).encounters?.on === 'floor';
  const places = new Set<number>();
  for (let y = 0; y < grid.height; y++)
    for (let x = 0; x < grid.width; x++)
      if (everywhere ? grid.isOpen(x, y) : grid.isGrass(x, y)) places.add(cellOf(x, y));
  places.delete(cellOf(game.number('wPlayerX'), game.number('wPlayerY')));
  return places;
};

/** Walks about where wild monsters live, until it is enough or the map is another. */
export const roam = (game: ReferenceGame, tactics: Tactics, enough: () => boolean): void => {
  const map = game.number('wCurMap');
  while (!enough() && game.number('wCurMap') === map) {
    const grid = new Grid(game);
    const at = cellOf(game.number('wPlayerX'), game.number('wPlayerY'));
    const places = wildPlaces(game, grid);
    if (!findWay(grid, at, places)) throw new Stuck(game, 'nothing wild lives where one could go');
    walkToAny(game, tactics, places);
  }
};

const level = (game: ReferenceGame): number => partyOf(game)[0]?.level ?? 0;

/** Visits to a map without a new level after which even fights that look bad are fought. */
const mostVisits = 60;

/**
 * Beats wild monsters of a map's grass until the first monster has a level, resting where it must. Where all that live
 * there are strong against it, it would run from each for ever: after so many visits it stands its ground. A defeat
 * costs money and a walk, and what was learnt before stays.
 */
export const trainTo = (game: ReferenceGame, tactics: Tactics, wanted: number, map: string): void => {
  let reached = level(game);
  let visits = 0;
  while (level(game) < wanted) {
    if (level(game) > reached) {
      reached = level(game);
      visits = 0;
    }
    visits += 1;
    if (needsRest(game, 0.5)) rest(game, tactics);
    travelTo(game, tactics, map);
    roam(
      game,
      { ...tactics, wild: 'beat', ...(visits > mostVisits ? { brave: true } : {}) },
      () => level(game) >= wanted || needsRest(game, 0.5) || currentMap(game).name !== map,
    );
  }
};
