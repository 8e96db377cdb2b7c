import { tiers } from '../../../protocol/hardware.ts';

/** `auto`: as measured. Any other stands unless the user chose one on the page. */
export const tierChoices = ['auto', ...tiers] as const;
export type TierChoice = (typeof tierChoices)[number];
