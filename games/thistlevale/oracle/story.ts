import type { ReferenceGame } from '../../reference.ts';
import { expedition } from './expedition.ts';
import { mapOf, world } from './facts.ts';
import { Stuck } from './hand.ts';
import { approach, talkTo } from './people.ts';
import { needsRest, rest, restIfTired } from './rest.ts';
import { countOf, currentMap, hasFlag, partyOf } from './senses.ts';
import { chooseWord, settle } from './settle.ts';
import type { Tactics } from './tactics.ts';
import { trainTo } from './train.ts';
import { travelTo } from './travel.ts';
import { talkAt, walkTo } from './walk.ts';

/** A step of the story: over when its flag is set. */
export interface Milestone {
  flag: string;
  /** Level that the first monster should have before it is tried. */
  level?: number;
  /** Where it can be reached. */
  trainOn?: string;
  /** What is worth doing once before. */
  prepare?(game: ReferenceGame, tactics: Tactics): void;
  /** Tries that make sense; usually 8. */
  tries?: number;
  /** One try; it may be lost, and is tried again. */
  reach(game: ReferenceGame, tactics: Tactics): void;
}

/** Tries of one milestone; after each defeat the next one is better prepared. */
const mostTries = 8;
const levelsAfterDefeat = 2;

/** The three friends in the gate house, in the order of their orbs. */
export const starters = ['thorn', 'ember', 'brook'] as const;

const goTo =
  (map: string) =>
  (game: ReferenceGame, tactics: Tactics): void => {
    travelTo(game, tactics, map);
  };

/** Fights every trainer of a map who is not beaten yet, rested. */
const challengeAll = (game: ReferenceGame, tactics: Tactics, map: string): void => {
  for (const { trainer } of mapOf(map).persons ?? []) {
    if (!trainer || hasFlag(game, `beat ${trainer.name}`)) continue;
    restIfTired(game, tactics, 0.7);
    if (travelTo(game, tactics, map)) talkTo(game, tactics, trainer.name);
  }
};

/** The orchard's plant that the herbalist wants, found by the script of its sign. */
const pickWanted = (game: ReferenceGame, tactics: Tactics): void => {
  const wanted = world.items[game.number('wErrandItem')]!.id;
  const sign = currentMap(game).signs?.find(({ script }) => script === wanted);
  if (!sign) throw new Stuck(game, `no ${wanted} grows here`);
  talkAt(game, tactics, () => [sign.x, sign.y], { yes: true });
};

const bringErrand = (game: ReferenceGame, tactics: Tactics): void => {
  const wanted = world.items[game.number('wErrandItem')]!.id;
  const count = game.number('wErrandCount');
  while (countOf(game, wanted) < count) {
    travelTo(game, tactics, 'fennbrook');
    pickWanted(game, tactics);
  }
  travelTo(game, tactics, 'herb-house');
  talkTo(game, tactics, 'errand');
};

const sayPassword = (game: ReferenceGame, tactics: Tactics): void => {
  if (!travelTo(game, tactics, 'fennbrook')) return;
  if (!approach(game, tactics, 'doorkeeper')) throw new Stuck(game, 'the doorkeeper does not answer');
  chooseWord(game, game.number('wPasswordPlace'));
  settle(game, tactics);
};

/** The story in its order. */
export const milestones: readonly Milestone[] = [
  { flag: 'left-bedroom', reach: goTo('home') },
  { flag: 'left-home', reach: goTo('town') },
  {
    flag: 'read-sign',
    reach: (game, tactics) => {
      travelTo(game, tactics, 'town');
      talkAt(game, tactics, () => [7, 4]);
    },
  },
  { flag: 'entered-house', reach: goTo('study') },
  { flag: 'left-house', reach: goTo('town') },
  { flag: 'reached-lane', reach: goTo('lane') },
  { flag: 'reached-gate', reach: goTo('gatehouse') },
  {
    flag: 'got-starter',
    reach: (game, tactics) => {
      travelTo(game, tactics, 'gatehouse');
      talkTo(game, tactics, starters[game.number('wSeed') % starters.length]!, { yes: true });
    },
  },
  { flag: 'beat-rival-1', tries: 40, reach: goTo('fennbrook') },
  { flag: 'reached-town-2', level: 6, trainOn: 'reed-road', reach: goTo('fennbrook') },
  {
    flag: 'got-errand',
    reach: (game, tactics) => {
      travelTo(game, tactics, 'herb-house');
      talkTo(game, tactics, 'errand');
    },
  },
  { flag: 'did-errand', reach: bringErrand },
  {
    flag: 'reached-forest',
    prepare: (game, tactics) => {
      trainTo(game, tactics, 7, 'reed-road');
      challengeAll(game, tactics, 'reed-road');
      trainTo(game, tactics, 9, 'marl-path');
      challengeAll(game, tactics, 'marl-path');
    },
    level: 10,
    trainOn: 'marl-path',
    reach: goTo('forest'),
  },
  { flag: 'reached-glade', level: 10, trainOn: 'marl-path', reach: goTo('glade') },
  { flag: 'met-hermit', reach: goTo('hut') },
  {
    flag: 'got-lamp',
    reach: (game, tactics) => {
      travelTo(game, tactics, 'hut');
      talkTo(game, tactics, 'hermit', { yes: true });
    },
  },
  { flag: 'gave-password', reach: sayPassword },
  {
    flag: 'got-badge',
    prepare: (game, tactics) => challengeAll(game, tactics, 'gym'),
    level: 16,
    trainOn: 'marl-path',
    reach: (game, tactics) => {
      if (needsRest(game, 0.9)) rest(game, tactics);
      travelTo(game, tactics, 'gym');
      talkTo(game, tactics, 'isolde');
    },
  },
  { flag: 'reached-climb', reach: goTo('scree-climb') },
  {
    flag: 'opened-door',
    prepare: (game, tactics) => challengeAll(game, tactics, 'scree-climb'),
    level: 18,
    trainOn: 'scree-climb',
    reach: (game, tactics) => {
      travelTo(game, tactics, 'scree-climb');
      talkAt(game, tactics, () => [9, 2]);
    },
  },
  {
    flag: 'reached-deep',
    level: 20,
    trainOn: 'scree-climb',
    reach: (game, tactics) => {
      expedition(game, tactics, ['scree-climb', 'cave', 'deep']);
    },
  },
  { flag: 'left-cave', reach: goTo('beacon') },
  {
    flag: 'beat-rival-2',
    level: 20,
    trainOn: 'scree-climb',
    reach: (game, tactics) => {
      if (expedition(game, tactics, ['scree-climb', 'cave', 'deep', 'beacon'])) walkTo(game, tactics, 7, 8);
    },
  },
  {
    flag: 'lit-beacon',
    reach: (game, tactics) => {
      travelTo(game, tactics, 'beacon');
      talkTo(game, tactics, 'light', { yes: true });
    },
  },
];

/** Plays on from wherever the game stands until a flag of the story is set. */
export const playStory = (
  game: ReferenceGame,
  tactics: Tactics,
  until: string,
  onMilestone: (flag: string) => void = () => {},
): void => {
  for (const milestone of milestones) {
    const { flag, level, trainOn, reach, prepare, tries: most = mostTries } = milestone;
    if (!hasFlag(game, flag)) prepare?.(game, tactics);
    for (let tries = 0; !hasFlag(game, flag); tries++) {
      if (tries >= most) throw new Stuck(game, `"${flag}" was not reached`);
      const strong = (level ?? 0) + tries * levelsAfterDefeat;
      if (trainOn && (partyOf(game)[0]?.level ?? 0) < strong) trainTo(game, tactics, strong, trainOn);
      reach(game, tactics);
    }
    onMilestone(flag);
    if (flag === until) return;
  }
};
