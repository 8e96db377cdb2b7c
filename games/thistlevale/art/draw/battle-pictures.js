/** All pictures of battles: monsters, trainers, bars and icons. */
import { mkdirSync } from 'node:fs';
import { drawBattle } from './battle.js';
import { Canvas } from './canvas.js';
import { largeMonsters } from './monsters/large.js';
import { Pen } from './monsters/pen.js';
import { smallMonsters } from './monsters/small.js';
import { drawPortrait, portraitNames } from './trainers.js';

const view = (draw, back) => {
  const pen = new Pen(back);
  draw(pen);
  return pen.canvas;
};
export function drawBattlePictures(folder) {
  for (const name of ['monsters', 'trainers']) mkdirSync(`${folder}/${name}`, { recursive: true });
  // The front at the left, 56×56; the back beside it, 48×48, on the same floor.
  for (const [id, draw] of Object.entries({ ...smallMonsters, ...largeMonsters }))
    new Canvas(104, 56)
      .draw(view(draw, false), 0, 0)
      .draw(view(draw, true), 56, 8)
      .write(`${folder}/monsters/${id}.png`);
  for (const name of portraitNames) drawPortrait(name).write(`${folder}/trainers/${name}.png`);
  drawBattle(folder);
}
