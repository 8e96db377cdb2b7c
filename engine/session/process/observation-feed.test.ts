import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation } from '../../../protocol/observation.ts';
import { seen as seenAt } from '../../../protocol/testing/observation.ts';
import { ObservationFeed } from './observation-feed.ts';

const frameMs = 1000 / 59.7275;
const look = (frame: number, dx = 0, aligned = false): Observation =>
  seenAt(frame, { aligned, scroll: { dx, dy: -dx } });
const scrolls = (told: Observation[]) => told.map(({ frame, scroll }) => [frame, scroll.dx, scroll.dy]);

test('the scroll of observations that are left out is told with the next one', () => {
  const feed = new ObservationFeed(5);
  const told = Array.from({ length: 7 }, (_, n) => scrolls(feed.thin(look(4 * n, 4), 4 * n * frameMs)));
  expect(told).toEqual([[[0, 4, -4]], [], [], [[12, 12, -12]], [], [], [[24, 12, -12]]]);
});

test('a look at a resting view that was left out is told before the next one, which scrolled from there', () => {
  const feed = new ObservationFeed(5);
  const looks = [look(0, 4), look(4, 4), look(8, 3, true), look(12, 4)];
  const told = looks.map((one) => scrolls(feed.thin(one, one.frame * frameMs)));
  expect(told).toEqual([
    [[0, 4, -4]],
    [],
    [],
    [
      [8, 7, -7],
      [12, 4, -4],
    ],
  ]);
});

test('whoever follows what is told knows the newest view at rest and how far it scrolled since, at any rate', () => {
  const step = fc.record({
    ms: fc.integer({ min: 1, max: 300 }),
    dx: fc.integer({ min: -16, max: 16 }),
    aligned: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.array(step, { minLength: 1 }), (rate, steps) => {
      const feed = new ObservationFeed(rate);
      let now = 0;
      const really = { rest: -1, since: 0, way: 0 };
      const known = { rest: -1, since: 0, way: 0 };
      const follow = (who: typeof really, { frame, aligned, scroll }: Observation) => {
        who.way += scroll.dx;
        who.since = aligned ? 0 : who.since + scroll.dx;
        if (aligned) who.rest = frame;
      };
      for (const [frame, { ms, dx, aligned }] of steps.entries()) {
        now += ms;
        const seen = look(frame, dx, aligned);
        follow(really, seen);
        const told = feed.thin(seen, now);
        for (const one of told) follow(known, one);
        if (told.length > 0) expect(known).toEqual(really);
      }
    }),
  );
});

test('looks that come as often as they are told are all told, a little early or late', () => {
  const feed = new ObservationFeed(15);
  const early = [0, 3, -3, 2, -4, 4, 0, -1];
  const told = early.map((ms, n) => feed.thin(look(4 * n), 4 * n * frameMs + ms));
  expect(told.every(({ length }) => length === 1)).toBe(true);
});

test('the page is told no more often than was asked for, once the rate is lowered', () => {
  const feed = new ObservationFeed(15);
  feed.setRate(5);
  const looks = Array.from({ length: 150 }, (_, n) =>
    feed.thin(look(4 * n, 4, n % 4 === 0), 4 * n * frameMs),
  );
  expect(looks.filter(({ length }) => length > 0)).toHaveLength(50);
});
