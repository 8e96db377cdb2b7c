/**
 * One secret has many spellings in a log: other case, composed or decomposed accents, JSON's escapes, a URL's
 * percent signs. These functions make a regular expression's source that finds all of them.
 */

/** A text as the source of a regular expression that finds it. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** `/` as it stands, as JSON may escape it, and percent-encoded once or more often; backslashes likewise. */
export const anySeparator = '(?:\\\\{1,8}\\/?|\\/|%(?:25)*(?:2f|5c))';

const percentOf = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%(?:25)*${byte.toString(16).padStart(2, '0')}`).join('');

const jsonOf = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, index) => `\\\\{1,4}u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');

/** Regular expression source for one character in every spelling. */
const spellingsOf = (character: string): string => {
  if (character === '/' || character === '\\') return anySeparator;
  const cases = new Set([character, character.toLowerCase(), character.toUpperCase()]);
  const forms = new Set([...cases].flatMap((each) => [each, each.normalize('NFC'), each.normalize('NFD')]));
  const spelled = [...forms].flatMap((each) => [escaped(each), jsonOf(each), percentOf(each)]);
  // A blank in a URL's query may be a plus sign.
  if (character === ' ') spelled.push('\\+');
  return `(?:${spelled.join('|')})`;
};

/** Regular expression source (flags `iu`) that finds a text in every spelling. */
export const everySpelling = (text: string): string =>
  // Composed first, so that a character with its accents is one choice of alternatives.
  [...text.normalize('NFC')].map(spellingsOf).join('');

/** What may stand before a word: no letter or digit, unless it ends an escape (`%2Fanna`, `\nanna`). */
export const wordBegins =
  '(?<![\\p{L}\\p{N}\\p{M}]|(?:%(?:25)*[0-9a-f]))|(?<=%(?:25)*[0-9a-f]{2})|(?<=\\\\u[0-9a-f]{4})|(?<=\\\\[nrtbf])';
/** What may stand after it. */
export const wordEnds = '(?![\\p{L}\\p{N}\\p{M}])';
