import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calmMs, calmState, decide, type GovernorState, type Sample, type Step, settleMs } from './decide.ts';
import { lowestLevel } from './rungs.ts';

const quarter = 250;
const calm = { frames: 15, lateFrames: 0, looks: 4, slowLooks: 0, busy: 0.4 };
const late = { ...calm, lateFrames: 5 };

type Happening = Omit<Sample, 'at'>;
interface Change extends Step {
  at: number;
}

/** Four samples a second of what happens; returns every step and the state at the end. */
const play = (happenings: Iterable<Happening>, from: GovernorState = calmState(0), begin = 0) => {
  let state = from;
  let at = begin;
  const changes: Change[] = [];
  for (const happening of happenings) {
    at += quarter;
    const decided = decide(state, { at, ...happening });
    state = decided.state;
    if (decided.step) changes.push({ at, ...decided.step });
  }
  return { state, changes, at };
};
const seconds = (count: number, happening: Happening): Happening[] =>
  Array.from({ length: count * 4 }, () => happening);

describe('lowering', () => {
  test('within a second of the first late frames', () => {
    const { changes } = play([...seconds(10, calm), ...seconds(1, late)]);
    expect(changes).toMatchObject([{ from: 0, to: 1 }]);
    expect(changes[0]!.at - 10_000).toBeLessThanOrEqual(1000);
    expect(changes[0]!.why).toContain('15 frames were late');
  });

  test('goes on, step by step, while it does not help, down to the lowest', () => {
    const { changes, state } = play(seconds(30, late));
    expect(changes.map(({ to }) => to)).toEqual([1, 2, 3]);
    for (const [i, { at }] of changes.entries()) {
      if (i > 0) expect(at - changes[i - 1]!.at).toBeGreaterThanOrEqual(settleMs);
    }
    expect(state.level).toBe(lowestLevel);
  });

  test('slow looks are a reason, too', () => {
    const { changes } = play(seconds(1, { ...calm, slowLooks: 2 }));
    expect(changes[0]!.why).toContain('looks took longer than their budget');
  });

  test('a lone late frame now and then is none', () => {
    const now = [...seconds(1, calm), { ...calm, lateFrames: 1 }];
    expect(play(Array.from({ length: 200 }, () => now).flat()).changes).toEqual([]);
  });

  test('a lone hitch of the computer is none, nor is one a minute', () => {
    for (const hitch of [
      [{ ...calm, lateFrames: 9 }],
      [
        { ...calm, lateFrames: 12 },
        { ...calm, lateFrames: 6 },
      ],
    ]) {
      const minute = [...seconds(60, calm), ...hitch];
      expect(play(Array.from({ length: 20 }, () => minute).flat()).changes).toEqual([]);
    }
  });

  test('a second hitch within ten seconds is one, in the moment it happens', () => {
    const hitch = { ...calm, lateFrames: 6 };
    const { changes } = play([...seconds(20, calm), hitch, ...seconds(6, calm), hitch, ...seconds(6, calm)]);
    expect(changes).toMatchObject([{ at: 26_500, from: 0, to: 1 }]);
    const apart = play([...seconds(20, calm), hitch, ...seconds(11, calm), hitch, ...seconds(6, calm)]);
    expect(apart.changes).toEqual([]);
  });

  test('a hitch that does not end is none', () => {
    const { changes } = play([...seconds(20, calm), ...seconds(1, late)]);
    expect(changes).toMatchObject([{ at: 20_750, to: 1 }]);
  });

  test('at eight times the speed so few of so many frames are none', () => {
    const fast = { ...calm, frames: 120, lateFrames: 1 };
    expect(play(seconds(60, fast)).changes).toEqual([]);
  });
});

describe('raising', () => {
  const lowered = play(seconds(1, late));

  test('a step after a calm minute, and the next after another', () => {
    const deep = play(seconds(30, late));
    const { changes, state } = play(seconds(400, calm), deep.state, deep.at);
    expect(changes.map(({ to }) => to)).toEqual([2, 1, 0]);
    let last = deep.at;
    for (const { at } of changes) {
      expect(at - last).toBeGreaterThanOrEqual(calmMs);
      expect(at - last).toBeLessThan(calmMs + 1000);
      last = at;
    }
    expect(state.level).toBe(0);
  });

  test('not while the machine has nothing left, although nothing is late', () => {
    const busy = play(seconds(300, { ...calm, busy: 0.97 }), lowered.state, lowered.at);
    expect(busy.changes).toEqual([]);
    const after = play(seconds(1, calm), busy.state, busy.at);
    expect(after.changes).toMatchObject([{ from: 1, to: 0 }]);
  });

  test('a load of the machine that nobody can tell holds nothing up', () => {
    const { changes } = play(seconds(61, { ...calm, busy: null }), lowered.state, lowered.at);
    expect(changes).toHaveLength(1);
  });

  test('what does not hold is tried ever more rarely', () => {
    // Too much at the tier's own settings, fine one step lower: a governor without memory would flutter.
    let state = calmState(0);
    const raises: number[] = [];
    const hours = 3;
    for (let at = quarter; at < hours * 3_600_000; at += quarter) {
      const decided = decide(state, { at, ...(state.level === 0 ? late : calm) });
      state = decided.state;
      if (decided.step && decided.step.to < decided.step.from) raises.push(at);
    }
    const gaps = raises.slice(1).map((at, i) => at - raises[i]!);
    for (const [i, gap] of gaps.entries()) {
      if (i > 0) expect(gap).toBeGreaterThanOrEqual(gaps[i - 1]! - 1000);
    }
    expect(raises.length).toBeLessThanOrEqual(4 + (hours * 60) / 16);
  });

  test('a raise that held makes the next one quick again', () => {
    const relapse = play(
      [...seconds(61, calm), ...seconds(3, late), ...seconds(121, calm)],
      lowered.state,
      lowered.at,
    );
    expect(relapse.changes.map(({ to }) => to)).toEqual([0, 1, 2, 1]);
    const held = play([...seconds(121, calm)], relapse.state, relapse.at);
    expect(held.changes.map(({ to }) => to)).toEqual([0]);
    expect(held.state.patienceMs).toBe(calmMs);
  });
});

test('under any load it never flutters', () => {
  const happening = fc.record({
    frames: fc.nat(130),
    lateFrames: fc.oneof(fc.constant(0), fc.nat(20)),
    looks: fc.nat(6),
    slowLooks: fc.oneof(fc.constant(0), fc.nat(6)),
    busy: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  // Stretches of the same, from a moment to minutes: what loads look like, and what tempts to flutter.
  const trace = fc
    .array(
      fc.tuple(fc.oneof(happening, fc.constant(calm), fc.constant(late)), fc.integer({ min: 1, max: 1200 })),
      {
        maxLength: 30,
      },
    )
    .map((stretches) => stretches.flatMap(([what, times]) => Array.from({ length: times }, () => what)));
  fc.assert(
    fc.property(trace, (happenings) => {
      const { changes, state } = play(happenings);
      expect(state.level).toBeGreaterThanOrEqual(0);
      expect(state.level).toBeLessThanOrEqual(lowestLevel);
      for (const [i, { at, from, to }] of changes.entries()) {
        expect(Math.abs(to - from)).toBe(1);
        const before = changes[i - 1];
        if (before) expect(from).toBe(before.to);
        const since = at - (before?.at ?? 0);
        if (to < from) expect(since).toBeGreaterThanOrEqual(calmMs);
        else if (before && before.to > before.from) expect(since).toBeGreaterThanOrEqual(settleMs);
      }
      const raises = changes.filter(({ from, to }) => to < from).length;
      expect(raises).toBeLessThanOrEqual((happenings.length * quarter) / calmMs);
    }),
    { numRuns: 150 },
  );
});
