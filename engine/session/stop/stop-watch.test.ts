import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision, Observation } from '../../../protocol/observation.ts';
import { type StopCondition, stopConditionSchema } from '../../../protocol/stop.ts';
import { seen as seenAt } from '../../../protocol/testing/observation.ts';
import { cellClasses, type ScreenMode, screenModes } from '../../../protocol/words.ts';
import { SightLog } from './sight-log.ts';
import { StopWatch } from './stop-watch.ts';

const minuteMs = 60_000;

/** Conditions as the API gives them on, and a clock that the test moves. */
const watching = (...conditions: object[]) => {
  const clock = { steady: 0, wall: Date.parse('2026-03-01T12:00:00Z') };
  const parsed = conditions.map((condition): StopCondition => stopConditionSchema.parse(condition));
  const watch = new StopWatch(parsed, { steady: () => clock.steady, wall: () => clock.wall });
  watch.run(true);
  return { watch, clock, message: (frames = 0) => watch.check(frames)?.message ?? null };
};
const seen = (mode: ScreenMode, text: string[] = [], cells: number[] = []): Observation =>
  seenAt(0, { mode, columns: 10, rows: 9, cells, cellConfidence: [], text });
const decided = (state: Decision['tasks'][number]['state']) =>
  ({ tasks: [{ name: 'sign', title: 'Read the sign', state }] }) as Decision;

describe('each condition', () => {
  test('goal reached, task done, gave up', () => {
    const goal = watching({ when: 'goal-reached' }, { when: 'task-done', task: 'other' });
    expect(goal.message()).toBeNull();
    goal.watch.goal('reached');
    expect(goal.message()).toBe('The goal was reached.');
    const task = watching({ when: 'task-done', task: 'sign' });
    task.watch.decided(decided('active'));
    expect(task.message()).toBeNull();
    task.watch.decided(decided('done'));
    expect(task.message()).toBe('“Read the sign” is done.');
    const last = watching({ when: 'task-done', task: 'gate' }, { when: 'gave-up' });
    last.watch.goal('reached');
    expect(last.message()).toBe('“gate” is done.');
    const lost = watching({ when: 'goal-reached' }, { when: 'gave-up' });
    lost.watch.goal('gave-up');
    expect(lost.message()).toBe('The player gave up.');
  });

  test('minutes and frames count what was played since they were set, without the pauses', () => {
    const { watch, clock, message } = watching({ when: 'minutes', minutes: 2 });
    clock.steady += minuteMs;
    watch.run(false);
    clock.steady += 10 * minuteMs;
    watch.run(true);
    expect(message()).toBeNull();
    clock.steady += minuteMs;
    expect(message()).toBe('2 minutes were played.');
    watch.set([stopConditionSchema.parse({ when: 'frames', frames: 100 })]);
    expect(message(50)).toBeNull();
    expect(message(100)).toBe('100 frames were played.');
  });

  test('a time of day', () => {
    const { clock, message } = watching({ when: 'clock-time', at: '2026-03-01T12:30:00Z' });
    clock.wall += 29 * minuteMs;
    expect(message()).toBeNull();
    clock.wall += minuteMs;
    expect(message()).toMatch(/^It is \d\d:30\.$/);
  });

  test('a screen counts at two looks in a row, and each time that it comes', () => {
    const { watch, message } = watching({ when: 'screen-mode', mode: 'battle' });
    watch.saw(seen('battle'));
    watch.saw(seen('overworld'));
    expect(message()).toBeNull();
    for (let time = 0; time < 2; time += 1) {
      watch.saw(seen('battle'));
      watch.saw(seen('battle'));
      expect(message()).toBe('The screen shows a battle.');
      watch.saw(seen('battle'));
      expect(message()).toBeNull();
      watch.saw(seen('overworld'));
      watch.saw(seen('overworld'));
      expect(message()).toBeNull();
    }
  });

  test('words are found across lines, whatever their case', () => {
    const { watch, message } = watching({ when: 'text', words: 'the  North gate' });
    watch.saw(seen('dialog', ['You see the']));
    expect(message()).toBeNull();
    watch.saw(seen('dialog', ['You see The', 'north GATE now.']));
    expect(message()).toBe('The screen says “the  North gate”.');
  });

  test('late frames over a whole minute', () => {
    const { watch, message } = watching({ when: 'late-frames', percent: 10 });
    for (let second = 0; second < 59; second += 1) watch.second(60, 12);
    expect(message()).toBeNull();
    watch.second(60, 12);
    expect(message()).toBe('More than 10% of the frames came late for a minute.');
    for (let second = 0; second < 60; second += 1) watch.second(60, 0);
    expect(message()).toBeNull();
  });

  test('no progress: nothing new for that long, and people who walk about are nothing new', () => {
    const { watch, clock, message } = watching({ when: 'no-progress', minutes: 3 });
    const person = cellClasses.indexOf('person');
    const floor = cellClasses.indexOf('floor');
    const look = (cells: number[], text: string[] = []) => {
      watch.saw(seen('overworld', text, cells));
      watch.saw(seen('overworld', text, cells));
    };
    look([floor, floor, 2]);
    clock.steady += 2 * minuteMs;
    look([person, floor, 2]);
    look([floor, person, 2]);
    clock.steady += minuteMs;
    expect(message()).toBe('Nothing new was seen for 3 minutes.');
    look([floor, floor, 3]);
    expect(message()).toBeNull();
    clock.steady += 2.9 * minuteMs;
    look([floor, floor, 2], ['A new sign']);
    clock.steady += minuteMs;
    expect(message()).toBeNull();
    clock.steady += 2 * minuteMs;
    expect(message()).toBe('Nothing new was seen for 3 minutes.');
  });
});

test('any of several stops, one at a time, in their order', () => {
  const { watch, message } = watching({ when: 'goal-reached' }, { when: 'frames', frames: 10 });
  watch.goal('reached');
  expect(message(20)).toBe('The goal was reached.');
  expect(message(20)).toBeNull();
});

test('changing the list while playing keeps what was counted, and what is true already is not news', () => {
  const frames = stopConditionSchema.parse({ when: 'frames', frames: 100 });
  const battle = stopConditionSchema.parse({ when: 'screen-mode', mode: 'battle' });
  const { watch, message } = watching(frames);
  watch.saw(seen('battle'));
  watch.saw(seen('battle'));
  expect(message(60)).toBeNull();
  watch.set([frames, battle]);
  expect(message(61)).toBeNull();
  expect(message(100)).toBe('100 frames were played.');
  watch.set([]);
  expect(message(1000)).toBeNull();
});

test('a condition is met once for each time that it becomes true, whatever is seen', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...screenModes), { maxLength: 200 }), (modes) => {
      const { watch, message } = watching({ when: 'screen-mode', mode: 'menu' });
      let met = 0;
      for (const mode of modes) {
        watch.saw(seen(mode));
        if (message()) met += 1;
      }
      // By hand: the mode that two looks agree on, and how often it turns into a menu.
      const agreed: ScreenMode[] = [];
      modes.forEach((mode, i) => {
        agreed.push(mode === modes[i - 1] ? mode : (agreed.at(-1) ?? 'blank'));
      });
      const turns = agreed.filter((mode, i) => mode === 'menu' && agreed[i - 1] !== 'menu').length;
      expect(met).toBe(turns);
    }),
  );
});

test('memory of what was seen has an end', () => {
  const log = new SightLog();
  // Views count only where the picture rests: here only text does.
  const line = (n: number) => ({ ...seen('dialog', [`line ${n}`]), aligned: false });
  for (let n = 0; n < 50_001; n += 1) expect(log.saw(line(n))).toBe(true);
  expect(log.saw(line(50_000))).toBe(false);
  expect(log.saw(line(0))).toBe(true);
});
