import { expect, test } from 'vitest';
import { type GovernorStep, governorStepSchema, type Tuning } from '../../../protocol/hardware.ts';
import type { Pace } from '../../session/messages.ts';
import { tuningOf } from '../tier/tuning.ts';
import { Governor } from './governor.ts';
import { changeInWords, loweredBy, lowestLevel } from './rungs.ts';

/** A governor whose clock and sessions are ours. */
const governed = (tuning: Tuning = tuningOf('high')) => {
  let now = 0;
  const applied: Tuning[] = [];
  const kept: GovernorStep[] = [];
  const governor = new Governor({
    tuning: () => tuning,
    apply: (each) => applied.push(each),
    keep: (step) => kept.push(governorStepSchema.parse(step)),
    busy: () => 0.5,
    now: () => now,
  });
  const counts = new Map<string, Pace>();
  /** A session plays for a time, with that many of its frames late. */
  const play = (id: string, ms: number, lateShare: number): void => {
    for (let passed = 0; passed < ms; passed += 250) {
      now += 250;
      const before = counts.get(id) ?? { frames: 0, lateFrames: 0, lostFrames: 0, looks: 0, slowLooks: 0 };
      const pace = {
        ...before,
        frames: before.frames + 15,
        lateFrames: before.lateFrames + Math.round(15 * lateShare),
        looks: before.looks + 4,
      };
      counts.set(id, pace);
      governor.heed(id, pace);
    }
  };
  return { governor, applied, kept, play, counts };
};

test('late frames lower what sessions may spend, in words; a calm minute raises it again', () => {
  const { governor, applied, kept, play } = governed();
  play('a', 5000, 0);
  expect(applied).toEqual([]);
  play('a', 1000, 0.4);
  expect(applied).toEqual([loweredBy(tuningOf('high'), 1)]);
  expect(governor.tuning.picturesPerSecond).toBe(30);
  expect(governor.standing).toMatchObject({ level: 1, lowest: lowestLevel });
  expect(governor.standing.standing).toContain('60 → 30 a second');
  expect(kept[0]!.message).toMatch(
    /^Lowered, because 18 frames were late or lost within a second\. Pictures/,
  );
  play('a', 61_000, 0);
  expect(applied.at(-1)).toEqual(tuningOf('high'));
  expect(kept.at(-1)!.message).toMatch(/^Raised, because nothing was late for a minute\./);
  expect(governor.standing.standing).toContain('Nothing is lowered');
});

test('a session’s first two seconds do not count, nor do counts that begin anew', () => {
  const { applied, play, counts } = governed();
  play('a', 1500, 0.5);
  play('b', 1500, 0.5);
  expect(applied).toEqual([]);
  play('a', 3000, 0);
  counts.set('a', { frames: 3, lateFrames: 0, lostFrames: 0, looks: 0, slowLooks: 0 });
  play('a', 1000, 0);
  expect(applied).toEqual([]);
});

test('another tier reaches the sessions, lowered as they are', () => {
  let tier: 'low' | 'high' = 'high';
  const applied: Tuning[] = [];
  const governor = new Governor({
    tuning: () => tuningOf(tier),
    apply: (tuning) => applied.push(tuning),
    keep: () => {},
    busy: () => null,
  });
  tier = 'low';
  governor.retune();
  expect(applied).toEqual([tuningOf('low')]);
});

test('each step changes something at every tier, and never towards more', () => {
  for (const tier of ['low', 'mid', 'high'] as const) {
    for (let level = 1; level <= lowestLevel; level++) {
      const [before, after] = [loweredBy(tuningOf(tier), level - 1), loweredBy(tuningOf(tier), level)];
      expect(changeInWords(before, after)).not.toBe('');
      expect(after.picturesPerSecond).toBeLessThanOrEqual(before.picturesPerSecond);
      expect(after.overlayPerSecond).toBeLessThanOrEqual(before.overlayPerSecond);
      expect(after.framesBetweenLooks).toBeGreaterThanOrEqual(before.framesBetweenLooks);
      expect(after.fastestSpeed).toBeLessThanOrEqual(before.fastestSpeed);
    }
  }
});
