import type { ReferenceGame } from '../../reference.ts';
import { type Command, mapOf, type WorldMap } from './facts.ts';
import { cellOf } from './grid.ts';
import { Stuck } from './hand.ts';
import { currentMap, isFree } from './senses.ts';
import { settle } from './settle.ts';
import type { Tactics } from './tactics.ts';
import { walkOver, walkToAny } from './walk.ts';

type Side = 'north' | 'south' | 'west' | 'east';

/** A way from one map to another: over an edge, or onto certain places. */
export interface Exit {
  to: string;
  side?: Side;
  cells: [number, number][];
}

/** Value of wLastBattleResult. */
const lost = 1;
/** Directions as the game numbers them, by the name of the glade's way. */
const directions = ['down', 'up', 'left', 'right'];

/** The exits of a map. Of ways that only one direction is true of, `truth` (as the game numbers it) is taken. */
export const exitsOf = (map: WorldMap, truth: number): Exit[] => {
  const exits: Exit[] = Object.entries(map.connections ?? {}).map(([side, { map: to }]) => ({
    to,
    side: side as Side,
    cells: [],
  }));
  const add = (to: string | undefined, cells: [number, number][]): void => {
    const known = exits.find((exit) => exit.to === to && !exit.side);
    if (known) known.cells.push(...cells);
    else if (to) exits.push({ to, cells });
  };
  const scripted = (name: string): string | undefined =>
    warpIn(map.scripts.find((script) => script.name === name)?.commands ?? [], truth);
  for (const { x, y, to, script } of map.warps ?? [])
    add(to ? to.map : script === undefined ? undefined : scripted(script), [[x, y]]);
  for (const { area, script } of map.triggers ?? []) {
    const [left, top, right, bottom] = area;
    const cells: [number, number][] = [];
    for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) cells.push([x, y]);
    add(scripted(script), cells);
  }
  return exits;
};

/** The map that a script warps to, where what it asks for is as it should be. */
const warpIn = (commands: readonly Command[], truth: number): string | undefined => {
  for (const [name, ...operands] of commands) {
    if (name === 'warp') return operands[0] as string;
    if (name !== 'if') continue;
    const [condition, then, otherwise] = operands as [unknown, Command[], Command[] | undefined];
    const asked = (condition as { direction?: string }).direction;
    const branch = asked !== undefined && directions.indexOf(asked) !== truth ? otherwise : then;
    const to = warpIn(branch ?? [], truth);
    if (to) return to;
  }
  return undefined;
};

/** The next exit of a shortest way from one map to another, by the number of maps; null: there is none. */
export const nextExit = (from: string, to: string, truth: number): { exit: Exit; maps: number } | null => {
  const queue: { map: string; first: Exit | null; maps: number }[] = [{ map: from, first: null, maps: 0 }];
  const seen = new Set([from]);
  for (const { map, first, maps } of queue) {
    if (map === to && first) return { exit: first, maps };
    for (const exit of exitsOf(mapOf(map), truth)) {
      if (seen.has(exit.to)) continue;
      seen.add(exit.to);
      queue.push({ map: exit.to, first: first ?? exit, maps: maps + 1 });
    }
  }
  return null;
};

/** Leaves the map by an exit; who is thrown back or wakes elsewhere is somewhere else afterwards. */
export const leaveBy = (game: ReferenceGame, tactics: Tactics, exit: Exit): void => {
  if (exit.side) {
    walkOver(game, tactics, exit.side);
    return;
  }
  const map = game.number('wCurMap');
  walkToAny(game, tactics, new Set(exit.cells.map(([x, y]) => cellOf(x, y))));
  for (let frame = 0; frame < 12 && isFree(game) && game.number('wCurMap') === map; frame++) game.hold([], 1);
  settle(game, tactics);
};

/** Goes to a map, over as many others as it takes; false when a battle was lost on the way. */
export const travelTo = (game: ReferenceGame, tactics: Tactics, name: string): boolean => {
  settle(game, tactics);
  for (let hops = 0; currentMap(game).name !== name; hops++) {
    const next = nextExit(currentMap(game).name, name, game.number('wErrandDirection'));
    if (!next || hops > 60) throw new Stuck(game, `the way to ${name} is not known`);
    leaveBy(game, tactics, next.exit);
    if (currentMap(game).name !== next.exit.to && game.number('wLastBattleResult') === lost) return false;
  }
  return true;
};
