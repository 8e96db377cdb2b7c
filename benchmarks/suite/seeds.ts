import { firstJudgingSeed } from '../../protocol/words.ts';

/** Seeds that the game itself knows: 16 bits, halved between development and judging. */
const half = 0x8000;

/**
 * The game's own seed for a seed of the suite. Games know 65,536 of them: development has the lower half and
 * judging the upper, so that no judged maze was ever seen before.
 */
export const gameSeed = (seed: number): number =>
  seed < firstJudgingSeed ? seed % half : half + ((seed - firstJudgingSeed) % half);
