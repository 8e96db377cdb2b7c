import { expect, test } from 'vitest';
import { buttonBit, buttonMask } from '../../../protocol/words.ts';
import type { Suggestion } from '../../player/types.ts';
import { AdviceBook } from './advice-book.ts';

const suggest = (button: 'up' | 'left' | 'a', frame: number, skill = 'walk-to'): Suggestion => ({
  buttons: buttonBit(button),
  decision: {
    ...{
      frame,
      goal: 'Goal',
      task: 'Task',
      skill,
      action: `press ${button}`,
      why: 'it helps',
      confidence: 0.9,
    },
    tasks: [],
  },
});
const up = buttonBit('up');
const left = buttonBit('left');

test('the first button after it was said answers a piece of advice', () => {
  const book = new AdviceBook();
  const first = suggest('up', 0);
  expect(book.hear(first, 0, 0)).toMatchObject({ advice: { number: 0, answer: 'open', buttons: ['up'] } });
  expect(book.hear(first, 0, 4)).toBeNull();
  expect(book.hear(first, up, 8)).toMatchObject({
    ...{ advice: { answer: 'followed' }, agreement: { followed: 1, differed: 0 } },
    answered: { number: 0 },
  });
  const second = suggest('left', 20);
  book.hear(second, 0, 20);
  expect(book.hear(second, buttonMask(['a']), 24)).toMatchObject({
    ...{ advice: { number: 1, answer: 'differed' }, agreement: { followed: 1, differed: 1 } },
  });
});

test('what was held down already gets half a second before it counts as another answer', () => {
  const book = new AdviceBook();
  const advice = suggest('up', 0);
  book.hear(advice, left, 0);
  expect(book.hear(advice, left, 28)).toBeNull();
  expect(book.hear(advice, left, 32)).toMatchObject({ advice: { answer: 'differed' } });

  const other = new AdviceBook();
  other.hear(advice, left, 0);
  other.hear(advice, 0, 4);
  expect(other.hear(advice, left, 8)).toMatchObject({ advice: { answer: 'differed' } });
});

test('the same advice thought through again stays one, for as long as somebody is busy answering it', () => {
  const book = new AdviceBook();
  const first = suggest('up', 0);
  book.hear(first, 0, 0);
  book.hear(first, up, 4);
  expect(book.hear(suggest('up', 16), up, 16)).toMatchObject({
    advice: { number: 0, since: 0, frame: 16, answer: 'followed' },
    agreement: { followed: 1 },
  });
  expect(book.hear(suggest('up', 32), 0, 32)).toMatchObject({ advice: { number: 1, answer: 'open' } });
  expect(book.hear(suggest('up', 92, 'explore'), 0, 92)).toMatchObject({ advice: { number: 2 } });
});

test('silence takes advice back, and nobody is counted against it', () => {
  const book = new AdviceBook();
  expect(book.close()).toBeNull();
  book.hear(suggest('a', 0), 0, 0);
  expect(book.hear(null, 0, 4)).toMatchObject({ advice: null, agreement: { followed: 0, differed: 0 } });
  expect(book.hear(null, up, 8)).toBeNull();
  book.hear(suggest('a', 12), 0, 12);
  expect(book.close()).toMatchObject({ advice: null });
});
