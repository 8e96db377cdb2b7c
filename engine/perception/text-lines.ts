/** Blanks between two columns of text, such as a menu beside a text box. */
const gap = /\s{3,}/;

/**
 * What was read as lines of text, from above: a run of letters in one row of tiles. Boxes' frames and pictures
 * between letters part them, as do three blanks; what holds no letter or figure at all is left out.
 * @param tiles ASCII codes row by row, 0 where there is no letter
 * @param columns tiles a row
 */
export const textLines = (tiles: Uint8Array, columns: number): string[] => {
  const lines: string[] = [];
  for (let at = 0; at < tiles.length; at += columns) {
    const row = [...tiles.subarray(at, at + columns)].map((code) =>
      code === 0 ? '\0' : String.fromCharCode(code),
    );
    for (const run of row
      .join('')
      .split('\0')
      .flatMap((part) => part.split(gap))) {
      const line = run.trim();
      if (/[A-Za-z0-9]/.test(line)) lines.push(line);
    }
  }
  return lines;
};
