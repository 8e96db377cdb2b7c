import type { Button } from '../../../protocol/words.ts';
import { classNumber, maps, type PlayedGame } from './played-game.ts';

/** What the walk needs of a game that is played. */
export type Walkable = Pick<
  PlayedGame,
  'bytes' | 'number' | 'hold' | 'wait' | 'press' | 'until' | 'mode' | 'dismiss' | 'position'
>;

const ways: [Button, number, number][] = [
  ['down', 0, 1],
  ['up', 0, -1],
  ['left', -1, 0],
  ['right', 1, 0],
];

/** The first step of a shortest way on the current map, by what memory says; null when there is none. */
export const nextStep = (game: Walkable, toX: number, toY: number): Button | null => {
  const width = game.number('wMapWidth');
  const height = game.number('wMapHeight');
  const stride = game.number('wMapStride');
  const blocks = game.bytes('wOverworldMap');
  const classes = game.bytes('wBlockClass');
  const persons = new Set<number>();
  for (let i = 0; i < game.number('wNumPersons'); i++)
    persons.add(game.bytes('wPersonY')[i]! * width + game.bytes('wPersonX')[i]!);
  const classAt = (x: number, y: number) => classes[blocks[(y + 6) * stride + x + 6]!]!;
  const doors = [classNumber('door'), classNumber('gate')];
  const open = [classNumber('floor'), classNumber('grass'), ...doors];
  const [fromX, fromY] = game.position();
  const firstSteps = new Map<number, Button | null>([[fromY * width + fromX, null]]);
  const queue: [number, number][] = [[fromX, fromY]];
  for (const [x, y] of queue) {
    if (x === toX && y === toY) return firstSteps.get(y * width + x) ?? null;
    for (const [button, dx, dy] of ways) {
      const nextX = x + dx;
      let nextY = y + dy;
      if (nextX < 0 || nextX >= width || nextY < 0 || nextY >= height) continue;
      if (button === 'down' && classAt(nextX, nextY) === classNumber('ledge')) nextY++;
      const place = nextY * width + nextX;
      const cell = classAt(nextX, nextY);
      if (nextY >= height || !open.includes(cell) || persons.has(place) || firstSteps.has(place)) continue;
      if (doors.includes(cell) && !(nextX === toX && nextY === toY)) continue;
      firstSteps.set(place, firstSteps.get(y * width + x) ?? button);
      queue.push([nextX, nextY]);
    }
  }
  return null;
};

/** Walks to a block of the current map, or through the door that is there. */
export const walkTo = (game: Walkable, x: number, y: number, limit = 6000): void => {
  const map = game.number('wCurMap');
  let held: Button[] = [];
  for (let frame = 0; frame < limit; frame++) {
    if (game.number('wCurMap') !== map || game.number('wScreenMode') !== 2) break;
    if (game.number('wWalkCounter') === 0) {
      const [atX, atY] = game.position();
      if (atX === x && atY === y) break;
      const step = nextStep(game, x, y);
      held = step ? [step] : [];
    }
    game.hold(held, 1);
    if (frame === limit - 1) throw new Error(`(${x}, ${y}) of map ${map} was not reached in ${limit} frames`);
  }
  game.until('standing still', () => game.number('wScreenMode') !== 5 && game.number('wShownWalk') === 0);
};

/** From the bedroom to the town, in front of the own house. */
export const leaveHouse = (game: Walkable): void => {
  walkTo(game, 7, 1);
  walkTo(game, 3, 7);
  if (game.number('wCurMap') !== maps.town) throw new Error('the front door did not lead to the town');
};

/** Presses A towards the sign of the town and reads all of it. */
export const readTownSign = (game: Walkable): void => {
  walkTo(game, 7, 5);
  game.hold(['up'], 4);
  game.wait(4);
  game.press('a', 10);
  game.dismiss();
};

/** Over the northern edge of the town. */
export const walkToLane = (game: Walkable): void => {
  walkTo(game, 9, 0);
  game.until('the lane', () => game.number('wCurMap') === maps.lane, ['up']);
  game.until('standing still', () => game.number('wShownWalk') === 0 && game.number('wShownMapReady') === 1);
};

/** From the bedroom through all errands of the first chapter to its card. */
export const playChapter = (game: Walkable): void => {
  leaveHouse(game);
  readTownSign(game);
  walkTo(game, 14, 4);
  walkTo(game, 3, 7);
  walkToLane(game);
  walkTo(game, 9, 3, 12_000);
  game.until('the card of the chapter', () => game.mode() === 'ending');
};

/** On from the card to the gate house. */
export const passGate = (game: PlayedGame): void => {
  game.wait(60);
  game.press('start', 10);
  game.until('the gate house', () => game.mode() === 'overworld');
};
