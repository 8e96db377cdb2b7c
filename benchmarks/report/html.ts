/** Text that may stand in HTML, inside of an attribute too. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A cell of a table: text, or what is already HTML. */
export type Cell = string | { html: string };

const cellHtml = (cell: Cell): string => (typeof cell === 'string' ? escapeHtml(cell) : cell.html);

/** A table; columns from `numbersFrom` on are numbers and stand to the right; the last row may be a sum. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  { numbersFrom = 1, sumLast = false } = {},
): string => {
  const kind = (column: number): string => (column >= numbersFrom ? ' class="number"' : '');
  const headRow = head.map((title, i) => `<th scope="col"${kind(i)}>${escapeHtml(title)}</th>`).join('');
  const rowHtml = (row: readonly Cell[], index: number): string => {
    const sum = sumLast && index === rows.length - 1 ? ' class="sum"' : '';
    return `<tr${sum}>${row.map((cell, i) => `<td${kind(i)}>${cellHtml(cell)}</td>`).join('')}</tr>`;
  };
  const body = rows.map(rowHtml).join('\n');
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

/** Names of lines with their colours. */
export const lineKey = (names: readonly string[]): string => {
  const items = names.map(
    (name, index) =>
      `<li><svg viewBox="0 0 14 14"><rect y="5" width="14" height="4" fill="${seriesColour(index)}"/></svg>${escapeHtml(name)}</li>`,
  );
  return `<ul class="key">${items.join('')}</ul>`;
};

/** Lines that can be told apart by their colours. */
export const seriesColours = 6;

/** Colour of the line with that number; they come again after {@link seriesColours}. */
export const seriesColour = (index: number): string => `var(--series-${(index % seriesColours) + 1})`;
