import { type CellClass, cellClasses, type ScreenMode, screenModes } from '../../protocol/words.ts';

/** The truth about one picture, from the game's memory. For training and scoring; the player never sees it. */
export interface FrameLabels {
  mode: ScreenMode;
  /** Whether the picture stands exactly on the grid of 16×16 cells; only then are `cells` exact. */
  aligned: boolean;
  /** Class numbers (index into `cellClasses`) of the 10 × 9 visible cells, row by row. */
  cells: Uint8Array;
}

const columns = 10;
const rows = 9;
const playerColumn = 4;
const playerRow = 4;
/** Blocks around the map in wOverworldMap. */
const border = 6;
/** Rows and columns from which the text box and the menu cover the map. */
const textBoxRow = 6;
const menuColumn = 5;
const cover = { text: 1, menu: 2, all: 3 };
const steps = [
  [0, 1],
  [0, -1],
  [-1, 0],
  [1, 0],
] as const;

const classNumber = (name: CellClass): number => cellClasses.indexOf(name);

/**
 * Labels of the newest picture. Reads the `wShown…` copies: the game computes one frame ahead of the screen.
 * @param read gives the bytes of a variable of the memory map, by name
 */
export const labelFrame = (read: (name: string) => Uint8Array): FrameLabels => {
  const number = (name: string): number => read(name)[0] ?? 0;
  // Before start-up has cleared work RAM, anything may stand here.
  const mode = screenModes[number('wShownMode')] ?? 'blank';
  const cells = new Uint8Array(columns * rows).fill(classNumber('void'));
  const mapVisible = number('wShownMapVisible') === 1;
  const covered = number('wShownCover');
  if (mode !== 'overworld' && mode !== 'dialog' && mode !== 'menu') return { mode, aligned: true, cells };
  if (mapVisible) {
    markBlocks(cells, read, number);
    markPersons(cells, read, number);
    cells[playerRow * columns + playerColumn] = classNumber('player');
  }
  markCover(cells, covered);
  const standing = number('wShownWalk') === 0 && number('wShownMapReady') === 1;
  return { mode, aligned: !mapVisible || standing, cells };
};

type Read = (name: string) => Uint8Array;
type ReadNumber = (name: string) => number;

const markBlocks = (cells: Uint8Array, read: Read, number: ReadNumber): void => {
  const map = read('wOverworldMap');
  const classes = read('wBlockClass');
  const stride = number('wMapStride');
  const left = signed(number('wShownX')) - playerColumn + border;
  const top = signed(number('wShownY')) - playerRow + border;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const block = map[(top + row) * stride + left + column];
      if (block !== undefined) cells[row * columns + column] = classes[block] ?? 0;
    }
  }
};

/** A person under way counts where most of the figure is. */
const markPersons = (cells: Uint8Array, read: Read, number: ReadNumber): void => {
  const [x, y, facing, walk] = ['wShownPersonX', 'wShownPersonY', 'wShownPersonDir', 'wShownPersonWalk'].map(
    read,
  );
  for (let i = 0; i < number('wNumPersons'); i++) {
    const [dx, dy] = steps[facing?.[i] ?? 0] ?? [0, 0];
    const behind = (walk?.[i] ?? 0) > 8 ? 1 : 0;
    const column = (x?.[i] ?? 0) - dx * behind - signed(number('wShownX')) + playerColumn;
    const row = (y?.[i] ?? 0) - dy * behind - signed(number('wShownY')) + playerRow;
    if (column < 0 || column >= columns || row < 0 || row >= rows) continue;
    cells[row * columns + column] = classNumber('person');
  }
};

const markCover = (cells: Uint8Array, covered: number): void => {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const hidden =
        covered === cover.all ||
        (covered === cover.text && row >= textBoxRow) ||
        (covered === cover.menu && column >= menuColumn);
      if (hidden) cells[row * columns + column] = classNumber('text');
    }
  }
};

/** One step north of row 0 is 255. */
const signed = (byte: number): number => (byte > 127 ? byte - 256 : byte);
