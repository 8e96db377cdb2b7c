/** Texts: read from files, wrapped to the text box, encoded for the text engine. */
import { readFileSync } from 'node:fs';

/** The text box shows two lines of this many letters; the last column is the waiting arrow's. */
export const lineLength = 17;
/** A question leaves room for the box with its answers. */
export const questionLength = 12;
const linesAPage = 2;

/** Codes below 32 of the text engine (text.c reads the same numbers). */
const codes = {
  end: 0,
  line: 1,
  page: 2,
  word: 3,
  number: 4,
  steps: 5,
  thing: 6,
  count: 7,
  password: 8,
  direction: 9,
  item: 10,
  player: 11,
};
/** Placeholders that the game fills in, with the room they take. */
const placeholders = new Map([
  ['{word}', [codes.word, 8]],
  ['{number}', [codes.number, 2]],
  ['{steps}', [codes.steps, 5]],
  ['{thing}', [codes.thing, 8]],
  ['{count}', [codes.count, 1]],
  ['{password}', [codes.password, 8]],
  ['{direction}', [codes.direction, 5]],
  ['{item}', [codes.item, 12]],
  ['{player}', [codes.player, 10]],
]);

/**
 * Reads a text file: `# name` starts a text, an empty line starts a new page, the word `|` a new line.
 * @returns {Map<string, string>} name → text
 */
export function readTexts(file, name) {
  const texts = new Map();
  let current;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# ')) {
      current = line.slice(2).trim();
      if (texts.has(current)) throw new Error(`${name} has two texts named "${current}"; rename one.`);
      texts.set(current, '');
    } else if (current !== undefined) {
      texts.set(current, `${texts.get(current)}${line}\n`);
    }
  }
  return texts;
}

/** Wraps a text into pages of lines of `most` letters. */
export function wrap(text, name, most = lineLength) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((paragraph) => {
      const lines = [''];
      for (const word of paragraph.trim().split(/\s+/)) {
        if (word === '|') {
          lines.push('');
          continue;
        }
        const length = width(word);
        if (length > most)
          throw new Error(`text "${name}" has "${word}", longer than a line of ${most}; shorten it.`);
        const last = lines[lines.length - 1];
        if (last === '') lines[lines.length - 1] = word;
        else if (width(last) + 1 + length <= most) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      const pages = [];
      for (let i = 0; i < lines.length; i += linesAPage) pages.push(lines.slice(i, i + linesAPage));
      return pages;
    });
}

const width = (text) => {
  let length = text.length;
  for (const [placeholder, [, room]] of placeholders)
    if (text.includes(placeholder)) length += room - placeholder.length;
  return length;
};

/** The bytes of a text: letters as ASCII, codes between lines and pages, 0 at the end. */
export function encodeText(text, name, most = lineLength) {
  const pages = wrap(text, name, most).map((lines) => lines.map((line) => encodeLine(line, name)));
  const bytes = [];
  pages.forEach((lines, page) => {
    if (page > 0) bytes.push(codes.page);
    for (const [i, line] of lines.entries()) bytes.push(...(i > 0 ? [codes.line] : []), ...line);
  });
  return [...bytes, codes.end];
}

function encodeLine(line, name) {
  const bytes = [];
  for (let i = 0; i < line.length; ) {
    const found = [...placeholders].find(([placeholder]) => line.startsWith(placeholder, i));
    if (found) {
      bytes.push(found[1][0]);
      i += found[0].length;
      continue;
    }
    const code = line.charCodeAt(i++);
    if (code < 32 || code > 126)
      throw new Error(`text "${name}" has "${line[i - 1]}", which the font lacks; use plain ASCII.`);
    bytes.push(code);
  }
  return bytes;
}
