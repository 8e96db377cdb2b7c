/** All pictures of battles: monsters, trainers, bars and icons. */
import { mkdirSync } from 'node:fs';
import { drawBattle } from './battle.js';
import { Canvas } from './canvas.js';
import { monsters } from './monsters/all.js';
import { Pen } from './monsters/pen.js';
import { drawPortrait, portraitNames } from './portraits/all.js';

const view = (draw, back, style) => {
  const pen = new Pen(back, style);
  draw(pen);
  return pen.canvas;
};
/**
 * @param {string} folder where monsters/ and trainers/ go
 * @param {object} [style] of a look; the first one's by default
 */
export function drawBattlePictures(folder, style) {
  for (const name of ['monsters', 'trainers']) mkdirSync(`${folder}/${name}`, { recursive: true });
  // The front at the left, 56×56; the back beside it, 48×48, on the same floor.
  for (const [id, draw] of Object.entries(monsters))
    new Canvas(104, 56)
      .draw(view(draw, false, style), 0, 0)
      .draw(view(draw, true, style), 56, 8)
      .write(`${folder}/monsters/${id}.png`);
  for (const name of portraitNames) drawPortrait(name, style).write(`${folder}/trainers/${name}.png`);
  drawBattle(folder, style);
}
