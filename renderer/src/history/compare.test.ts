import { expect, test } from 'vitest';
import type { HistoryFigures, HistorySession } from '../../../protocol/history.ts';
import { difference, smoother, unlike } from './compare.ts';
import { sessionFigures } from './figures.ts';

const entry = (figures: Partial<HistoryFigures>, session: Partial<HistorySession['session']> = {}) =>
  ({ figures, session }) as HistorySession;
const figure = (name: string) => sessionFigures.find((each) => each.name === name)!;

test('the better low and the steadier frame times make a session smoother, with the figures', () => {
  const words = smoother(entry({ low1: 50, frameP99: 20 }), entry({ low1: 58, frameP99: 17 }));
  expect(words).toBe(
    'The second session ran smoother: a 1 % low of 58.0 against 50.0 frames a second, 99 of 100 frames within 17.0 against 20.0 ms.',
  );
});

test('differences that are noise are none', () => {
  expect(smoother(entry({ low1: 58, frameP99: 17 }), entry({ low1: 58.9, frameP99: 17.2 }))).toMatch(
    /equally/,
  );
});

test('one better low, the other steadier: neither, and which has what', () => {
  const words = smoother(entry({ low1: 58, frameP99: 20 }), entry({ low1: 50, frameP99: 17 }));
  expect(words).toMatch(/Neither .* first has the better 1 % low, the second the steadier/);
});

test('what was not measured is not judged', () => {
  expect(smoother(entry({ low1: null, frameP99: 20 }), entry({ low1: 50, frameP99: 17 }))).toMatch(
    /cannot be told/,
  );
  expect(difference(figure('low1'), entry({ low1: null }), entry({ low1: 50 }))).toMatchObject({
    first: null,
    difference: null,
    verdict: null,
  });
});

test('a figure says by how much the second differs, and whether that is better', () => {
  expect(difference(figure('low1'), entry({ low1: 50 }), entry({ low1: 58 }))).toMatchObject({
    difference: '+8.0 frames/s',
    verdict: 'better',
  });
  expect(difference(figure('lateFrames'), entry({ lateFrames: 2 }), entry({ lateFrames: 90 }))).toMatchObject(
    {
      difference: '+88',
      verdict: 'worse',
    },
  );
  expect(difference(figure('lostFrames'), entry({ lostFrames: 0 }), entry({ lostFrames: 0 })).verdict).toBe(
    'same',
  );
});

test('sessions that were not played alike say so', () => {
  const alike = { game: 'a', clock: 'real-time', speed: 1, player: 'eyes' } as const;
  expect(unlike(entry({}, alike), entry({}, alike))).toBeNull();
  expect(unlike(entry({}, alike), entry({}, { ...alike, speed: 4 }))).toContain('another speed');
});
