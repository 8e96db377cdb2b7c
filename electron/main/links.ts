/** Rooms that a link may open. The page passes over one that it does not have. */
const rooms = ['play', 'history', 'benchmarks', 'hardware', 'feedback', 'settings'] as const;
export type LinkedRoom = (typeof rooms)[number];

/** What an `eevee://` link asks for, or why it is refused. */
export type Link = { room: LinkedRoom } | { refused: string };

/** Longer ones are no link of ours, and no good in a sentence. */
const longest = 200;

/**
 * Reads a link that came from outside: from a web page, a document, another program. Only `eevee://open/<room>`
 * does something, and all it does is to show that room: nothing from outside starts, stops or changes a thing.
 */
export const readLink = (text: string): Link => {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const refused = { refused: `The link ${shown} is none that Eevee knows.` };
  if (text.length > longest || !URL.canParse(text)) return refused;
  const { protocol, host, pathname, search, hash, username, port } = new URL(text);
  const plain = search === '' && hash === '' && username === '' && port === '';
  if (protocol !== 'eevee:' || host !== 'open' || !plain) return refused;
  const room = rooms.find((name) => pathname === `/${name}` || pathname === `/${name}/`);
  return room ? { room } : refused;
};

/** The link and the ROM files among the words of a command line: those of a first start, or of a second one. */
export const askedFor = (words: readonly string[]): { link: string | null; roms: string[] } => {
  // Chromium's own switches, and the program itself.
  const given = words.slice(1).filter((word) => !word.startsWith('-'));
  return {
    link: given.find((word) => /^eevee:/i.test(word)) ?? null,
    roms: given.filter((word) => !/^\w+:/.test(word) && /\.(gb|gbc|gba|sgb|zip)$/i.test(word)),
  };
};
