/**
 * Random buttons for a long time, in battles and menus above all: nothing may crash, hang or run over its stack.
 *
 *   node games/thistlevale/testing/soak.ts [frames=1000000] [first seed=1]
 */
import { fileURLToPath } from 'node:url';
import type { Button } from '../../../protocol/words.ts';
import { PlayedGame } from './played-game.ts';
import { world } from './world.ts';

const framesAStart = 50_000;
/** Frames in which the game must have computed at least one: laying out a map takes sixteen. */
const noticed = 90;
/** Requests of wHostRequest, each with arguments below these limits. */
const requests: [request: number, ...limits: number[]][] = [
  [2, world.species.length, 40],
  [2, world.species.length, 40],
  [3, world.trainers.length],
  [3, world.trainers.length],
  [4, 1],
  [6, world.species.length, 40],
  [7, world.items.length, 9],
  [8],
  [9],
];
/** Buttons as a hasty player would press them. */
const likely: Button[] = [
  'a',
  'a',
  'a',
  'a',
  'b',
  'up',
  'down',
  'left',
  'right',
  'up',
  'down',
  'start',
  'select',
];
/** Bytes that the stack must leave between itself and the variables. */
const stackReserve = 48;
const stackTop = 0xe000;
/** The highest variables end below this: tools/toolchain.js allows no more. */
const stackBottom = 0xde00;
const canary = 0xa5;

/** What a random player found in one start. */
export interface SoakResult {
  frames: number;
  battles: number;
  /** Fewest bytes that the stack left free. */
  stackFree: number;
}

const randomFrom = (seed: number): ((n: number) => number) => {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (n) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % n;
  };
};

/**
 * Plays one game with random buttons and random requests at the host's door.
 * @throws Error that names the seed and the frame when the game stops to react, starts anew, or its stack comes too low
 */
export const soak = (seed: number, frames: number): SoakResult => {
  const random = randomFrom(seed);
  const game = new PlayedGame(seed);
  const address = (name: string): number => game.game.variable(name).address;
  const write = (name: string, bytes: number[]): void =>
    game.host.writeMemory(address(name), Uint8Array.from(bytes));
  const fail = (what: string): never => {
    throw new Error(`seed ${seed}, frame ${game.frames}: ${what}`);
  };
  try {
    game.begin();
    game.host.writeMemory(stackBottom, new Uint8Array(256).fill(canary));
    let battles = 0;
    let inBattle = false;
    let checked = game.frames;
    const stackFree = (): number => {
      const used = game.host
        .readMemory(stackBottom, stackTop - stackBottom)
        .findIndex((byte) => byte !== canary);
      return used < 0 ? stackTop - stackBottom : used;
    };
    while (game.frames < frames) {
      const button = likely[random(likely.length)]!;
      game.hold([button], 2 + random(6));
      game.wait(random(8));
      const fighting = game.number('wBattleType') !== 0;
      if (fighting && !inBattle) battles++;
      inBattle = fighting;
      if (game.number('wScreenMode') === 2 && game.number('wHostRequest') === 0 && random(24) === 0) {
        if (random(4) === 0) {
          const map = world.maps[random(world.maps.length)]!;
          const [x, y] = map.entries[random(map.entries.length)]!;
          write('wHostArguments', [map.number, x, y, random(4)]);
          write('wHostRequest', [1]);
          continue;
        }
        const [request, ...limits] = requests[random(requests.length)]!;
        write(
          'wHostArguments',
          [...limits.map((limit) => (limit === 40 ? 2 + random(38) : random(limit))), 0, 0].slice(0, 2),
        );
        // The last argument is never used: start-up clears it.
        game.host.writeMemory(address('wHostArguments') + 7, Uint8Array.of(canary));
        write('wHostRequest', [request!]);
      }
      if (game.frames - checked < 2000) continue;
      checked = game.frames;
      if (battles && game.bytes('wHostArguments')[7] !== canary) fail('the game started anew');
      const beat = game.number('wHeartbeat');
      game.wait(noticed);
      if (game.number('wHeartbeat') === beat) fail('the game hangs');
      if (stackFree() < stackReserve) fail(`the stack leaves ${stackFree()} bytes only`);
    }
    return { frames: game.frames, battles, stackFree: stackFree() };
  } finally {
    game.close();
  }
};

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const total = Number(process.argv[2] ?? 1_000_000);
  let seed = Number(process.argv[3] ?? 1);
  for (let done = 0; done < total; done += framesAStart, seed++) {
    const { battles, stackFree } = soak(seed, Math.min(framesAStart, total - done));
    console.log(`seed ${seed}: ${battles} battles, ${stackFree} bytes of stack free`);
  }
}
