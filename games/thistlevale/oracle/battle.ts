import type { Button } from '../../../protocol/words.ts';
import type { ReferenceGame } from '../../reference.ts';
import { spendFromBag } from './bag.ts';
import { awaitMenu, choose, chooseInBattle } from './cursor.ts';
import { type Action, decide, nextPlace } from './decide.ts';
import { Stuck, tap } from './hand.ts';
import { battleType, fighterOf, menu, partyOf } from './senses.ts';
import type { Tactics } from './tactics.ts';

/** Entries of the battle menu. */
const entry = { fight: 0, bag: 1, party: 2, run: 3 };
/** Frames of the longest fight that makes sense. */
const longestFight = 60_000;

/** Fights until the battle is over, one way or the other. */
export const fight = (game: ReferenceGame, tactics: Tactics): void => {
  const end = game.frames + longestFight;
  while (game.number('wBattleType') !== battleType.none) {
    if (game.frames > end) throw new Stuck(game, 'the battle does not end');
    const kind = game.number('wMenuKind');
    if (kind === menu.battle) act(game, tactics.plan?.(game) ?? decide(game, tactics));
    else if (kind === menu.party) choose(game, nextPlace(game));
    else if (kind === menu.yesNo) learn(game, tactics);
    else if (kind !== menu.none) tap(game, 'b', 4);
    else read(game, tactics.evolve === false ? 'b' : 'a');
  }
};

/** Goes on to the next page: a press ends the waiting, and held it makes letters fast. */
const read = (game: ReferenceGame, button: Button): void => {
  for (let frame = 0; frame < 5; frame++) {
    if (game.number('wMenuKind') !== menu.none) return;
    game.hold(frame === 4 ? [] : [button], 1);
  }
};

const act = (game: ReferenceGame, action: Action): void => {
  if (action.do === 'run') chooseInBattle(game, entry.run);
  else if (action.do === 'move') {
    chooseInBattle(game, entry.fight);
    // Without PP the monster flails at once.
    if (awaitMenu(game, menu.moves)) choose(game, action.slot);
  } else if (action.do === 'switch') {
    chooseInBattle(game, entry.party);
    if (awaitMenu(game, menu.party)) choose(game, action.place);
  } else {
    chooseInBattle(game, entry.bag);
    if (awaitMenu(game, menu.bag))
      spendFromBag(game, action.item, action.do === 'item' ? action.place : null);
  }
  game.hold([], 2);
};

/** Somebody could learn a fifth move. Who it is, is the one that has just grown; the move is the one of its level. */
const learn = (game: ReferenceGame, tactics: Tactics): void => {
  // A foe that still stands was caught, and could be given a name.
  const slot = fighterOf(game, 'wEnemyMon').hp > 0 ? null : slotToGiveUp(game, tactics);
  choose(game, slot === null ? 1 : 0);
  if (slot !== null && awaitMenu(game, menu.forget)) choose(game, slot);
};

const slotToGiveUp = (game: ReferenceGame, tactics: Tactics): number | null => {
  for (const { species, level, moves } of partyOf(game)) {
    const known = moves.map(({ move }) => move.id);
    const learnt = species.moves.filter(([at, move]) => at === level && !known.includes(move));
    if (known.length === 4 && learnt[0]) return tactics.forget(known, learnt[0][1]);
  }
  return null;
};
