/**
 * One-off: draws the first version of every PNG in art/ and tileset.json. The PNG files and tileset.json are the
 * source that the build reads; run this only to start over (`node games/thistlevale/art/draw/draw-all.js`).
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawBattlePictures } from './battle-pictures.js';
import { caveBlocks } from './cave.js';
import { countryBlocks } from './country.js';
import { drawFont } from './font.js';
import { forestBlocks } from './forest.js';
import { hallBlocks } from './hall.js';
import { indoorBlocks } from './indoor.js';
import { drawLooks } from './looks/draw-looks.js';
import { outdoorBlocks } from './outdoor.js';
import { drawEffects, drawPeople } from './people.js';
import { drawEnding, drawTitle } from './pictures.js';
import { describeBlocks, drawSheet } from './sheet.js';

const art = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

drawFont(art('font.png'));
drawBattlePictures(art(''));

/** Name, blocks and the block beyond the map's edge; the order gives the numbers of the tile sets. */
const sets = [
  ['outdoor', outdoorBlocks, 'tree'],
  ['indoor', indoorBlocks, 'nothing'],
  ['country', countryBlocks, 'tree'],
  ['forest', forestBlocks, 'old-tree'],
  ['cave', caveBlocks, 'wall-15'],
  ['hall', hallBlocks, 'nothing'],
];
for (const [name, blocks] of sets) drawSheet(blocks, art(`${name}.png`));
drawLooks(art(''), sets);
drawPeople(art('people.png'));
drawEffects(art('effects.png'));
drawTitle(art('title.png'), art('title.palettes.txt'));
drawEnding(art('ending.png'), art('ending.palettes.txt'));

const lines = sets.map(([name, blocks, border]) => {
  const rows = describeBlocks(blocks)
    .map((block) => `      ${JSON.stringify(block)}`)
    .join(',\n');
  return `  "${name}": {\n    "sheet": "art/${name}.png",\n    "border": "${border}",\n    "blocks": [\n${rows}\n    ]\n  }`;
});
writeFileSync(art('../tileset.json'), `{\n${lines.join(',\n')}\n}\n`);
