import { expect, test } from 'vitest';
import { tellEvents } from './session-events.ts';

const told = (type: string, data: unknown) =>
  tellEvents([{ id: 1, at: '2026-01-01T00:00:00.000Z', type, data }])[0];

test('a jump that was kept when only its end was is told all the same', () => {
  expect(told('jump', { shown: 12345, replayed: 20, tookMs: 30 })).toMatchObject({
    kind: 'went-back',
    frame: null,
    to: 12345,
    message: 'Went back to frame 12,345.',
  });
});

test.each([
  [0.2, 'less than a second'],
  [1.1, '1 second'],
  [59.7, '1 minute'],
  [125, '2 minutes 5 seconds'],
])('%d seconds back are said as %s', (seconds, words) => {
  expect(told('jump', { verb: 'rewind', from: 9000, shown: 8000, seconds })?.message).toBe(
    `Went back ${words}, from frame 9,000 to frame 8,000.`,
  );
});

test('a load from an earlier session says that, and one without a title that it was an autosave', () => {
  expect(told('load', { title: '', from: 500, shown: null })?.message).toBe(
    'Loaded an autosave: from frame 500 to a moment of an earlier session.',
  );
});
