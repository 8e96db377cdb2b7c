import { expect, test } from 'vitest';
import { textLines } from './text-lines.ts';

const tiles = (...rows: string[]): Uint8Array =>
  Uint8Array.from(rows.join(''), (letter) => (letter === '·' ? 0 : letter.charCodeAt(0)));

test('text is read line by line, parted by frames and wide gaps', () => {
  const screen = tiles(
    '·Hello there!·SAVE·',
    '·  3 moths    9  · ·',
    '···················',
    '·  - . -  ·········',
  );
  expect(textLines(screen, 19)).toEqual(['Hello there!', 'SAVE', '3 moths', '9']);
  expect(textLines(new Uint8Array(0), 20)).toEqual([]);
});
