/**
 * `npm run bench:regression-proof`: how reliably the regression check finds a figure that became 5% worse, and how
 * seldom it cries without a reason, on noise recorded from real runs (recordings/). Repeatable to the digit.
 * Exit code 1 when one of the two rates is not above 98% with its lower 95% bound (Wilson).
 */
import { randomFrom } from '../../engine/player/random-numbers.ts';
import { leastChange } from './compare.ts';
import { changesIn } from './history.ts';
import { type Count, countRight, lowerBound } from './proof/cases.ts';
import { drawHistory } from './proof/histories.ts';
import { inTurns, type Noise, recordedNoise, scaled, spreadOf } from './proof/noise.ts';
import { table } from './words.ts';

const required = 0.98;
const usualSamples = 30;

const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)}%`;
const shareOf = ({ hits, cases }: Count): number => hits / cases;
const holds = (...counts: Count[]): boolean => counts.every((count) => lowerBound(count) > required);
const counted = (count: Count): string =>
  `${count.hits} of ${count.cases} = ${percent(shareOf(count), 2)}, surely above ${percent(lowerBound(count), 2)}`;
const print = (lines: string[]): void => lines.forEach((line) => void process.stdout.write(`${line}\n`));

const { guarded, others } = recordedNoise();
/** Each count draws afresh, so that a part that is changed changes no other. */
const seed = 20_261;
const count = (noises: Noise[], cases: number, samples: number, shift: number): Count =>
  countRight(noises, cases, { samples, shift, random: randomFrom(seed) });

const mainProof = (): boolean => {
  const quiet = count(guarded, 2000, usualSamples, 0);
  const shifts = [leastChange, 0.075, 0.1, 0.2].map((shift) => ({
    shift,
    found: count(guarded, shift === leastChange ? 2000 : 400, usualSamples, shift),
  }));
  const met = holds(quiet, ...shifts.map(({ found }) => found));
  print([
    `A run of ${guarded.length} figures with ${usualSamples} samples each against a baseline of the same build.`,
    `nothing changed, no figure called     ${counted(quiet)}`,
    ...shifts.map(
      ({ shift, found }) => `one figure ${percent(shift).padStart(5)} worse, called so   ${counted(found)}`,
    ),
    met
      ? `Both are above ${percent(required, 0)}: met.`
      : `Not both are above ${percent(required, 0)}: NOT MET.`,
  ]);
  return met;
};

const eachFigure = (): void => {
  const rates = (noise: Noise, cases: number): string[] => {
    const found = count([noise], cases, usualSamples, leastChange);
    const quiet = count([noise], cases, usualSamples, 0);
    return [percent(shareOf(found)), percent(1 - shareOf(quiet)), holds(found, quiet) ? '+' : '−'];
  };
  const row = (noise: Noise, cases: number): string[] => {
    const { deviation, robust } = spreadOf(noise);
    // Frames are the same again in each turn: only what is measured can be taken in turns.
    const turns = noise.unit === 'frames' ? ['', '', ''] : rates(inTurns(noise), 400);
    return [noise.figure, percent(deviation), percent(robust), ...rates(noise, cases), ...turns];
  };
  const what = ['5% found', 'false calls', ''];
  const head = [
    'figure alone, 30 samples',
    'noise',
    'without outliers',
    ...what,
    'in turns: found',
    ...what.slice(1),
  ];
  print([
    '',
    ...table([head, ...guarded.map((noise) => row(noise, 1000)), ...others.map((noise) => row(noise, 400))]),
  ]);
};

const grid = (): void => {
  const sizes = [10, 20, 30, 45];
  const rows = [1, 1.5, 2, 3].map((by) => {
    const noises = guarded.map((noise) => scaled(noise, by));
    const spreads = noises.map((noise) => spreadOf(noise).robust);
    return [
      `${by}×: up to ${percent(Math.max(...spreads))}`,
      ...sizes.map((samples) => {
        const found = count(noises, 400, samples, leastChange);
        const quiet = count(noises, 400, samples, 0);
        const mark = holds(found, quiet) ? '+' : '−';
        return `${percent(shareOf(found))} / ${percent(1 - shareOf(quiet))} ${mark}`;
      }),
    ];
  });
  const head = ['noise without outliers, recorded times', ...sizes.map((size) => `${size} samples`)];
  print(['', '5% found / false calls; + both hold', ...table([head, ...rows])]);
};

const wholeSeeds = (): void => {
  const frames = others[0]!;
  const rows = [30, 100, 200, 300].map((samples) => [
    String(samples),
    percent(shareOf(count([frames], 100, samples, leastChange))),
    percent(shareOf(count([frames], 100, samples, 0.1))),
  ]);
  print(['', `${frames.figure}`, ...table([['samples', '5% found', '10% found'], ...rows])]);
};

const histories = (): void => {
  const runs = 40;
  const rows = guarded.map((noise) => {
    const random = randomFrom(seed);
    let found = 0;
    let near = 0;
    let cried = 0;
    const cases = 50;
    for (let i = 0; i < cases; i += 1) {
      const changed = drawHistory(noise, { runs, samples: usualSamples, shift: leastChange * 1.5, random });
      const changes = changesIn(changed.values);
      if (changes.length > 0) found += 1;
      if (changes.length === 1 && Math.abs(changes[0]!.at - changed.at) <= 1) near += 1;
      if (changesIn(drawHistory(noise, { runs, samples: usualSamples, shift: 0, random }).values).length > 0)
        cried += 1;
    }
    return [noise.figure, ...[found, near, cried].map((hits) => percent(hits / cases, 0))];
  });
  const head = ['history of 40 runs, one change of 7.5%', 'found', 'alone, at most a run off', 'false calls'];
  print(['', ...table([head, ...rows])]);
};

const begin = performance.now();
// Whoever reads only the first lines has seen enough.
process.stdout.on('error', () => process.exit());
if (!mainProof()) process.exitCode = 1;
eachFigure();
grid();
wholeSeeds();
histories();
print(['', `${((performance.now() - begin) / 1000).toFixed(1)} s`]);
