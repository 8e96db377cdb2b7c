import { EeveeError } from '../../protocol/errors.ts';
import type { RunFigures } from './schemas.ts';

const foreign = (field: string, message: string, value: unknown, allowed: unknown): EeveeError =>
  new EeveeError({
    code: 'resource.baseline-foreign',
    message,
    remedy: 'Measure the run as the baseline was, or keep a new baseline.',
    field,
    value,
    allowed: [allowed],
  });

/**
 * Throws `resource.baseline-foreign` where a baseline says nothing about the run: another ROM, other settings,
 * other players, or a figure that only one of the two has.
 */
export const requireSameConditions = (baseline: RunFigures, run: RunFigures): void => {
  if (baseline.rom.sha256 !== run.rom.sha256)
    throw foreign(
      'rom.sha256',
      `The baseline is of another ROM: ${short(baseline.rom.sha256)}, and the run played ${short(run.rom.sha256)}.`,
      run.rom.sha256,
      baseline.rom.sha256,
    );
  for (const name of new Set([...Object.keys(baseline.settings), ...Object.keys(run.settings)])) {
    const [theirs, ours] = [baseline.settings[name], run.settings[name]];
    if (theirs !== ours) throw foreign(`settings.${name}`, differenceWords(name, theirs, ours), ours, theirs);
  }
  const [theirs, ours] = [baseline, run].map(({ players }) => [...players].sort().join(', '));
  if (theirs !== ours)
    throw foreign('players', `The baseline is of ${theirs}, the run of ${ours}.`, ours, theirs);
  requireSameFigures(baseline, run);
};

const requireSameFigures = (baseline: RunFigures, run: RunFigures): void => {
  for (const before of baseline.figures) {
    const after = run.figures.find(({ figure }) => figure === before.figure);
    // A figure that is silently gone would be a regression that nobody sees.
    if (!after)
      throw foreign('figures', `The run lacks a figure: ${before.figure}.`, undefined, before.figure);
    if (after.unit !== before.unit || after.better !== before.better)
      throw foreign(
        'figures',
        `${before.figure} is ${before.unit}, ${before.better} is better, in the baseline; in the run it is ${after.unit}, ${after.better} is better.`,
        `${after.unit}, ${after.better}`,
        `${before.unit}, ${before.better}`,
      );
    if ((after.yardstick === undefined) !== (before.yardstick === undefined))
      throw foreign(
        'figures',
        `${before.figure} was measured beside the yardstick in one of the two runs only.`,
        after.yardstick !== undefined,
        before.yardstick !== undefined,
      );
  }
};

/** Of two lists (words apart), only what they do not share: whole, they would fill the screen. */
const differenceWords = (name: string, theirs: unknown, ours: unknown): string => {
  const [before, after] = [theirs, ours].map((value) => new Set(String(value ?? '').split(' ')));
  if (!before || !after || before.size + after.size <= 4)
    return `The baseline was measured with ${name} = ${shown(theirs)}, the run with ${shown(ours)}.`;
  const only = (some: Set<string>, others: Set<string>): string => {
    const own = [...some].filter((word) => !others.has(word));
    const more = own.length > mostNamed ? ` and ${own.length - mostNamed} more` : '';
    return own.length === 0 ? 'none' : `${own.slice(0, mostNamed).join(', ')}${more}`;
  };
  return `The baseline was measured with other ${name}. Only in the baseline: ${only(before, after)}. Only in the run: ${only(after, before)}.`;
};

/** Of a long list, so many are named. */
const mostNamed = 3;

const short = (hash: string): string => hash.slice(0, 12);
const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** Units of what depends on the processor; frames and decisions do not. */
const machineUnits = new Set(['ns', 'µs', 'us', 'ms', 's', 'frames/s', 'bytes', 'B', 'MB']);

/** Whether the figure may be compared: a time of another processor says nothing. */
export const sameMachine = (unit: string, baseline: RunFigures, run: RunFigures): boolean =>
  !machineUnits.has(unit) ||
  (baseline.machine.processor === run.machine.processor && baseline.machine.cores === run.machine.cores);
