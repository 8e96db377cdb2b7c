import type { Call, Comparison, Verdict } from './compare.ts';
import type { FigureHistory } from './history.ts';

/** Units of which less is said to be faster; everything else gets better or worse. */
const ofTime = new Set(['ns', 'µs', 'us', 'ms', 's', 'frames', 'frames/s']);

const percent = (change: number): string => `${(Math.abs(change) * 100).toFixed(1)}%`;
const signed = (change: number): string => `${change < 0 ? '−' : '+'}${(Math.abs(change) * 100).toFixed(1)}%`;

const judgement = (call: Call, unit: string): string => {
  const timed = ofTime.has(unit);
  const texts: Record<Call, string> = {
    worse: `surely ${timed ? 'slower' : 'worse'}`,
    better: `surely ${timed ? 'faster' : 'better'}`,
    small: 'surely changed, by less than 5%',
    same: 'no change of 5% or more',
    unclear: 'too noisy to tell: more samples are needed',
    'not-compared': 'not compared: the baseline was measured on another machine',
  };
  return texts[call];
};

/** "frames to the gate rose by 7.0% (95% interval +4.1% to +10.0%): surely slower" */
export const sentence = ({ figure, unit, call, evidence }: Verdict): string => {
  if (!evidence) return `${figure}: ${judgement(call, unit)}`;
  const { change, scale } = evidence;
  const [low, high] = evidence.interval;
  const points = scale === 'delta' ? ' of a share' : '';
  const moved =
    change === 0 ? 'did not move' : `${change > 0 ? 'rose' : 'fell'} by ${percent(change)}${points}`;
  return `${figure} ${moved} (95% interval ${signed(low)} to ${signed(high)}): ${judgement(call, unit)}`;
};

/** How sure a call is, for people who know no p-values. */
const certainty = (verdicts: readonly Verdict[]): string => {
  const p = Math.max(...verdicts.map(({ evidence }) => evidence?.adjustedP ?? 1));
  return p < 0.001 ? 'almost certainly' : 'very likely';
};

/** "Slower by up to 8.1%, almost certainly: 3 of 12 figures" */
const changeWords = (verdicts: readonly Verdict[], total: number, rose: [string, string]): string => {
  const timed = verdicts.filter(({ unit }) => ofTime.has(unit));
  const [inTime, otherwise] = rose;
  const most = (some: readonly Verdict[]): string =>
    percent(Math.max(...some.map(({ evidence }) => Math.abs(evidence?.change ?? 0))));
  const first =
    timed.length > 0 ? `${inTime} by up to ${most(timed)}` : `${otherwise} by up to ${most(verdicts)}`;
  return `${first}, ${certainty(verdicts)}: ${verdicts.length} of ${total} figures`;
};

/** A whole comparison in a sentence or two. */
export const headline = ({ verdicts }: Comparison): string => {
  const called = (call: Call): Verdict[] =>
    verdicts.filter((verdict) => verdict.call === call && !verdict.identical);
  const [worse, better, small, unclear] = [
    called('worse'),
    called('better'),
    called('small'),
    called('unclear'),
  ];
  const total = verdicts.length;
  if (worse.length + better.length > 0)
    return [
      ...(worse.length > 0 ? [`${changeWords(worse, total, ['Slower', 'Worse'])}.`] : []),
      ...(better.length > 0 ? [`${changeWords(better, total, ['Faster', 'Better'])}.`] : []),
    ].join(' ');
  if (verdicts.every(({ identical }) => identical))
    return 'No change: every episode went exactly as it did then.';
  if (unclear.length > 0)
    return `No change is certain. ${unclear.length} of ${total} figures vary too much to tell: play more seeds.`;
  return small.length > 0
    ? `No change that matters: ${small.length} of ${total} figures moved, by less than 5%.`
    : 'No change: nothing moved by 5% or more.';
};

const number = (value: number): string =>
  Math.abs(value) >= 1e6 ? value.toExponential(3) : String(Number(value.toPrecision(5)));

/** Lines of text as columns, the first one flush left. */
export const table = (rows: string[][]): string[] => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
};

/** The whole comparison for a terminal: a table, then what happened in sentences. */
export const comparisonLines = ({ verdicts, regressions }: Comparison): string[] => {
  const head = ['figure', 'unit', 'before', 'after', 'n', 'change', '95% interval', 'effect', 'p (Holm)', ''];
  const rows = verdicts.map(({ figure, unit, before, after, samples, call, evidence }) => [
    figure,
    unit,
    number(before),
    number(after),
    `${samples.before}/${samples.after}`,
    ...(evidence
      ? [
          signed(evidence.change),
          evidence.interval.map(signed).join(' to '),
          evidence.effect.toFixed(2),
          evidence.adjustedP < 0.0001 ? '<0.0001' : evidence.adjustedP.toFixed(4),
        ]
      : ['', '', '', '']),
    call,
  ]);
  const changed = verdicts.filter(({ call }) => call === 'worse' || call === 'better' || call === 'unclear');
  const end =
    regressions === 0
      ? 'No figure became worse.'
      : `${regressions} of ${verdicts.length} figures became worse.`;
  return [...table([head, ...rows]), '', ...changed.map((verdict) => `${sentence(verdict)}.`), end];
};

/** A history in sentences. */
export const historyLines = (histories: FigureHistory[], names: string[]): string[] =>
  histories.flatMap(({ figure, changes }) =>
    changes.length === 0
      ? [`${figure}: no change in ${names.length} runs.`]
      : changes.map(({ at, change, interval, p }) => {
          const span = interval.map(signed).join(' to ');
          return `${figure} ${change > 0 ? 'rose' : 'fell'} by ${percent(change)} (95% interval ${span}, p ${p.toFixed(3)}) with ${names[at]}.`;
        }),
  );
