import type { ReferenceGame } from '../../../reference.ts';
import { applyItem, openFromStart, tossItem } from '../bag.ts';
import { putIntoBox, takeFromBox } from '../box.ts';
import { awaitMenu, choose, pointAt } from '../cursor.ts';
import { itemOf, world } from '../facts.ts';
import { Stuck, tap } from '../hand.ts';
import { bagOf, menu, partyOf } from '../senses.ts';
import { buyHere, sellHere } from '../shop.ts';
import { drawnList, drawnNumber, type TaskOf } from './task.ts';

const openOptions = (game: ReferenceGame): void => {
  openFromStart(game, 'option');
  if (!awaitMenu(game, menu.options)) throw new Stuck(game, 'the options do not open');
};

/** Changes an option of the open list until its variable has a value. */
const setOption = (game: ReferenceGame, option: number, variable: string, value: number): void => {
  pointAt(game, option);
  for (let tries = 0; game.number(variable) !== value && tries < 6; tries++) tap(game, 'right', 4);
};

/** Options in their order. */
const option = { text: 0, frame: 1, colours: 2 };

export const setTextSpeed: TaskOf = (scenario) => ({
  play: (game) => {
    openOptions(game);
    setOption(game, option.text, 'wTextSpeed', drawnNumber(scenario, 'speed'));
  },
});

export const changeLook: TaskOf = (scenario) => ({
  play: (game) => {
    openOptions(game);
    setOption(game, option.frame, 'wFrameStyle', 1);
    setOption(game, option.colours, 'wPaletteStyle', drawnNumber(scenario, 'colours'));
  },
});

/** What can be done with a member of the party. */
const memberAction = { move: 0, summary: 1 };

const actOnMember = (game: ReferenceGame, place: number, action: number): void => {
  openFromStart(game, 'party');
  if (!awaitMenu(game, menu.party)) throw new Stuck(game, 'the party does not open');
  choose(game, place);
  if (!awaitMenu(game, menu.partyAction)) throw new Stuck(game, 'nothing can be done with the member');
  choose(game, action);
};

export const leadParty: TaskOf = (scenario) => ({
  play: (game) => {
    actOnMember(game, drawnNumber(scenario, 'leader'), memberAction.move);
    if (awaitMenu(game, menu.party)) choose(game, 0);
    game.hold([], 60);
  },
});

export const lookAtMember: TaskOf = (scenario) => ({
  play: (game) => {
    actOnMember(game, drawnNumber(scenario, 'place'), memberAction.summary);
    awaitMenu(game, menu.summary);
  },
});

export const healOne: TaskOf = (scenario) => ({
  play: (game) => applyItem(game, itemOf('balm'), drawnNumber(scenario, 'place')),
});

/** What helps against a status, by its number. */
const cures = ['', 'wake-bell', 'dock-leaf', 'aloe', 'nettle-tea'];

export const cureSick: TaskOf = () => ({
  play: (game) => {
    const place = partyOf(game).findIndex(({ status }) => status !== 0);
    applyItem(game, itemOf(cures[partyOf(game)[place]!.status]!), place);
  },
});

export const useSmoke: TaskOf = () => ({ play: (game) => applyItem(game, itemOf('rue-smoke'), null) });

const idOf = (number: number): string => world.items[number]!.id;

export const buySoMany: TaskOf = (scenario) => ({
  play: (game) => {
    const [item = 0, count = 0] = drawnList(scenario, 'wanted');
    buyHere(game, idOf(item), count);
  },
});

/** Of a thing in the bag, how many more there are than shall be left. */
const surplus = (game: ReferenceGame, scenario: Parameters<TaskOf>[0]): { id: string; count: number } => {
  const [number = 0, left = 0] = drawnList(scenario, 'left');
  const slot = bagOf(game).find(({ item }) => item.number === number);
  return { id: idOf(number), count: (slot?.count ?? 0) - left };
};

export const sellSoMany: TaskOf = (scenario) => ({
  play: (game) => {
    const { id, count } = surplus(game, scenario);
    sellHere(game, id, count);
  },
});

export const tossSoMany: TaskOf = (scenario) => ({
  play: (game) => {
    const { id, count } = surplus(game, scenario);
    tossItem(game, itemOf(id), count);
  },
});

export const boxOne: TaskOf = (scenario) => ({
  play: (game) => {
    const species = drawnNumber(scenario, 'guest');
    putIntoBox(
      game,
      partyOf(game).findIndex((member) => member.species.number === species),
    );
  },
});

export const unboxOne: TaskOf = (scenario) => ({
  play: (game) => takeFromBox(game, drawnNumber(scenario, 'friend')),
});
