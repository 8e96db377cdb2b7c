import { expect, test } from 'vitest';
import type { Button } from '../../../protocol/words.ts';
import { comboOf } from './pad-combos.ts';

const set = (...held: Button[]) => new Set(held);

test('which of Start and Select comes first says what is meant, once', () => {
  expect(comboOf(set('start'), set('start', 'select'))).toBe('turn');
  expect(comboOf(set('select', 'up'), set('select', 'start', 'up'))).toBe('pause');
  expect(comboOf(set('start', 'select'), set('start', 'select'))).toBeNull();
  expect(comboOf(set(), set('start', 'select'))).toBeNull();
  expect(comboOf(set('start'), set('start', 'a'))).toBeNull();
});
