import type { Graphics } from '../../../protocol/hardware.ts';

/** `strong`: about an RTX 3070 or RX 6700 and up. `middle`: a card of its own below that. `modest`: all else. */
export type GraphicsClass = 'strong' | 'middle' | 'modest';

/** Below this a card of unknown name is no better than what a processor brings along. */
const leastMiddle = 3 * 1024 ** 3;
const leastStrong = 7.5 * 1024 ** 3;

/** Names whose numbers follow no rule. */
const named: readonly (readonly [RegExp, GraphicsClass])[] = [
  [/apple m\d+ (pro|max|ultra)/i, 'strong'],
  [/\barc\b.*\bb[57]\d0/i, 'strong'],
  [/\barc\b.*\ba[57]\d0/i, 'middle'],
  [/\b([ah][12]00|l40s?|l4|a10g?)\b|tesla [vat]\d|titan (rtx|v)|instinct/i, 'strong'],
  [/quadro rtx [4-8]000|rtx a?[4-6]000\b/i, 'strong'],
  [/quadro (rtx|p[2-6]000)|rtx a?[23]000\b/i, 'middle'],
  [/radeon vii|vega (56|64)|radeon pro (w\d{4}|vii)/i, 'middle'],
];

/** The smallest model of each generation of GeForce cards that counts; null: none of it does. */
const geforce: Record<string, { strong: number | null; middle: number | null }> = {
  gtx9: { strong: null, middle: 60 },
  gtx10: { strong: 80, middle: 50 },
  gtx16: { strong: null, middle: 30 },
  rtx20: { strong: 80, middle: 0 },
  rtx30: { strong: 70, middle: 0 },
  // A "Ti" counts for five more than the plain model of its number.
  rtx40: { strong: 65, middle: 0 },
  rtx50: { strong: 60, middle: 0 },
};

const atLeast = (size: number, { strong, middle }: { strong: number | null; middle: number | null }) =>
  strong !== null && size >= strong ? 'strong' : middle !== null && size >= middle ? 'middle' : 'modest';

/** NVIDIA's cards: the last two digits say how large a card is, those before them of which generation. */
const ofNvidia = (name: string): GraphicsClass | null => {
  const [, family, digits, more] = /\b(rtx|gtx|gt)\s*(\d{3,4})\s*(ti|super)?/i.exec(name) ?? [];
  if (family === undefined || digits === undefined) return null;
  const known = geforce[`${family.toLowerCase()}${digits.slice(0, -2)}`];
  return known ? atLeast(Number(digits.slice(-2)) + (more ? 5 : 0), known) : 'modest';
};

/** AMD's: the first digit of four is the generation, the second the size; three digits are older ones. */
const ofAmd = (name: string): GraphicsClass | null => {
  const [, digits] = /\brx\s*(\d{3,4})/i.exec(name) ?? [];
  if (digits === undefined) return null;
  if (digits.length === 3) return Number(digits.slice(1)) >= 70 ? 'middle' : 'modest';
  // With the ninth generation sizes moved into the last two digits.
  if (digits.startsWith('9')) return atLeast(Number(digits.slice(-2)), { strong: 60, middle: 0 });
  const strong = digits.startsWith('5') ? null : 700;
  return atLeast(Number(digits.slice(1)), { strong, middle: 500 });
};

const classOfName = (name: string): GraphicsClass | null =>
  named.find(([pattern]) => pattern.test(name))?.[1] ?? ofNvidia(name) ?? ofAmd(name);

/** How strong one card is: by its name, which is right more often than the memory that drivers report. */
export const graphicsClass = ({ name, kind, memoryBytes }: Graphics): GraphicsClass => {
  if (kind === 'virtual') return 'modest';
  const byName = name === null ? null : classOfName(name);
  if (byName !== null) return byName;
  if (kind === 'integrated' || memoryBytes === null) return 'modest';
  return memoryBytes >= leastStrong ? 'strong' : memoryBytes >= leastMiddle ? 'middle' : 'modest';
};

const order: readonly GraphicsClass[] = ['modest', 'middle', 'strong'];

/** The strongest of several cards, of equals one of its own; null where there is none to be seen. */
export const strongestGraphics = (
  cards: readonly Graphics[],
): { card: Graphics; class: GraphicsClass } | null => {
  const rank = (card: Graphics): number =>
    2 * order.indexOf(graphicsClass(card)) + (card.kind === 'discrete' ? 1 : 0);
  const best = cards.toSorted((a, b) => rank(b) - rank(a))[0];
  return best ? { card: best, class: graphicsClass(best) } : null;
};
