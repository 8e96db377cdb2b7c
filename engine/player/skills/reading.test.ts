import { expect, test } from 'vitest';
import { Reading } from './reading.ts';

test('what a text box says is put together from pages that are written letter by letter', () => {
  const reading = new Reading();
  for (const lines of [
    [],
    ['Far'],
    ['Far down'],
    ['Far down', 'a valley'],
    [],
    ['thistles'],
    ['thist'],
    ['thistles grow'],
  ])
    reading.see(lines);
  expect(reading.text).toBe('Far down a valley thistles grow');
  reading.see(['x'.repeat(500)]);
  expect(reading.text).toHaveLength(160);
});
