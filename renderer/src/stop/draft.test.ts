import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stopConditionSchema } from '../../../protocol/stop.ts';
import { conditionOf, type Draft, freshDraft, type Judging, kindsFor, nextAt } from './draft.ts';

const all: Judging = { sees: true, goal: true, tasks: [{ name: 'a', title: 'A' }], realTime: true };

test('only what the session can judge is offered', () => {
  expect(kindsFor(all)).toHaveLength(10);
  expect(kindsFor({ sees: false, goal: false, tasks: [], realTime: true })).toEqual([
    'minutes',
    'clock-time',
    'late-frames',
    'frames',
  ]);
});

test('whatever is typed, what is sent is a condition that the engine takes', () => {
  const value = fc.oneof(fc.double(), fc.integer(), fc.string(), fc.constant(''));
  fc.assert(
    fc.property(
      fc.constantFrom(...kindsFor(all)),
      fc.record({
        words: fc.string({ maxLength: 64 }),
        time: fc.string(),
        minutes: value,
        frames: value,
        percent: value,
      }),
      (when, typed) => {
        const condition = conditionOf({ ...freshDraft(all, when), ...typed } as Draft);
        if (condition) expect(stopConditionSchema.safeParse(condition).success).toBe(true);
      },
    ),
  );
  for (const when of kindsFor(all)) {
    const draft = { ...freshDraft(all, when), words: 'gate', time: '22:30' };
    expect(conditionOf(draft), when).not.toBeNull();
  }
});

test('a time means the next time that the clock shows it', () => {
  const now = new Date(2026, 2, 1, 21, 0);
  expect(nextAt('22:30', now)).toBe(new Date(2026, 2, 1, 22, 30).toISOString());
  expect(nextAt('21:00', now)).toBe(new Date(2026, 2, 2, 21, 0).toISOString());
  for (const wrong of ['', '24:00', '9:00', '12:60', 'noon']) expect(nextAt(wrong, now)).toBeNull();
});
