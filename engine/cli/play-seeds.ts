import { EeveeError } from '../../protocol/errors.ts';
import type { Session } from '../../protocol/sessions.ts';
import { EngineClient } from '../api/client.ts';
import type { Engine } from '../engine.ts';
import { judgeSession, scenarioOf } from './judging.ts';
import { type PlayOptions, sessionBody } from './play-options.ts';
import { note, say, writeJson } from './print.ts';
import { watchSession } from './watch.ts';
import { type Proportion, wilson } from './wilson.ts';

/** What came of one seed. */
interface Outcome {
  seed: number;
  session: string;
  /** What the player itself said. */
  end: string;
  reached: boolean;
  /** Frames until the condition was met, judged from memory; null: never. */
  frame: number | null;
  frames: number;
  seconds: number;
  message: string;
}

/** Frames after which a seed without a scenario ends. */
const usualFrameLimit = 20_000;

/**
 * Plays every seed of the range in lockstep and judges each by replaying its inputs. Exit code 1 when a
 * session failed; whether the goal was reached is the result, not an error.
 */
export const playSeeds = async (
  engine: Engine,
  options: PlayOptions,
  { first, last }: { first: number; last: number },
): Promise<void> => {
  requireCore(options);
  const client = new EngineClient(engine);
  const outcomes: Outcome[] = [];
  let next = first;
  const work = async (): Promise<void> => {
    while (next <= last) {
      const outcome = await playSeed(engine, client, options, next++);
      outcomes.push(outcome);
      note(lineOf(outcome));
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  outcomes.sort((a, b) => a.seed - b.seed);

  const reached = outcomes.filter((outcome) => outcome.reached);
  const proportion = wilson(reached.length, outcomes.length);
  say(summaryOf(reached.length, outcomes.length, proportion));
  const frames = reached.map((outcome) => outcome.frame ?? 0).sort((a, b) => a - b);
  const median = frames[Math.floor(frames.length / 2)];
  if (median !== undefined) say(`Frames until it was reached: median ${median}, slowest ${frames.at(-1)}.`);
  writeJson(options.json, {
    player: options.player ?? 'eyes',
    goal: options.goal ?? null,
    ...proportion,
    outcomes,
  });
  if (outcomes.some(({ end }) => end === 'failed')) process.exitCode = 1;
};

/** Seeds are set before the first frame and played in lockstep: neither can be done to a window's program. */
const requireCore = ({ window }: PlayOptions): void => {
  if (window === undefined) return;
  throw new EeveeError({
    code: 'configuration.invalid',
    message: 'Seeds cannot be played in another program’s window.',
    remedy: 'Leave --seeds or --window out.',
    field: 'window',
    value: window,
  });
};

const playSeed = async (
  engine: Engine,
  client: EngineClient,
  options: PlayOptions,
  seed: number,
): Promise<Outcome> => {
  const began = performance.now();
  const game = options.rom === undefined ? (options.game ?? engine.settings.game) : 'rom';
  const scenario = scenarioOf(game, options.goal ?? null);
  const frameLimit = options.frameLimit ?? scenario?.frameLimit ?? usualFrameLimit;
  const body = { ...sessionBody(options), seed, clock: 'lockstep' as const, frameLimit, endOnGoal: true };
  const { id } = await client.create(body);
  const session: Session = await watchSession(client, id);
  const verdict = scenario && (await judgeSession(session, engine.data.sessions, scenario));
  return {
    seed,
    session: id,
    end: session.end?.reason ?? 'failed',
    reached: verdict?.reached ?? session.goalReached,
    frame: verdict ? verdict.frame : session.goalReached ? session.frame : null,
    frames: verdict?.frames ?? session.frame,
    seconds: (performance.now() - began) / 1000,
    message: session.end?.message ?? '',
  };
};

const lineOf = ({ seed, reached, frame, frames, end, seconds, message }: Outcome): string => {
  const result = reached ? `reached at frame ${frame}` : `not reached in ${frames} frames`;
  return `seed ${String(seed).padStart(4)}  ${result} (player: ${end}, ${message}) ${seconds.toFixed(1)} s`;
};

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

const summaryOf = (reached: number, trials: number, { share, low, high }: Proportion): string =>
  `${reached} of ${trials} reached: ${percent(share)} (95% interval ${percent(low)} to ${percent(high)}, Wilson)`;
