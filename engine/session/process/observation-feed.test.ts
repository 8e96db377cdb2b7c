import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation } from '../../../protocol/observation.ts';
import { ObservationFeed } from './observation-feed.ts';

const frameMs = 1000 / 59.7275;
const look = (frame: number, dx = 0, dy = 0): Observation => ({
  frame,
  mode: 'overworld',
  modeConfidence: 1,
  columns: 1,
  rows: 1,
  cells: [1],
  cellConfidence: [100],
  aligned: dx === 0 && dy === 0,
  scroll: { dx, dy },
});

test('the scroll of observations that are left out is told with the next one', () => {
  const feed = new ObservationFeed(5);
  const told = Array.from({ length: 7 }, (_, n) => feed.thin(look(4 * n, 4, -1), 4 * n * frameMs));
  expect(told.map((one) => one?.scroll ?? null)).toEqual([
    { dx: 4, dy: -1 },
    null,
    null,
    { dx: 12, dy: -3 },
    null,
    null,
    { dx: 12, dy: -3 },
  ]);
});

test('whoever adds up what was told is never off by more than what was not told yet, at any rate', () => {
  const step = fc.record({ ms: fc.integer({ min: 1, max: 300 }), dx: fc.integer({ min: -16, max: 16 }) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.array(step, { minLength: 1 }), (rate, steps) => {
      const feed = new ObservationFeed(rate);
      let [now, walked, told] = [0, 0, 0];
      for (const [frame, { ms, dx }] of steps.entries()) {
        now += ms;
        walked += dx;
        const heard = feed.thin(look(frame, dx), now);
        if (!heard) continue;
        told += heard.scroll.dx;
        expect(told).toBe(walked);
      }
    }),
  );
});

test('looks that come as often as they are told are all told, a little early or late', () => {
  const feed = new ObservationFeed(15);
  const early = [0, 3, -3, 2, -4, 4, 0, -1];
  const told = early.map((ms, n) => feed.thin(look(4 * n), 4 * n * frameMs + ms));
  expect(told.every((one) => one !== null)).toBe(true);
});

test('no more are told than were asked for, once the rate is lowered', () => {
  const feed = new ObservationFeed(15);
  feed.setRate(5);
  let told = 0;
  for (let frame = 0; frame < 600; frame += 4) if (feed.thin(look(frame), frame * frameMs)) told++;
  expect(told).toBeLessThanOrEqual(51);
  expect(told).toBeGreaterThanOrEqual(48);
});
