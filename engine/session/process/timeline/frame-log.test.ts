import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameLog } from './frame-log.ts';
import { type Piece, Story } from './story.ts';

/** Frames run one after the other, and jumps back to one of those before. */
const played = fc.array(
  fc.record({
    frames: fc.integer({ min: 1, max: 40 }),
    /** Share of what was played that the jump after it leads back to, and frames that it runs again. */
    back: fc.double({ min: 0, max: 1, noNaN: true }),
    again: fc.integer({ min: 1, max: 10 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The pieces of a way from a position on. */
const from = (way: Piece[], position: number): Piece[] =>
  way
    .map((piece) => {
      const skipped = Math.max(0, position - piece.position);
      return {
        position: piece.position + skipped,
        frame: piece.frame + skipped,
        frames: piece.frames - skipped,
      };
    })
    .filter(({ frames }) => frames > 0);

test('at the end of any way it tells what became so last on that way, however often play went back', () => {
  fc.assert(
    fc.property(played, (stretches) => {
      const story = new Story();
      const log = new FrameLog<number>(1e6);
      /** What became so in each frame's game: null, nothing new. */
      const news: (number | null)[] = [];
      const run = (): void => {
        const fresh = news.length % 7 === 3 ? news.length : null;
        if (fresh !== null) log.add(news.length, fresh);
        news.push(fresh);
      };
      for (const { frames, back, again } of stretches) {
        for (let i = 0; i < frames; i += 1) run();
        const target = Math.floor(back * (news.length - 1));
        const way = story.to(target);
        const last = way.at(-1)!;
        const rerun = from(way, Math.max(0, last.position + last.frames - again));
        const first = news.length;
        const numbers = rerun.flatMap((piece) =>
          Array.from({ length: piece.frames }, (_, i) => piece.frame + i),
        );
        log.repeat(rerun, first);
        const before = numbers[0]!;
        const base = story.to(before).at(-1)!.frame === before ? story.baseOf(before) : before - 1;
        story.branch(first, base);
        news.push(...numbers.map((number) => news[number]!));
      }
      for (let frame = 0; frame < news.length; frame += 1) {
        const numbers = story
          .to(frame)
          .flatMap((piece) => Array.from({ length: piece.frames }, (_, i) => piece.frame + i));
        const at = numbers.findLastIndex((number) => news[number] !== null);
        const expected = at < 0 ? null : { item: news[numbers[at]!], forFrames: numbers.length - 1 - at };
        expect(log.newestOn(story.to(frame))).toEqual(expected);
      }
    }),
    { numRuns: 200 },
  );
});

test('its memory is limited: of long ago it knows every second thing, of lately everything', () => {
  const log = new FrameLog<{ number: number }>(2000);
  for (let frame = 0; frame < 10_000; frame += 1) {
    log.add(frame, { number: frame });
    expect(log.bytes).toBeLessThanOrEqual(2000);
  }
  const at = (frame: number) => log.newestOn([{ position: 0, frame: 0, frames: frame + 1 }]);
  expect(at(9999)).toEqual({ item: { number: 9999 }, forFrames: 0 });
  expect(at(9950)).toEqual({ item: { number: 9950 }, forFrames: 0 });
  const old = at(5000)!;
  expect(old.item.number).toBe(5000 - old.forFrames);
  expect(at(0)).toEqual({ item: { number: 0 }, forFrames: 0 });
});
