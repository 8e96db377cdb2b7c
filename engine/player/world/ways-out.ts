import { type Cell, cellKey } from './grid.ts';
import type { Place } from './place.ts';
import type { World } from './world.ts';

/** A place that can be got to, and the door of the present place through which. */
interface Reached {
  place: Place;
  first: Cell | null;
}

/** Doors of the present place with which the shortest known way outdoors begins; none where no way is known. */
export const waysOut = (world: World): Cell[] => {
  const met = new Set<Place>();
  let rim: Reached[] = world.place ? [{ place: world.place, first: null }] : [];
  while (rim.length > 0) {
    const out = rim.filter(({ place }) => !place.indoors).flatMap(({ first }) => first ?? []);
    if (out.length > 0) return out;
    for (const { place } of rim) met.add(place);
    rim = onceEach(rim.flatMap((from) => behind(world, from)).filter(({ place }) => !met.has(place)));
  }
  return [];
};

/** Doors can be two cells wide, and rooms be joined by several: each place counts once for a door to begin with. */
const onceEach = (reached: Reached[]): Reached[] => [
  ...new Map(reached.map((one) => [`${one.place.id} ${one.first && cellKey(one.first)}`, one])).values(),
];

const behind = (world: World, { place, first }: Reached): Reached[] =>
  place.cellsOf('door').flatMap((door) => {
    const to = world.leadsTo(door, place)?.place;
    return to ? [{ place: to, first: first ?? door }] : [];
  });
