import type { ReferenceGame } from '../../../reference.ts';
import { begin } from '../begin.ts';
import { talkTo } from '../people.ts';
import { currentMap } from '../senses.ts';
import { playStory } from '../story.ts';
import { usualTactics } from '../tactics.ts';
import { travelTo } from '../travel.ts';
import { walkTo } from '../walk.ts';
import { drawnNumber, type TaskOf } from './task.ts';

/** From the title on, up to a milestone. */
export const fromTitle =
  (until: string): TaskOf =>
  () => ({
    play: (game) => {
      begin(game, usualTactics());
      playStory(game, usualTactics(), until);
    },
  });

/** On from the start of the scenario, up to a milestone. */
export const upTo =
  (until: string): TaskOf =>
  () => ({ play: (game) => playStory(game, usualTactics(), until) });

/** Species that the three orbs of the gate house hold, and the names of their persons. */
const orbs: Record<number, string> = { 0: 'thorn', 2: 'ember', 4: 'brook' };

export const chooseCompanion: TaskOf = (scenario) => ({
  play: (game) => {
    talkTo(game, usualTactics(), orbs[drawnNumber(scenario, 'companion')]!, { yes: true });
  },
});

/** Walks up to somebody who wants to fight. */
export const walkInto =
  (x: number, y: number): TaskOf =>
  () => ({ play: (game: ReferenceGame) => walkTo(game, usualTactics(), x, y) });

export const keyAndDoor: TaskOf = () => ({
  play: (game) => {
    playStory(game, usualTactics(), 'opened-door');
    if (currentMap(game).name !== 'cave') travelTo(game, usualTactics(), 'cave');
  },
});

/** Talks to somebody on this map, saying yes to whatever is asked. */
export const addressPerson =
  (word: string): TaskOf =>
  () => ({
    play: (game) => {
      talkTo(game, usualTactics(), word, { yes: true });
    },
  });
