import type { ReferenceGame } from '../../reference.ts';
import { fight } from './battle.ts';
import { choose, pointAt } from './cursor.ts';
import { Stuck, tap } from './hand.ts';
import { battleType, hasFlag, isFree, menu, mode } from './senses.ts';
import type { Tactics } from './tactics.ts';

/** Frames within which anything that is not a battle comes to its end. */
const longestScene = 6000;

/** What to say when a script asks. */
export interface Answers {
  /** Default: no. */
  yes?: boolean;
}

/**
 * Takes whatever comes as it comes (texts, questions, battles, fades) until the player stands free on a map,
 * or the credits are on screen.
 */
export const settle = (game: ReferenceGame, tactics: Tactics, { yes = false }: Answers = {}): void => {
  let end = game.frames + longestScene;
  while (!isFree(game)) {
    if (game.number('wScreenMode') === mode.ending && hasFlag(game, 'saw-credits')) return;
    if (game.frames > end) throw new Stuck(game, 'nothing leads back to the map');
    if (game.number('wBattleType') !== battleType.none) {
      fight(game, tactics);
      end = game.frames + longestScene;
    } else if (!answer(game, yes)) pass(game);
  }
};

/** Answers a question on screen; returns whether there is one. */
const answer = (game: ReferenceGame, yes: boolean): boolean => {
  const kind = game.number('wMenuKind');
  if (kind === menu.yesNo) choose(game, yes ? 0 : 1);
  else if (kind === menu.naming) keepName(game);
  else if (kind !== menu.none) tap(game, 'b', 6);
  else return false;
  return true;
};

/** START points at the end of the letters; a name that nobody wrote stays what it was. */
const keepName = (game: ReferenceGame): void => {
  tap(game, 'start', 4);
  tap(game, 'a', 6);
};

/** Lets a text or a fade pass: B held makes letters fast, and a new press turns the page. */
const pass = (game: ReferenceGame): void => {
  const now = game.number('wScreenMode');
  if (now === mode.ending) tap(game, 'a', 8);
  else if (game.number('wTextWaiting') === 1) {
    game.hold([], 1);
    tap(game, 'b', 1);
  } else if (game.number('wTextActive') === 1) game.hold(['b'], 3);
  else game.hold([], 2);
};

/** Goes through a talk up to a menu of that kind; returns whether it came before the talk was over. */
export const talkUntilMenu = (game: ReferenceGame, kind: number): boolean => {
  for (const end = game.frames + longestScene; game.frames < end; ) {
    if (game.number('wMenuKind') === kind) return true;
    if (isFree(game)) return false;
    pass(game);
  }
  throw new Stuck(game, `menu ${kind} does not come`);
};

/** Goes through a talk up to the list of words and chooses the one at that place. */
export const chooseWord = (game: ReferenceGame, place: number): void => {
  for (const end = game.frames + longestScene; game.number('wScreenMode') !== mode.menu; pass(game))
    if (game.frames > end) throw new Stuck(game, 'nobody asks for a word');
  game.hold([], 4);
  if (game.number('wMenuKind') !== menu.none) pointAt(game, place);
  else for (let n = place; n > 0; n--) tap(game, 'down', 4);
  tap(game, 'a', 4);
};
