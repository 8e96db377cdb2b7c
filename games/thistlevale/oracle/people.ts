import type { ReferenceGame } from '../../reference.ts';
import type { Person } from './facts.ts';
import { currentMap, personPlaces } from './senses.ts';
import type { Answers } from './settle.ts';
import type { Tactics } from './tactics.ts';
import { address, talkAt } from './walk.ts';

/** Where the first person of this map stands of whom something holds; null: nobody is there. */
export const placeOfPerson =
  (game: ReferenceGame, holds: (person: Person) => boolean) => (): readonly [number, number] | null => {
    const places = personPlaces(game);
    const index = (currentMap(game).persons ?? []).findIndex((person, i) => places[i] && holds(person));
    return places[index] ?? null;
  };

/** By name, script, text or trainer, whatever the map's file gives. */
export const called =
  (word: string) =>
  ({ name, script, text, trainer }: Person): boolean =>
    [name, script, text, trainer?.name].includes(word);

/** Talks to a person of this map; returns whether there was somebody who answered. */
export const talkTo = (game: ReferenceGame, tactics: Tactics, word: string, answers: Answers = {}): boolean =>
  talkAt(game, tactics, placeOfPerson(game, called(word)), answers);

/** Goes up to a person and presses A, and leaves the rest to the caller. */
export const approach = (game: ReferenceGame, tactics: Tactics, word: string): boolean =>
  address(game, tactics, placeOfPerson(game, called(word)));
