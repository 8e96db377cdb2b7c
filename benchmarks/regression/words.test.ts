import { expect, test } from 'vitest';
import { randomFrom } from '../../engine/player/random-numbers.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { compareRuns } from './compare.ts';
import type { Figure, RunFigures } from './schemas.ts';
import { headline } from './words.ts';

const runOf = (figures: Figure[], settings: RunFigures['settings'] = {}): RunFigures => ({
  format: 'eevee-run-figures',
  version: 1,
  machine: { processor: 'a processor', cores: 2 },
  rom: { sha256: 'a'.repeat(64) },
  settings,
  players: ['eyes'],
  figures,
});

/** Three figures of frames, thirty samples each; `factors`: how much longer each takes. */
const figures = (seed: number, factors: number[], spread = 0.02): Figure[] => {
  const random = randomFrom(seed);
  return factors.map((factor, index) => ({
    figure: `frames to goal ${index}`,
    unit: 'frames',
    better: 'lower',
    samples: Array.from({ length: 30 }, () => 1000 * factor * (1 + spread * (random() + random() - 1))),
  }));
};
const said = (before: Figure[], after: Figure[]): string =>
  headline(compareRuns(runOf(before), runOf(after)));

test('a change is told with its size, how certain it is, and how many figures it is about', () => {
  const before = figures(1, [1, 1, 1]);
  expect(said(before, figures(2, [1, 1.2, 1]))).toMatch(
    /^Slower by up to (19|20|21)\.\d%, almost certainly: 1 of 3 figures\.$/,
  );
  expect(said(before, figures(3, [0.8, 0.9, 1]))).toMatch(
    /^Faster by up to (19|20|21)\.\d%, almost certainly: 2 of 3 figures\.$/,
  );
  expect(said(before, figures(4, [1.2, 0.8, 1]))).toMatch(
    /^Slower by .* 1 of 3 figures\. Faster by .* 1 of 3/,
  );
});

test('no change is told as what it is: exactly none, none that matters, or none that could be seen', () => {
  const before = figures(1, [1, 1, 1]);
  expect(said(before, before)).toBe('No change: every episode went exactly as it did then.');
  expect(said(before, figures(2, [1, 1, 1]))).toBe('No change: nothing moved by 5% or more.');
  expect(said(figures(1, [1, 1, 1], 1), figures(2, [1, 1, 1], 1))).toMatch(
    /^No change is certain\. [1-3] of 3 figures vary too much to tell: play more seeds\.$/,
  );
});

test('of long settings only what differs is named', () => {
  const scenarios = (names: string[]): RunFigures =>
    runOf(figures(1, [1]), { scenarios: names.map((name) => `${name}:0123456789ab`).join(' ') });
  const common = Array.from({ length: 40 }, (_, index) => `task-${index}`);
  let message = '';
  try {
    compareRuns(scenarios([...common, 'old']), scenarios([...common, 'new', 'newer']));
  } catch (error) {
    message = error instanceof EeveeError ? error.problem.message : String(error);
  }
  expect(message).toBe(
    'The baseline was measured with other scenarios. Only in the baseline: old:0123456789ab. Only in the run: new:0123456789ab, newer:0123456789ab.',
  );
});
