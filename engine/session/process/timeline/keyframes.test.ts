import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openHost } from '../../../../native/index.ts';
import { scratchFolder, testCore, testRom } from '../../../testing/engine.ts';
import { leastMissed, tooClose } from '../../thinning.ts';
import { KeptInputs } from './kept-inputs.ts';
import { Keyframes } from './keyframes.ts';
import { frameOn, positionOn, Story } from './story.ts';

test('keyframes stay within their memory, densest where they are youngest, and the oldest is old', async () => {
  const folder = scratchFolder();
  const host = openHost({
    core: testCore('synthetic'),
    rom: testRom(folder, 'width=16\nheight=16\naudio=0\n'),
    systemDir: join(folder, 'system'),
    saveDir: join(folder, 'saves'),
  });
  onTestFinished(() => host.close());
  const keyframes = new Keyframes(host);
  const limit = 40_000;
  const seconds = 1800;
  for (let second = 0; second < seconds; second += 1) {
    host.run(60, second % 1024);
    keyframes.take((next) => ({ stretch: 0, after: next - 1 }));
    keyframes.thin(limit, 0);
    expect(keyframes.bytes).toBeLessThanOrEqual(limit);
    // Thumbnails are packed on another thread.
    if (second % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const moments = keyframes.all.map(({ next }) => next);
  const gaps = moments.slice(1).map((next, index) => next - moments[index]!);
  expect(moments.at(-1)).toBe(seconds * 60);
  expect(gaps.at(-1)).toBe(60);
  expect(moments.length).toBeGreaterThan(10);
  const [old, young] = [gaps.slice(0, gaps.length / 2), gaps.slice(gaps.length / 2)];
  const mean = (some: number[]) => some.reduce((sum, gap) => sum + gap, 0) / some.length;
  expect(mean(old)).toBeGreaterThan(2 * mean(young));
  expect(moments[0]).toBe(60);
  // Each that is left can still be gone back to.
  for (const { id } of keyframes.all) host.recallState(id);
});

test('with memory to spare no gap is longer than its age allows, whatever the rhythm', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 60, max: 500 }), { minLength: 3, maxLength: 600 }), (steps) => {
      let moments: number[] = [];
      let now = 0;
      for (const step of steps) {
        now += step;
        moments.push(now);
        const gone = new Set(tooClose(moments, now));
        moments = moments.filter((_, index) => !gone.has(index));
      }
      expect(moments.at(-1)).toBe(now);
      expect(moments[0]).toBe(steps[0]);
      for (let index = 1; index < moments.length - 1; index += 1) {
        const gap = moments[index]! - moments[index - 1]!;
        const age = now - moments[index - 1]!;
        expect(gap).toBeLessThanOrEqual(Math.max(500, age / 240));
      }
    }),
  );
});

test('five autosaves lie at growing distances, however many there were', () => {
  let frames: number[] = [];
  for (let frame = 600; frame <= 600 * 200; frame += 600) {
    frames.push(frame);
    if (frames.length > 5) frames = frames.filter((_, index) => index !== leastMissed(frames, frame));
  }
  const ages = frames.map((frame) => 600 * 200 - frame);
  expect(ages.at(-1)).toBe(0);
  expect(ages.at(-2)).toBeLessThanOrEqual(1200);
  expect(ages[0]).toBeGreaterThan(30_000);
});

test('inputs come back as they went in, from any frame to any other', () => {
  const runs = fc.array(fc.record({ frames: fc.integer({ min: 1, max: 40 }), buttons: fc.nat(3) }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(runs, fc.nat(400), fc.nat(400), fc.nat(200), (given, one, other, forgotten) => {
      const inputs = new KeptInputs();
      inputs.add(given);
      const flat = given.flatMap(({ frames, buttons }) => Array<number>(frames).fill(buttons));
      expect(inputs.end).toBe(flat.length);
      const low = Math.min(forgotten, flat.length - 1);
      inputs.forgetBefore(low);
      const [from, to] = [Math.max(low, Math.min(one, other)), Math.min(flat.length, Math.max(one, other))];
      const back = inputs
        .between(from, to)
        .flatMap(({ frames, buttons }) => Array<number>(frames).fill(buttons));
      expect(back).toEqual(flat.slice(from, Math.max(from, to)));
    }),
  );
});

test('a story leads to any frame through every branch, and positions and frames are each other’s reverse', () => {
  const plays = fc.array(fc.record({ frames: fc.integer({ min: 1, max: 50 }), back: fc.nat(1000) }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(plays, (jumps) => {
      const story = new Story();
      /** The frames that led to each, kept the slow way. */
      const ways: number[][] = [];
      let way: number[] = [];
      for (const { frames, back } of jumps) {
        for (let i = 0; i < frames; i += 1) {
          way = [...way, ways.length];
          ways.push(way);
        }
        const base = back % ways.length;
        story.branch(ways.length, base);
        way = ways[base]!;
      }
      for (const [frame, expected] of ways.entries()) {
        const pieces = story.to(frame);
        expect(
          pieces.flatMap((piece) => Array.from({ length: piece.frames }, (_, i) => piece.frame + i)),
        ).toEqual(expected);
        const position = expected.length - 1;
        expect(positionOn(pieces, frame)).toBe(position);
        expect(frameOn(pieces, position)).toBe(frame);
        expect(frameOn(pieces, position + 1)).toBeNull();
      }
    }),
  );
});
