import type { BenchmarkRun } from '../../protocol/benchmarks.ts';
import type { Session } from '../../protocol/sessions.ts';

/** What the shell knows of the engine's work, looked at once a second. */
export interface Playing {
  /** Newest first. */
  sessions: readonly Session[];
  /** Newest first. */
  runs: readonly BenchmarkRun[];
}

export const nothingYet: Playing = { sessions: [], runs: [] };

/** The session that pause and take-over mean: the newest that has not ended. */
export const liveSession = ({ sessions }: Playing): Session | null =>
  sessions.find(({ state }) => state !== 'ended') ?? null;

/** In a few words: what the tray and its menu say. */
export const stateInWords = (session: Session | null): string => {
  if (!session) return 'Nothing is playing';
  const { title, state, turn, stopped } = session;
  if (stopped) return `${title}: ${stopped.message}`;
  if (state === 'paused') return `${title} is paused`;
  if (state === 'starting') return `${title} is starting`;
  return turn === 'ai' ? `The AI plays ${title}` : `You play ${title}`;
};

/** Something that happened, for somebody who does not look at the window. */
export interface News {
  title: string;
  body: string;
  /** The room that shows it. */
  room: 'play' | 'benchmarks';
}

const ended: Partial<Record<NonNullable<Session['end']>['reason'], string>> = {
  'goal-reached': 'The AI reached its goal',
  'gave-up': 'The AI gave up',
  'stop-condition': 'Stopped, as you asked',
  failed: 'A session ended with an error',
};

/** @param before null: this session was not there before, so what is known of it is old news or none */
const newsOf = (session: Session, before: Session | undefined): News[] => {
  if (!before) return [];
  const { title, end, stopped, state } = session;
  const headline = state === 'ended' && before.state !== 'ended' && end ? ended[end.reason] : undefined;
  if (headline && end) return [{ title: headline, body: `${title}: ${end.message}`, room: 'play' }];
  if (stopped && !before.stopped)
    return [{ title: 'Stopped, as you asked', body: `${title}: ${stopped.message}`, room: 'play' }];
  return [];
};

const newsOfRun = (run: BenchmarkRun, before: BenchmarkRun | undefined): News[] => {
  if (!before || before.finishedAt !== null || run.finishedAt === null) return [];
  const { successes, done } = run.progress;
  return [
    {
      title: 'A benchmark is finished',
      body: `${successes} of ${done} goals were reached.`,
      room: 'benchmarks',
    },
  ];
};

/** What happened between two looks. */
export const newsBetween = (before: Playing, after: Playing): News[] => [
  ...after.sessions.flatMap((session) =>
    newsOf(
      session,
      before.sessions.find(({ id }) => id === session.id),
    ),
  ),
  ...after.runs.flatMap((run) =>
    newsOfRun(
      run,
      before.runs.find(({ id }) => id === run.id),
    ),
  ),
];
