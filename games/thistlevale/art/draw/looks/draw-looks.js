/** The pictures of the second and third look: tile sets, people, font, battles. What they do not draw is the first look's. */
import { mkdirSync } from 'node:fs';
import { drawBattlePictures } from '../battle-pictures.js';
import { drawSheet } from '../sheet.js';
import { country } from './buildings.js';
import { cave } from './cave.js';
import { drawFigures } from './figures.js';
import { forest } from './forest.js';
import { drawLetters } from './letters.js';
import { hall, indoor } from './rooms.js';
import { bold, boldPen, soft, softPen } from './styles.js';

const painters = { outdoor: country, indoor, country, forest, cave, hall };

/**
 * @param {string} folder where look-2 and look-3 go
 * @param {Array<[string, unknown[][]]>} sets name and blocks (name first) of every tile set, in the first look
 */
export function drawLooks(folder, sets) {
  for (const [number, style, pen] of [
    [2, soft, softPen],
    [3, bold, boldPen],
  ]) {
    const look = `${folder}/look-${number}`;
    mkdirSync(look, { recursive: true });
    for (const [name, blocks] of sets) {
      const drawn = blocks.map(([block]) => {
        const paint = painters[name][block];
        if (!paint) throw new Error(`look ${number} has no painter for block "${block}" of "${name}".`);
        return [block, 0, '', paint(style).canvas];
      });
      drawSheet(drawn, `${look}/${name}.png`);
    }
    drawFigures(style, `${look}/people.png`);
    drawLetters(style, `${look}/font.png`);
    drawBattlePictures(look, pen);
  }
}
