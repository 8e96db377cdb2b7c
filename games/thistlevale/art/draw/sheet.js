/** Lays blocks out in a sheet of eight columns and describes them for tileset.json. */
import { Canvas } from './canvas.js';

const columns = 8;

export function drawSheet(blocks, file) {
  const sheet = new Canvas(columns * 16, Math.ceil(blocks.length / columns) * 16);
  for (const [i, [, , , art]] of blocks.entries())
    sheet.draw(art, (i % columns) * 16, Math.floor(i / columns) * 16);
  sheet.write(file);
}

/** One entry of tileset.json a block. `tiles` are 8×8 cells of the sheet: upper left, upper right, lower left, lower right. */
export function describeBlocks(blocks) {
  return blocks.map(([name, palette, cellClass, , legend], i) => {
    const tile = Math.floor(i / columns) * 2 * columns * 2 + (i % columns) * 2;
    const walkable = ['floor', 'door', 'grass', 'gate'].includes(cellClass);
    const collision = cellClass === 'ledge' ? 'ledge' : walkable ? 'open' : 'solid';
    return {
      name,
      legend,
      tiles: [tile, tile + 1, tile + columns * 2, tile + columns * 2 + 1],
      palettes: [palette, palette, palette, palette].flat().slice(0, 4),
      collision,
      class: cellClass,
    };
  });
}
