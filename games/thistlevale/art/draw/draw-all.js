/**
 * One-off: draws the first version of every PNG in art/ and tileset.json. The PNG files and tileset.json are the
 * source that the build reads; run this only to start over (`node games/thistlevale/art/draw/draw-all.js`).
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawFont } from './font.js';
import { indoorBlocks } from './indoor.js';
import { outdoorBlocks } from './outdoor.js';
import { drawEffects, drawPeople } from './people.js';
import { drawEnding, drawTitle } from './pictures.js';
import { describeBlocks, drawSheet } from './sheet.js';

const art = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

drawFont(art('font.png'));
drawSheet(outdoorBlocks, art('outdoor.png'));
drawSheet(indoorBlocks, art('indoor.png'));
drawPeople(art('people.png'));
drawEffects(art('effects.png'));
drawTitle(art('title.png'), art('title.palettes.txt'));
drawEnding(art('ending.png'), art('ending.palettes.txt'));

const tilesets = {
  outdoor: { sheet: 'art/outdoor.png', border: 'tree', blocks: describeBlocks(outdoorBlocks) },
  indoor: { sheet: 'art/indoor.png', border: 'nothing', blocks: describeBlocks(indoorBlocks) },
};
const lines = Object.entries(tilesets).map(([name, { sheet, border, blocks }]) => {
  const rows = blocks.map((block) => `      ${JSON.stringify(block)}`).join(',\n');
  return `  "${name}": {\n    "sheet": "${sheet}",\n    "border": "${border}",\n    "blocks": [\n${rows}\n    ]\n  }`;
});
writeFileSync(art('../tileset.json'), `{\n${lines.join(',\n')}\n}\n`);
