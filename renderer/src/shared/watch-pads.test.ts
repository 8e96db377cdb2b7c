import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchHeld, watchPads } from './watch-pads.ts';

/** A browser's gamepads, its refreshes and its event, worked by hand. */
let pads: (Pick<Gamepad, 'mapping' | 'id'> | null)[];
let scheduled: Map<number, FrameRequestCallback>;
let page: EventTarget;

const refresh = () => {
  const due = [...scheduled.values()];
  scheduled.clear();
  for (const each of due) each(0);
};
const plugIn = (id: string, mapping: GamepadMappingType = 'standard') => {
  pads.push({ id, mapping });
  page.dispatchEvent(new Event('gamepadconnected'));
};
const plugOut = () => {
  pads = [null];
};

beforeEach(() => {
  pads = [];
  scheduled = new Map();
  page = new EventTarget();
  let ids = 0;
  vi.stubGlobal('navigator', { getGamepads: () => pads });
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    ids += 1;
    scheduled.set(ids, callback);
    return ids;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => scheduled.delete(id));
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => vi.unstubAllGlobals());

test('nothing is asked while there is no gamepad; one that comes is asked at each refresh until it goes', () => {
  const seen: string[][] = [];
  const stop = watchPads((now) => seen.push(now.map(({ id }) => id)));
  expect(scheduled.size).toBe(0);
  plugIn('first');
  refresh();
  expect(seen).toEqual([['first'], ['first']]);
  plugOut();
  refresh();
  expect(seen.at(-1)).toEqual([]);
  expect(scheduled.size).toBe(0);
  plugIn('second');
  expect(seen.at(-1)).toEqual(['second']);
  stop();
  plugIn('third');
  refresh();
  expect(seen.at(-1)).toEqual(['second']);
});

test('two gamepads are asked once a refresh, and one without known places not at all', () => {
  const seen: number[] = [];
  watchPads((now) => seen.push(now.length));
  plugIn('first');
  plugIn('second');
  plugIn('odd', '');
  refresh();
  expect(seen).toEqual([1, 2]);
  expect(scheduled.size).toBe(1);
});

test('what is held when a gamepad is first seen is not told; what is pressed then is', () => {
  let held = ['a'];
  const told: [string[], string[]][] = [];
  watchHeld(
    () => new Set(held),
    (now, before) => told.push([[...now], [...before]]),
  );
  plugIn('first');
  expect(told).toEqual([]);
  held = ['a', 'b'];
  refresh();
  expect(told).toEqual([[['a', 'b'], ['a']]]);
  plugOut();
  refresh();
  plugIn('again');
  expect(told).toHaveLength(2);
});
