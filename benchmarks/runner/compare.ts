import type { ComparedFigure, RunComparison } from '../../protocol/benchmarks.ts';
import { type Comparison, compareRuns, type Verdict } from '../regression/compare.ts';
import { readRun } from '../regression/read-run.ts';
import { headline, sentence } from '../regression/words.ts';

/** Compares the figures of two runs. Throws `resource.run-missing`, `resource.run-broken`, `resource.baseline-foreign`. */
export const compareFiles = (baseline: string, run: string): RunComparison => {
  const comparison = compareRuns(readRun(baseline), readRun(run));
  return {
    headline: headline(comparison),
    verdict: verdictOf(comparison),
    figures: comparison.verdicts.map(figureOf),
  };
};

const verdictOf = ({ verdicts }: Comparison): RunComparison['verdict'] => {
  const has = (call: Verdict['call']): boolean =>
    verdicts.some((verdict) => verdict.call === call && !verdict.identical);
  if (has('worse')) return has('better') ? 'mixed' : 'worse';
  if (has('better')) return 'better';
  return has('unclear') ? 'unclear' : 'same';
};

const figureOf = (verdict: Verdict): ComparedFigure => {
  const { evidence, ...rest } = verdict;
  return {
    ...rest,
    change: evidence?.change ?? null,
    interval: evidence?.interval ?? null,
    scale: evidence?.scale ?? null,
    effect: evidence?.effect ?? null,
    p: evidence?.adjustedP ?? null,
    words: `${sentence(verdict)}.`,
  };
};
