import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EeveeError } from '../../protocol/errors.ts';
import { clocks, turns } from '../../protocol/words.ts';

/** The first line of a replay: all that must be the same for the inputs to give the same frames. */
export const replayHeaderSchema = z.object({
  format: z.literal('eevee-replay-1'),
  session: z.string(),
  createdAt: z.string(),
  game: z.string().nullable(),
  rom: z.string(),
  romSha256: z.string(),
  core: z.object({ path: z.string(), name: z.string(), version: z.string() }),
  seed: z.number(),
  /** Writes into memory before the first frame: address and bytes. */
  setup: z.array(z.object({ address: z.number(), bytes: z.array(z.number()) })),
  /** Who played: a kind of player, or one of the benchmark's. */
  player: z.string().max(32),
  goal: z.string().nullable(),
  clock: z.enum(clocks),
  /** The scenario that it was played for, by which it is judged; absent in a session of a user's. */
  scenario: z.string().nullable().optional(),
  /** State beside this file from which play began; null: power-on. */
  startState: z.string().nullable(),
});
export type ReplayHeader = z.infer<typeof replayHeaderSchema>;

/** So many looks of the player so many frames apart: gap, count, whose turn (index in `turns`), buttons. */
const lookRunSchema = z.tuple([
  z.int().nonnegative(),
  z.int().positive(),
  z
    .int()
    .min(0)
    .max(turns.length - 1),
  z.int().nonnegative(),
]);
export type LookRun = z.infer<typeof lookRunSchema>;

const runsSchema = z.array(z.tuple([z.int().positive(), z.int().nonnegative()]));
const lineSchema = z.union([
  z.object({ header: replayHeaderSchema }),
  /** Frames and the buttons held for them, in order. */
  z.object({ runs: runsSchema }),
  /** When the player looked, for re-runs of the player; absent in recordings of earlier versions. */
  z.object({ looks: z.array(lookRunSchema) }),
  /** Play goes on from this state, a file beside this one. */
  z.object({ load: z.object({ state: z.string(), frame: z.number() }) }),
  /** With the state loaded last the player was set back to how far it had been, so many frames before. */
  z.object({ progress: z.object({ of: z.unknown(), framesLater: z.int().nonnegative() }) }),
]);
export type ReplayLine = z.infer<typeof lineSchema>;

/** One thing to do when replaying. */
export type ReplayStep = { frames: number; buttons: number } | LoadStep;

/** `progress`: what the player was set back to, for its `goBackTo`; absent in recordings of earlier versions. */
export interface LoadStep {
  load: string;
  progress?: SetBack;
}
export interface SetBack {
  of: unknown;
  framesLater: number;
}

export interface Replay {
  header: ReplayHeader;
  steps: ReplayStep[];
  /** The looks of the player, in order. */
  looks: LookRun[];
  /** Frames that the inputs run for. */
  frames: number;
}

const broken = (path: string, fault: string): EeveeError =>
  new EeveeError({
    code: 'configuration.invalid',
    message: `${path} ${fault}`,
    remedy: 'Give the inputs.jsonl of a session, as the engine wrote it.',
    field: 'replay',
    value: path,
  });

/**
 * Reads a replay. A last line without its end is left out: the process that wrote it was killed in the
 * middle. Any other damage throws `configuration.invalid` with the line's number.
 */
export const readReplay = (path: string): Replay => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw broken(path, `cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = whole
    .split('\n')
    .filter(Boolean)
    .map((line, index) => parseLine(path, line, index + 1));
  const first = lines[0];
  if (!first || !('header' in first)) throw broken(path, 'does not begin with the header of a replay.');
  const steps = stepsIn(lines.slice(1));
  const frames = steps.reduce((sum, step) => sum + ('frames' in step ? step.frames : 0), 0);
  const looks = lines.flatMap((line) => ('looks' in line ? line.looks : []));
  return { header: first.header, steps, looks, frames };
};

const parseLine = (path: string, line: string, number: number): ReplayLine => {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    throw broken(path, `is no replay: line ${number} cannot be understood.`);
  }
};

const stepsIn = (lines: ReplayLine[]): ReplayStep[] => {
  const steps: ReplayStep[] = [];
  let loaded: LoadStep | null = null;
  for (const line of lines) {
    if ('runs' in line) steps.push(...line.runs.map(([frames, buttons]) => ({ frames, buttons })));
    if ('load' in line) {
      loaded = { load: line.load.state };
      steps.push(loaded);
    }
    if ('progress' in line && loaded) loaded.progress = line.progress;
  }
  return steps;
};
