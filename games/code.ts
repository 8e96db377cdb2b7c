import type { Guide } from '../protocol/guide.ts';
import { guide as thistlevaleGuide } from './thistlevale/guide.ts';
import { type FrameLabels, labelFrame as labelThistlevaleFrame } from './thistlevale/labels.ts';

/** What a game brings as code, beside its `game.json`. */
export interface GameCode {
  /** The manual: all that the player may know beforehand. */
  guide: Guide;
  /** The truth about a picture, from memory; for training and scoring only. */
  labelFrame: (read: (name: string) => Uint8Array) => FrameLabels;
}

/** By the id of the game, which is the name of its folder. */
export const gameCode: Record<string, GameCode> = {
  thistlevale: { guide: thistlevaleGuide, labelFrame: labelThistlevaleFrame },
};
