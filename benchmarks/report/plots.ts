import { type Axis, linearAxis, logAxis } from './axis.ts';
import { escapeHtml, seriesColour } from './html.ts';

const width = 960;
const rowHeight = 24;
/** Room for names at the left, for numbers at the right, and for the axis below. */
const left = 210;
const right = 24;
const below = 36;
const above = 8;
const letterWidth = 7;
const longestName = Math.floor((left - 16) / letterWidth);

const named = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;

const svg = (height: number, label: string, body: string): string =>
  `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}">${body}</svg>`;

const number = (value: number): string => value.toFixed(1);

const verticals = ({ ticks }: Axis, bottom: number, title: string): string =>
  [
    ...ticks.map(
      ({ at, label }) =>
        `<line class="grid" x1="${number(at)}" x2="${number(at)}" y1="${above}" y2="${bottom}"/>` +
        `<text class="quiet" x="${number(at)}" y="${bottom + 15}" text-anchor="middle">${escapeHtml(label)}</text>`,
    ),
    `<text class="quiet" x="${width - right}" y="${bottom + 31}" text-anchor="end">${escapeHtml(title)}</text>`,
  ].join('');

const rowNames = (names: readonly string[]): string =>
  names
    .map(
      (name, row) =>
        `<text x="${left - 12}" y="${above + row * rowHeight + 16}" text-anchor="end">${escapeHtml(named(name))}<title>${escapeHtml(name)}</title></text>`,
    )
    .join('');

/** A share with its interval. */
export interface IntervalRow {
  name: string;
  share: number;
  low: number;
  high: number;
  title: string;
}

/** Shares with their intervals, one row each, and a threshold; the axis begins below all of them. */
export const intervalPlot = (rows: readonly IntervalRow[], threshold: number, label: string): string => {
  const bottom = above + rows.length * rowHeight;
  const least = Math.floor(10 * Math.min(threshold - 0.05, ...rows.map(({ low }) => low))) / 10;
  const axis = linearAxis(
    [Math.max(0, least), 1],
    [left, width - right],
    5,
    (value) => `${Math.round(100 * value)}%`,
  );
  const marks = rows
    .map(({ share, low, high, title }, row) => {
      const y = above + row * rowHeight + rowHeight / 2;
      return (
        `<g><title>${escapeHtml(title)}</title>` +
        `<line class="range" x1="${number(axis.at(low))}" x2="${number(axis.at(high))}" y1="${y}" y2="${y}"/>` +
        `<circle class="reached" cx="${number(axis.at(share))}" cy="${y}" r="5"/></g>`
      );
    })
    .join('');
  const x = number(axis.at(threshold));
  const limit = `<line class="limit" x1="${x}" x2="${x}" y1="${above}" y2="${bottom}"/>`;
  const names = rowNames(rows.map(({ name }) => name));
  return svg(bottom + below, label, verticals(axis, bottom, 'goals reached') + limit + marks + names);
};

/** Frames of the episodes of one scenario. */
export interface FramesRow {
  name: string;
  points: { frames: number; reached: boolean; title: string }[];
  median: number | null;
}

/** Each episode as a mark on a logarithmic axis: filled where the goal was reached, hollow where not. */
export const framesPlot = (rows: readonly FramesRow[], label: string): string => {
  const all = rows.flatMap(({ points }) => points.map(({ frames }) => frames)).filter((frames) => frames > 0);
  if (all.length === 0) return '';
  const bottom = above + rows.length * rowHeight;
  const axis = logAxis([Math.min(...all) * 0.9, Math.max(...all) * 1.1], [left, width - right]);
  const marks = rows
    .map(({ points, median }, row) => {
      const middle = above + row * rowHeight + rowHeight / 2;
      const dots = points.map(({ frames, reached, title }, index) => {
        // Marks of one value would hide each other: they are spread over the row, always the same way.
        const y = middle + (((index * 7) % 11) - 5) * 1.2;
        const x = number(axis.at(frames));
        const shape = reached
          ? `<circle class="reached" cx="${x}" cy="${number(y)}" r="2.6" opacity=".6">`
          : `<circle class="missed" cx="${x}" cy="${number(y)}" r="3">`;
        return `${shape}<title>${escapeHtml(title)}</title></circle>`;
      });
      const x = median === null ? '' : number(axis.at(median));
      const line =
        median === null
          ? ''
          : `<line class="median" x1="${x}" x2="${x}" y1="${middle - 9}" y2="${middle + 9}"/>`;
      return dots.join('') + line;
    })
    .join('');
  const names = rowNames(rows.map(({ name }) => name));
  return svg(bottom + below, label, verticals(axis, bottom, 'frames, 60 a second') + marks + names);
};

/** A line of a plot: x and y. */
export interface Line {
  name: string;
  points: readonly (readonly [number, number])[];
}

const lineHeight = 260;
const lineLeft = 64;
/** Room above the lines for what the axis stands for. */
const headroom = 26;

/** Lines over a common axis; `lineKey` names them. */
export const linePlot = (
  lines: readonly Line[],
  titles: { x: string; y: string; label: string },
  { fromZero = true, dots = false }: { fromZero?: boolean; dots?: boolean } = {},
): string => {
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return '';
  const bottom = lineHeight - below;
  const ys = points.map(([, y]) => y);
  const x = linearAxis(
    [Math.min(0, ...points.map(([value]) => value)), Math.max(...points.map(([value]) => value))],
    [lineLeft, width - right],
  );
  const y = linearAxis([fromZero ? 0 : Math.min(...ys), Math.max(...ys) * 1.05], [bottom, headroom], 5);
  const horizontals = y.ticks
    .map(
      ({ at, label }) =>
        `<line class="grid" x1="${lineLeft}" x2="${width - right}" y1="${number(at)}" y2="${number(at)}"/>` +
        `<text class="quiet" x="${lineLeft - 8}" y="${number(at + 4)}" text-anchor="end">${escapeHtml(label)}</text>`,
    )
    .join('');
  const drawn = lines
    .map((line, index) => {
      const colour = seriesColour(index);
      const path = line.points.map(([px, py]) => `${number(x.at(px))},${number(y.at(py))}`).join(' ');
      const marks = dots
        ? line.points
            .map(
              ([px, py]) =>
                `<circle cx="${number(x.at(px))}" cy="${number(y.at(py))}" r="4" fill="${colour}"><title>${escapeHtml(`${line.name}: ${px}, ${py.toFixed(2)}`)}</title></circle>`,
            )
            .join('')
        : '';
      return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${marks}`;
    })
    .join('');
  const top = `<text class="quiet" x="${lineLeft}" y="${above + 6}">${escapeHtml(titles.y)}</text>`;
  return svg(lineHeight, titles.label, horizontals + verticals(x, bottom, titles.x) + drawn + top);
};
