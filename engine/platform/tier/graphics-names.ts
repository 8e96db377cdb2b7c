import type { Graphics } from '../../../protocol/hardware.ts';

/** `strong`: about an RTX 3070 or RX 6700 and up. `middle`: a card of its own below that. `modest`: all else. */
export type GraphicsClass = 'strong' | 'middle' | 'modest';

/** Below this a card of unknown name is no better than what a processor brings along. */
const leastMiddle = 3 * 1024 ** 3;
const leastStrong = 7.5 * 1024 ** 3;

const number = (text: string | undefined): number => Number(text ?? Number.NaN);

/** NVIDIA's RTX, GTX and GT cards: the last two digits say how large, those before them which generation. */
const nvidia = (name: string): GraphicsClass | null => {
  const [, family, digits, more] = /\b(rtx|gtx|gt)\s*(\d{3,4})(?:\s*(ti|super))?/i.exec(name) ?? [];
  if (family === undefined) return null;
  const model = number(digits);
  const size = model % 100;
  const generation = Math.floor(model / 100);
  if (family.toLowerCase() === 'rtx') {
    // Laptops' cards carry the name of a larger sister: one step down.
    const needed =
      (generation <= 20 ? 80 : generation === 30 ? 70 : 60) + (/laptop|max-q|mobile/i.test(name) ? 10 : 0);
    const counted = size + (more ? 5 : 0);
    return counted >= needed + (generation === 40 ? 5 : 0) ? 'strong' : 'middle';
  }
  if (family.toLowerCase() === 'gt') return 'modest';
  if (generation === 16) return 'middle';
  if (generation === 10) return size >= 80 ? 'strong' : size >= 50 ? 'middle' : 'modest';
  if (generation === 9) return size >= 60 ? 'middle' : 'modest';
  return 'modest';
};

const amd = (name: string): GraphicsClass | null => {
  const [, digits] = /\brx\s*(\d{3,4})/i.exec(name) ?? [];
  if (digits === undefined)
    return /radeon pro (w\d{4}|vii)|radeon vii|rx vega (56|64)/i.test(name) ? 'middle' : null;
  const model = number(digits);
  if (model >= 9000) return model >= 9060 ? 'strong' : 'middle';
  if (model >= 1000) return model % 1000 >= 700 ? 'strong' : model % 1000 >= 500 ? 'middle' : 'modest';
  return model >= 470 && model !== 550 && model !== 560 && model !== 540 ? 'middle' : 'modest';
};

const others = (name: string): GraphicsClass | null => {
  if (/apple m\d+ (pro|max|ultra)/i.test(name)) return 'strong';
  if (/\barc\b.*\bb[57]\d0/i.test(name)) return 'strong';
  if (/\barc\b.*\ba[57]\d0/i.test(name)) return 'middle';
  if (
    /\bh[12]00\b|\ba100\b|tesla [vat]\d|\bl40|rtx (a[456]000|6000)|titan (rtx|v)|instinct|\ba10g?\b|\bl4\b/i.test(
      name,
    )
  ) {
    return 'strong';
  }
  return null;
};

/** How strong one card is: by its name, which is right more often than the memory that drivers report. */
export const graphicsClass = ({ name, kind, memoryBytes }: Graphics): GraphicsClass => {
  const named = name === null ? null : (others(name) ?? nvidia(name) ?? amd(name));
  if (kind === 'virtual') return 'modest';
  if (named !== null) return named;
  if (kind === 'integrated' || memoryBytes === null) return 'modest';
  return memoryBytes >= leastStrong ? 'strong' : memoryBytes >= leastMiddle ? 'middle' : 'modest';
};

/** The strongest of several cards, which is what a game is shown with; null where there is none to be seen. */
export const strongestGraphics = (
  cards: readonly Graphics[],
): { card: Graphics; class: GraphicsClass } | null => {
  const order = ['modest', 'middle', 'strong'];
  let best: { card: Graphics; class: GraphicsClass } | null = null;
  for (const card of cards) {
    const each = { card, class: graphicsClass(card) };
    if (best === null || order.indexOf(each.class) > order.indexOf(best.class)) best = each;
  }
  return best;
};
