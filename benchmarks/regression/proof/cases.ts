import { wilson } from '../../gate/wilson.ts';
import { compareRuns } from '../compare.ts';
import type { Figure, RunFigures } from '../schemas.ts';
import type { Noise } from './noise.ts';

export interface CaseOptions {
  /** Samples of each figure in each of the two runs. */
  samples: number;
  /** 0.05: one figure of the run is 5% worse. 0: nothing is. */
  shift: number;
  random: () => number;
}

/** So many of so many, with the 95% interval of the share. */
export interface Count {
  hits: number;
  cases: number;
}

const identity = {
  format: 'eevee-run-figures',
  version: 1,
  machine: { processor: 'recorded', cores: 2 },
  rom: { sha256: '0'.repeat(64) },
  settings: {},
  players: ['eyes'],
} satisfies Omit<RunFigures, 'figures'>;

/** Consecutive places of a recording, as a run meets them: drift and bad minutes stay in. Goes on at the start, once. */
export const stretchOf = (from: number, length: number, all: number): number[] =>
  Array.from({ length: Math.min(length, all) }, (_, i) => (from + i) % all);

const drawFigure = (
  { figure, unit, series, keys }: Noise,
  { samples, random }: CaseOptions,
  shift: number,
): { before: Figure; after: Figure } => {
  const below = (most: number): number => Math.floor(random() * most);
  // The run was not measured at the same time as the baseline: another recording, and another part of it.
  const old = below(series.length);
  const fresh = (old + 1 + below(series.length - 1)) % series.length;
  const seeds = keys && below(keys.length);
  const side = (index: number, factor: number): Figure => {
    const { values, yardstick } = series[index]!;
    // In pairs both runs play the same seeds; else the two stretches have nothing to do with each other.
    const places = stretchOf(seeds ?? below(values.length), samples, values.length);
    const worse = places.map((place) => values[place]! * factor);
    return {
      figure,
      unit,
      better: 'lower',
      samples: unit === 'frames' ? worse.map(Math.round) : worse,
      ...(yardstick ? { yardstick: places.map((place) => yardstick[place]!) } : {}),
      ...(keys ? { keys: places.map((place) => keys[place]!) } : {}),
    };
  };
  return { before: side(old, 1), after: side(fresh, 1 + shift) };
};

/**
 * One case: a baseline and a run of the same build, of which one figure may have been made worse. `found`: that
 * one was called worse. `falseCall`: any other was called worse or better.
 */
export const drawCase = (
  noises: Noise[],
  options: CaseOptions,
): { shifted: string | null; found: boolean; falseCall: boolean } => {
  const chosen = options.shift > 0 ? noises[Math.floor(options.random() * noises.length)]! : null;
  const drawn = noises.map((noise) => drawFigure(noise, options, noise === chosen ? options.shift : 0));
  const { verdicts } = compareRuns(
    { ...identity, figures: drawn.map(({ before }) => before) },
    { ...identity, figures: drawn.map(({ after }) => after) },
  );
  const called = verdicts.filter(({ call }) => call === 'worse' || call === 'better');
  return {
    shifted: chosen?.figure ?? null,
    found: verdicts.some(({ figure, call }) => figure === chosen?.figure && call === 'worse'),
    falseCall: called.some(({ figure }) => figure !== chosen?.figure),
  };
};

/** Draws that many cases and counts how many went right: the shift found, or no false call. */
export const countRight = (noises: Noise[], cases: number, options: CaseOptions): Count => {
  let hits = 0;
  for (let i = 0; i < cases; i += 1) {
    const { found, falseCall } = drawCase(noises, options);
    if (options.shift > 0 ? found : !falseCall) hits += 1;
  }
  return { hits, cases };
};

/** The lower end of the share's 95% interval. */
export const lowerBound = ({ hits, cases }: Count): number => wilson(hits, cases).low;
