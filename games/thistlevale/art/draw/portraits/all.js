/** Portraits of those one battles with, 56×56, and the player from behind, 48×48. */
import { Pen } from '../monsters/pen.js';
import { roadPortraits } from './road.js';
import { storyPortraits } from './story.js';
import { tradesPortraits } from './trades.js';

const portraits = { ...roadPortraits, ...tradesPortraits, ...storyPortraits };

/** Names of the portraits: ids of trainer classes, and `player`. */
export const portraitNames = Object.keys(portraits);

/** @returns {import('../canvas.js').Canvas} 56×56; the player 48×48 */
export function drawPortrait(name, style) {
  const pen = new Pen(name === 'player', style);
  portraits[name](pen);
  return pen.canvas;
}
