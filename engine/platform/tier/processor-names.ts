import type { Tier } from '../../../protocol/hardware.ts';

/** The first pattern that a name fits says where its makers place it. The order matters: special before general. */
const places: readonly (readonly [RegExp, Tier])[] = [
  // Old Core processors, and those with a "Y" or "M" for a few watts, are slower than their number says.
  [/core(\(tm\))?2|pentium|celeron|atom|\bintel n\d+\b|\bn[1-6]\d{2,3}\b|core m\d?-/i, 'low'],
  [/i[357]-\d{4}y\b|i[357]-\d{4}u\b.*\b1\.|core(\(tm\))? i[357] .*\bm ?\d{3}\b/i, 'low'],
  [/xeon.* e3|xeon.* w-?[12]\d{3}\b/i, 'mid'],
  [/xeon|epyc|threadripper/i, 'high'],
  [
    /\bi3\b|core(\(tm\))? 3 |ryzen 3|athlon|sempron|\ba(4|6|8|9|10|12)-\d|\bfx\(?|phenom|turion|\be[12]-\d/i,
    'low',
  ],
  [/\bi5\b|core(\(tm\))? (ultra )?5 |ryzen 5|ryzen ai 5/i, 'mid'],
  [/\bi[79]\b|core(\(tm\))? (ultra )?[79] |ryzen [79]|ryzen ai (max|[79])/i, 'high'],
  [/apple m\d+ (pro|max|ultra)/i, 'high'],
  [/apple m\d/i, 'mid'],
  [/snapdragon.*x (elite|plus)|x1e|x1p/i, 'mid'],
  [/ampere|graviton|neoverse|altra/i, 'high'],
  [/cortex-a|raspberry|bcm27|snapdragon|mediatek|rockchip|rk3/i, 'low'],
];

/** Where the makers of a processor place it, by its name; null for a name that says nothing. */
export const processorPlace = (name: string | null): Tier | null =>
  name === null ? null : (places.find(([pattern]) => pattern.test(name))?.[1] ?? null);
