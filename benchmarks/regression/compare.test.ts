import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../engine/player/random-numbers.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { compareRuns } from './compare.ts';
import { historyOf } from './history.ts';
import type { Figure, RunFigures } from './schemas.ts';
import { sentence } from './words.ts';

const hash = (letter: string): string => letter.repeat(64);

const runOf = (figures: Figure[], other: Partial<RunFigures> = {}): RunFigures => ({
  format: 'eevee-run-figures',
  version: 1,
  machine: { processor: 'a processor', cores: 2 },
  rom: { sha256: hash('a') },
  settings: { clock: 'lockstep', seeds: '0-29' },
  players: ['eyes'],
  figures,
  ...other,
});

/** Thirty samples about a level with the given spread, by seed. */
const samples = (level: number, spread: number, seed: number, size = 30): number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: size }, () => level * (1 + spread * (random() + random() - 1)));
};
const figure = (values: number[], more: Partial<Figure> = {}): Figure => ({
  figure: 'frames to the gate',
  unit: 'frames',
  better: 'lower',
  samples: values,
  ...more,
});
const only = (before: Figure, after: Figure) => compareRuns(runOf([before]), runOf([after])).verdicts[0]!;

const problemOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof EeveeError) return error.problem;
    throw error;
  }
  throw new Error('Nothing was refused.');
};

describe('compareRuns', () => {
  it('calls a figure that rose by 7% worse, and says so in words', () => {
    const verdict = only(figure(samples(2600, 0.03, 1)), figure(samples(2600 * 1.07, 0.03, 2)));
    expect(verdict.call).toBe('worse');
    expect(verdict.evidence?.test).toBe('mann-whitney');
    expect(verdict.evidence?.change).toBeCloseTo(0.07, 1);
    expect(sentence(verdict)).toMatch(
      /^frames to the gate rose by [67]\.\d% \(95% interval \+\d\.\d% to \+\d\.\d%\): surely slower$/,
    );
  });

  it('knows which way is better', () => {
    const [old, fresh] = [samples(60, 0.03, 1), samples(54, 0.03, 2)];
    const calls = (['lower', 'higher'] as const).map(
      (better) => only(figure(old, { better, unit: 'share' }), figure(fresh, { better, unit: 'share' })).call,
    );
    expect(calls).toEqual(['better', 'worse']);
  });

  it('lets a small change pass that is surely one, but surely under 5%', () => {
    expect(only(figure(samples(1000, 0.01, 1)), figure(samples(1020, 0.01, 2))).call).toBe('small');
  });

  it('says "same" only where 5% would have been seen, else that it cannot tell', () => {
    expect(only(figure(samples(1000, 0.02, 1)), figure(samples(1000, 0.02, 2))).call).toBe('same');
    expect(only(figure(samples(1000, 0.6, 1)), figure(samples(1000, 0.6, 2))).call).toBe('unclear');
    expect(only(figure([1000, 1001, 1002]), figure([1200, 1201, 1202])).call).toBe('unclear');
  });

  it('finds in pairs what the spread over seeds would hide, in whatever order the seeds come', () => {
    const keys = Array.from({ length: 30 }, (_, i) => i);
    const old = samples(2600, 0.4, 1);
    const fresh = old.map((value, i) => value * (1.06 + 0.01 * Math.sin(i)));
    expect(only(figure(old), figure(fresh)).call).toBe('unclear');
    const backwards = figure(fresh.toReversed(), { keys: keys.toReversed() });
    const verdict = only(figure(old, { keys }), backwards);
    expect(verdict).toMatchObject({ call: 'worse', evidence: { test: 'signed-rank' } });
    const otherSeeds = figure(fresh, { keys: keys.map((key) => key + 1) });
    expect(only(figure(old, { keys }), otherSeeds).evidence?.test).toBe('mann-whitney');
  });

  it('divides by the yardstick: a slower machine is no regression', () => {
    const [old, fresh] = [samples(130, 0.02, 1), samples(130, 0.02, 2).map((value) => value * 1.2)];
    const steady = Array.from({ length: 30 }, () => 300);
    expect(only(figure(old), figure(fresh)).call).toBe('worse');
    const before = figure(old, { yardstick: steady });
    expect(only(before, figure(fresh, { yardstick: steady.map((value) => value * 1.2) })).call).toBe('same');
  });

  it('does not take a slow minute for a slower program', () => {
    // The second half of the run was slow: 30 samples, but only two situations.
    const drifting = samples(1000, 0.02, 1).map((value, i) => (i < 12 ? value : value * 1.08));
    expect(only(figure(samples(1000, 0.02, 2)), figure(drifting)).call).toBe('unclear');
  });

  it('compares yes and no by the difference of the shares', () => {
    const share = (yes: number): Figure =>
      figure(
        Array.from({ length: 60 }, (_, i) => (i < yes ? 1 : 0)),
        { better: 'higher', unit: 'reached' },
      );
    const verdict = only(share(60), share(42));
    expect(verdict).toMatchObject({ call: 'worse', evidence: { scale: 'delta' } });
    expect(verdict.evidence?.change).toBeCloseTo(-0.3, 12);
    expect(only(share(60), share(60)).call).toBe('same');
  });

  it('asks more of each figure the more there are', () => {
    const [old, fresh] = [figure(samples(1000, 0.2, 5)), figure(samples(1065, 0.2, 6))];
    const [alone] = compareRuns(runOf([old]), runOf([fresh])).verdicts;
    const fill = Array.from({ length: 19 }, (_, i) =>
      figure(samples(10, 0.1, 50 + i), { figure: `other ${i}` }),
    );
    const [among] = compareRuns(runOf([old, ...fill]), runOf([fresh, ...fill])).verdicts;
    expect(among?.evidence?.p).toBe(alone?.evidence?.p);
    expect(among?.evidence?.adjustedP).toBeCloseTo(20 * alone!.evidence!.p, 12);
  });

  it('leaves times of another machine out, and compares frames all the same', () => {
    const figures = [
      figure(samples(2600, 0.02, 1)),
      figure(samples(9, 0.02, 2), { figure: 'core', unit: 'µs' }),
    ];
    const other = { machine: { processor: 'another processor', cores: 8 } };
    const { verdicts } = compareRuns(runOf(figures), runOf(figures, other));
    expect(verdicts.map(({ call }) => call)).toEqual(['same', 'not-compared']);
  });
});

describe('what does not compare is refused', () => {
  const run = runOf([figure(samples(1000, 0.02, 1))]);
  const cases: [what: string, other: RunFigures, field: string][] = [
    ['another ROM', { ...run, rom: { sha256: hash('b') } }, 'rom.sha256'],
    ['other settings', { ...run, settings: { clock: 'real-time', seeds: '0-29' } }, 'settings.clock'],
    ['a setting more', { ...run, settings: { ...run.settings, core: 'mgba' } }, 'settings.core'],
    ['another player', { ...run, players: ['random'] }, 'players'],
    ['a figure that is gone', runOf([figure([1], { figure: 'another' })]), 'figures'],
    ['another unit', runOf([figure([1], { unit: 's' })]), 'figures'],
    ['a yardstick on one side only', runOf([figure([1], { yardstick: [1] })]), 'figures'],
  ];
  it.each(cases)('%s', (_, other, field) => {
    const problem = problemOf(() => compareRuns(run, other));
    expect(problem).toMatchObject({ code: 'resource.baseline-foreign', field });
    expect(problem.remedy).toContain('baseline');
  });
});

describe('historyOf', () => {
  const runs = (count: number, level: (run: number) => number): RunFigures[] =>
    Array.from({ length: count }, (_, run) => runOf([figure(samples(level(run), 0.04, run, 15))]));

  it('finds the run with which a figure changed', () => {
    const [history] = historyOf(runs(30, (run) => (run < 17 ? 2600 : 2800)));
    expect(history?.changes.map(({ at }) => at)).toEqual([17]);
    expect(history?.changes[0]?.change).toBeCloseTo(0.077, 1);
  });

  it('leaves out a change of 3%', () => {
    expect(historyOf(runs(30, (run) => (run < 17 ? 2600 : 2680)))[0]?.changes).toEqual([]);
  });

  it('refuses a history that is too short, or of different things', () => {
    expect(problemOf(() => historyOf(runs(9, () => 1))).code).toBe('configuration.invalid');
    const mixed = [...runs(12, () => 1), runOf([figure([1])], { players: ['random'] })];
    expect(problemOf(() => historyOf(mixed)).code).toBe('resource.baseline-foreign');
  });
});
