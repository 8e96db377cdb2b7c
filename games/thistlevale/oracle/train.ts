import type { ReferenceGame } from '../../reference.ts';
import { cellOf, findWay, Grid } from './grid.ts';
import { Stuck } from './hand.ts';
import { needsRest, rest } from './rest.ts';
import { currentMap, partyOf } from './senses.ts';
import type { Tactics } from './tactics.ts';
import { travelTo } from './travel.ts';
import { walkToAny } from './walk.ts';

/** Steps through tall grass until something holds; returns at once where there is no grass that can be reached. */
export const roamGrass = (game: ReferenceGame, tactics: Tactics, enough: () => boolean): void => {
  const map = game.number('wCurMap');
  while (!enough() && game.number('wCurMap') === map) {
    const grid = new Grid(game);
    const at = cellOf(game.number('wPlayerX'), game.number('wPlayerY'));
    const grass = new Set<number>();
    for (let y = 0; y < grid.height; y++)
      for (let x = 0; x < grid.width; x++)
        if (grid.isGrass(x, y) && cellOf(x, y) !== at) grass.add(cellOf(x, y));
    if (!findWay(grid, at, grass)) throw new Stuck(game, 'no tall grass can be reached');
    walkToAny(game, tactics, grass);
  }
};

const level = (game: ReferenceGame): number => partyOf(game)[0]?.level ?? 0;

/** Beats wild monsters of a map's grass until the first monster has a level, resting where it must. */
export const trainTo = (game: ReferenceGame, tactics: Tactics, wanted: number, map: string): void => {
  while (level(game) < wanted) {
    if (needsRest(game, 0.5)) rest(game, tactics);
    travelTo(game, tactics, map);
    roamGrass(
      game,
      { ...tactics, wild: 'beat' },
      () => level(game) >= wanted || needsRest(game, 0.5) || currentMap(game).name !== map,
    );
  }
};
