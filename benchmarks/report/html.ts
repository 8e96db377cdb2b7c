/** Text that may stand in HTML, inside of an attribute too. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A cell of a table: text, or what is already HTML. */
export type Cell = string | { html: string };

const cellHtml = (cell: Cell): string => (typeof cell === 'string' ? escapeHtml(cell) : cell.html);

/** A table; columns from `numbersFrom` on are numbers and stand to the right. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  numbersFrom = 1,
): string => {
  const kind = (column: number): string => (column >= numbersFrom ? ' class="number"' : '');
  const headRow = head.map((title, i) => `<th scope="col"${kind(i)}>${escapeHtml(title)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell, i) => `<td${kind(i)}>${cellHtml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<div class="scroll"><table><thead><tr>${headRow}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
};

/** A part of the page with a heading. */
export const section = (title: string, ...parts: string[]): string =>
  `<section><h2>${escapeHtml(title)}</h2>\n${parts.join('\n')}\n</section>`;

/** A plot with what it shows in words below. */
export const figure = (svg: string, caption: string): string =>
  `<figure>${svg}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;

export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
/** Thousands apart: 12,345. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

export const duration = (ms: number): string => {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return `${minutes} min ${Math.round(seconds % 60)} s`;
};
