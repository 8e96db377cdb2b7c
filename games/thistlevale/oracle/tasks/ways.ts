import type { ReferenceMemory } from '../../../reference.ts';
import type { Fixed, FixedScenario } from '../../../scenario/draw.ts';
import type { Condition } from '../../../scenario/schema.ts';
import { mapOf, world } from '../facts.ts';
import { cellOf, findWay, Grid, ways } from '../grid.ts';
import { currentMap, isFree, personPlaces } from '../senses.ts';
import { usualTactics } from '../tactics.ts';
import { nextExit, travelTo } from '../travel.ts';
import { edgeOf, talkAt } from '../walk.ts';
import type { TaskOf } from './task.ts';

/** What each map and each errand that is left counts beside the steps to the next one. */
const far = 1000;

/** Who explores keeps out of trouble. */
const shy = { ...usualTactics(), wild: 'flee' as const };

const stepsTo = (memory: ReferenceMemory, goals: ReadonlySet<number>): number | null => {
  const at = cellOf(memory.number('wPlayerX'), memory.number('wPlayerY'));
  return findWay(new Grid(memory), at, goals)?.length ?? null;
};

/** Steps to the next map on the way to another, and so many more for each map after it. */
const stepsToMap = (memory: ReferenceMemory, name: string): number | null => {
  if (!isFree(memory)) return null;
  const here = currentMap(memory).name;
  if (here === name) return 0;
  const next = nextExit(here, name, memory.number('wErrandDirection'));
  if (!next) return null;
  const { side, cells } = next.exit;
  const goals = side ? edgeOf(new Grid(memory), side) : new Set(cells.map(([x, y]) => cellOf(x, y)));
  const steps = stepsTo(memory, goals);
  return steps === null ? null : steps + 1 + (next.maps - 1) * far;
};

/** The map that a scenario's goal is on; undefined where it is something else. */
const wantedMap = ({ success }: FixedScenario): string | undefined => {
  if (!('op' in success && 'variable' in success && success.variable === 'wCurMap')) return undefined;
  return typeof success.reference === 'number' ? world.maps[success.reference]?.name : undefined;
};

/** To be on a certain map; nothing that is known where the goal is no map. */
export const goToMap: TaskOf = (scenario) => {
  const map = wantedMap(scenario);
  if (map === undefined) return null;
  return {
    play: (game) => {
      travelTo(game, shy, map);
    },
    distance: (memory) => stepsToMap(memory, map),
  };
};

/** Flags that a condition wants to be set. */
const flagsIn = (condition: Fixed<Condition>): number[] => {
  if ('all' in condition) return condition.all.flatMap(flagsIn);
  return 'bitsSet' in condition && condition.variable === 'wEventFlags' ? condition.bitsSet : [];
};

/** Things that lie about: their flags are called after the map and the place in its list of persons. */
export const pickUpAll: TaskOf = (scenario) => {
  const things = flagsIn(scenario.success).map((bit) => {
    const [, map, index] = /^took (.+) (\d+)$/.exec(world.flags[bit]?.name ?? '') ?? [];
    if (!map) throw new RangeError(`flag ${bit} stands for nothing that lies about`);
    return { bit, map: mapOf(map).name, index: Number(index) };
  });
  const missing = (memory: ReferenceMemory): typeof things =>
    things.filter(({ bit }) => ((memory.bytes('wEventFlags')[bit >> 3]! >> (bit & 7)) & 1) === 0);
  return {
    play: (game) => {
      for (const { map, index } of things) {
        travelTo(game, shy, map);
        talkAt(game, shy, () => personPlaces(game)[index] ?? null);
      }
    },
    distance: (memory) => {
      if (!isFree(memory)) return null;
      const left = missing(memory);
      const place = left[0] && personPlaces(memory)[left[0].index];
      if (!place) return null;
      const steps = stepsTo(memory, new Set(ways.map(([, dx, dy]) => cellOf(place[0] - dx, place[1] - dy))));
      return steps === null ? null : steps + left.length * far;
    },
  };
};

/** Somebody on this map whose text is to be heard. */
export const hearPerson =
  (text: string): TaskOf =>
  () => {
    const index = world.maps.flatMap(({ persons = [] }) =>
      persons.findIndex((person) => person.text === text),
    );
    const at = index.find((place) => place >= 0) ?? 0;
    return {
      play: (game) => {
        talkAt(game, shy, () => personPlaces(game)[at] ?? null);
      },
      distance: (memory) => {
        const place = isFree(memory) ? personPlaces(memory)[at] : null;
        return place
          ? stepsTo(memory, new Set(ways.map(([, dx, dy]) => cellOf(place[0] - dx, place[1] - dy))))
          : null;
      },
    };
  };
