import type { Observation } from '../../../protocol/observation.ts';
import { buttonBit } from '../../../protocol/words.ts';
import { type Cell, classIndex, type Direction, directionNames, neighbour, sameCell } from '../world/grid.ts';
import type { World } from '../world/world.ts';

/** Observations of walking on the spot after which what lies ahead counts as blocked: as long as in `walk`. */
const patience = 6;

const door = classIndex('door');
const gate = classIndex('gate');

/**
 * Learns from somebody else's buttons what the skills learn from their own: which door is being taken, what cannot
 * be walked through, where the figure faces. Without it the map would hold no doors that a human took on purpose, and
 * the player would later walk into what the human found closed.
 */
export class Hands {
  /** Where the figure was last turned to; null: nobody pressed a direction yet. */
  facing: Direction | null = null;
  #still = 0;
  #at: Cell = { x: 0, y: 0 };

  /** Takes in what was held since the observation before. The world has taken in the observation already. */
  follow(world: World, observation: Observation, pressed: number): void {
    const direction = directionNames.find((name) => pressed & buttonBit(name));
    if (!direction || !world.place || observation.mode !== 'overworld') {
      this.#still = 0;
      return;
    }
    this.facing = direction;
    if (!world.settled) return;
    const { place, position } = world;
    const ahead = neighbour(position, direction);
    world.intendedDoor = [position, ahead].find((cell) => isWay(place.classAt(cell))) ?? null;
    this.#still = sameCell(position, this.#at) ? this.#still + 1 : 0;
    this.#at = position;
    if (this.#still < patience) return;
    place.bump(ahead, world.frame);
    this.#still = 0;
  }
}

const isWay = (index: number | undefined): boolean => index === door || index === gate;
