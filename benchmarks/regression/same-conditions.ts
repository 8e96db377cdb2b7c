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
    if (theirs !== ours)
      throw foreign(
        `settings.${name}`,
        `The baseline was measured with ${name} = ${shown(theirs)}, the run with ${shown(ours)}.`,
        ours,
        theirs,
      );
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

const short = (hash: string): string => hash.slice(0, 12);
const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** Units of what depends on the processor; frames and decisions do not. */
const machineUnits = new Set(['ns', 'µs', 'us', 'ms', 's', 'frames/s', 'bytes', 'B', 'MB']);

/** Whether the figure may be compared: a time of another processor says nothing. */
export const sameMachine = (unit: string, baseline: RunFigures, run: RunFigures): boolean =>
  !machineUnits.has(unit) ||
  (baseline.machine.processor === run.machine.processor && baseline.machine.cores === run.machine.cores);
