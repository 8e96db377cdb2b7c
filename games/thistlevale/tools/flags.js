/** Event flags: those that maps/flags.json names, then one for every trainer and every thing that lies about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemFlag, trainerFlag } from './scripts.js';

/** Bits of wEventFlags; 255 means "none". */
const mostFlags = 255;
/** The first flags tell the story; wMilestones mirrors the first seven. */
export const storyFlags = 32;

/**
 * @param {object[]} maps as readMaps gives them
 * @returns {{ name: string, meaning: string }[]} the place in the list is the number of the bit
 */
export function readFlags(root, maps) {
  const { story, events } = JSON.parse(readFileSync(join(root, 'maps/flags.json'), 'utf8'));
  if (story.length > storyFlags)
    throw new Error(`maps/flags.json has ${story.length} story flags; ${storyFlags} fit.`);
  const flags = story.map(([name, meaning]) => ({ name, meaning }));
  while (flags.length < storyFlags) flags.push({ name: `story ${flags.length}`, meaning: 'free' });
  for (const [name, meaning] of events) flags.push({ name, meaning });
  const trainers = new Set();
  for (const map of maps)
    for (const person of map.persons ?? []) {
      if (person.trainer && !trainers.has(person.trainer.name)) {
        trainers.add(person.trainer.name);
        flags.push({ name: trainerFlag(person), meaning: `the trainer "${person.trainer.name}" is beaten` });
      }
      if (person.item)
        flags.push({
          name: itemFlag(map, person),
          meaning: `${person.item} was picked up on map "${map.name}"`,
        });
    }
  if (flags.length > mostFlags)
    throw new Error(`The game has ${flags.length} flags; ${mostFlags} fit into wEventFlags.`);
  return flags;
}
