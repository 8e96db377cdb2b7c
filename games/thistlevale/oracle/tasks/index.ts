import {
  catchIt,
  cureInBattle,
  giveUpMove,
  helpSmallOne,
  keepMoves,
  numbAndCatch,
  putToSleep,
  runAway,
  sendIn,
  stayAsItIs,
  win,
} from './battles.ts';
import { catchInTheWild, gainLevel, restParty } from './grass.ts';
import {
  boxOne,
  buySoMany,
  changeLook,
  cureSick,
  healOne,
  leadParty,
  lookAtMember,
  sellSoMany,
  setTextSpeed,
  tossSoMany,
  unboxOne,
  useSmoke,
} from './menus.ts';
import { addressPerson, chooseCompanion, fromTitle, keyAndDoor, upTo, walkInto } from './story.ts';
import type { TaskOf } from './task.ts';
import { goToMap, hearPerson, pickUpAll } from './ways.ts';

/** Scenarios whose kind alone does not say what is to be done. */
export const tasks: Record<string, TaskOf> = {
  'hear-the-forester': hearPerson('forest-forester'),
  gate: fromTitle('reached-gate'),
  'choose-a-companion': chooseCompanion,
  'first-rival': walkInto(9, 28),
  'hear-the-errand': upTo('got-errand'),
  'bring-the-plants': upTo('did-errand'),
  'three-ways': upTo('met-hermit'),
  'the-hermits-lamp': upTo('got-lamp'),
  'say-the-word': upTo('gave-password'),
  'win-the-badge': addressPerson('isolde'),
  'key-and-door': keyAndDoor,
  'second-rival': walkInto(7, 8),
  'light-the-beacon': addressPerson('light'),
  'set-text-speed': setTextSpeed,
  'change-the-look': changeLook,
  'lead-the-party': leadParty,
  'balm-for-one': healOne,
  'cure-the-right-one': cureSick,
  'buy-so-many': buySoMany,
  'sell-so-many': sellSoMany,
  'put-into-the-box': boxOne,
  'take-from-the-box': unboxOne,
  'toss-some': tossSoMany,
  'look-at-moves': lookAtMember,
  'keep-them-away': useSmoke,
  'run-from-it': runAway,
  'send-the-told-one': sendIn,
  'cure-in-battle': cureInBattle,
  'put-it-to-sleep': putToSleep,
  'numb-it': numbAndCatch,
  'catch-in-the-grass': catchInTheWild,
  'catch-in-the-cave': catchInTheWild,
  'a-level-in-the-grass': gainLevel(8),
  'give-up-a-move': giveUpMove,
  'keep-the-moves': keepMoves,
  'stay-as-you-are': stayAsItIs,
  'help-the-small-one': helpSmallOne,
  'rest-after-the-road': restParty,
  'whole-story': fromTitle('lit-beacon'),
};

/** What is done in all other scenarios of a kind. */
export const tasksOfKind: Record<string, TaskOf> = {
  navigation: goToMap,
  exploration: pickUpAll,
  battle: win,
  catching: catchIt,
  training: win,
};
