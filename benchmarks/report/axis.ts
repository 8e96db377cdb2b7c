/** A straight line of numbers on paper. */
export interface Axis {
  /** Pixels from the left, or from the top. */
  at: (value: number) => number;
  ticks: { at: number; label: string }[];
}

/** Round steps, about `wanted` of them: 1, 2 or 5 times a power of ten. */
const stepFor = (span: number, wanted: number): number => {
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
};

const short = (value: number): string => {
  if (value >= 1e6) return `${+(value / 1e6).toFixed(1)}M`;
  return value >= 1e4 ? `${+(value / 1e3).toFixed(1)}k` : String(+value.toPrecision(3));
};

/** An axis from `least` to `most`; `label` says what stands at a tick. */
export const linearAxis = (
  [least, most]: readonly [number, number],
  [from, to]: readonly [number, number],
  wanted = 6,
  label: (value: number) => string = short,
): Axis => {
  const span = most > least ? most - least : 1;
  const at = (value: number): number => from + ((value - least) / span) * (to - from);
  const step = stepFor(span, wanted);
  const ticks = [];
  for (let value = Math.ceil(least / step) * step; value <= most + step / 1e6; value += step)
    ticks.push({ at: at(value), label: label(value) });
  return { at, ticks };
};

/** An axis on which each step is ten times the one before, with ticks at 1, 2 and 5. */
export const logAxis = (
  [least, most]: readonly [number, number],
  [from, to]: readonly [number, number],
): Axis => {
  const low = Math.log10(Math.max(1, least));
  const high = Math.max(low + 0.3, Math.log10(Math.max(1, most)));
  const at = (value: number): number =>
    from + ((Math.log10(Math.max(1, value)) - low) / (high - low)) * (to - from);
  const ticks = [];
  for (let power = Math.floor(low); power <= Math.ceil(high); power++)
    for (const factor of [1, 2, 5]) {
      const value = factor * 10 ** power;
      if (Math.log10(value) >= low - 1e-9 && Math.log10(value) <= high + 1e-9)
        ticks.push({ at: at(value), label: short(value) });
    }
  return { at, ticks };
};
