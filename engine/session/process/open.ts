import { basename } from 'node:path';
import { openHost } from '../../../native/index.ts';
import type { Host, SeenHost } from '../../../native/types.ts';
import { openWindowHost } from '../../../native/window.ts';
import type { Problem } from '../../../protocol/errors.ts';
import { problemFrom } from '../../problem.ts';
import { sessionFolder } from '../folder.ts';
import type { Command, CoreSource, Report, StartPlan, WindowSource } from '../messages.ts';
import type { ReplayHeader } from '../replay-file.ts';
import { StopWatch } from '../stop/stop-watch.ts';
import { Autosave } from './autosave.ts';
import { Chronicle } from './chronicle.ts';
import type { Inbox } from './inbox.ts';
import { type Mind, openMind } from './mind.ts';
import { Pictures } from './pictures.ts';
import { Recorder } from './recorder.ts';
import { StageTimes } from './stage-times.ts';
import { Timeline } from './timeline/timeline.ts';

export type Ask = Extract<Command, { type: 'ask' }>;

/** What only a core can do: it goes at any speed, its inputs are a replay, and it can be saved and loaded. */
export interface CoreParts {
  host: Host;
  recorder: Recorder;
  autosave: Autosave;
  /** The past, to go back to; null where there is none. */
  timeline: Timeline | null;
  /** Why there is none. */
  noTimeline: Problem | null;
}

/** Everything a session is made of. */
export interface Parts {
  plan: StartPlan;
  host: SeenHost;
  /** Null where the game runs in another program's window. */
  core: CoreParts | null;
  mind: Mind;
  chronicle: Chronicle;
  pictures: Pictures;
  times: StageTimes;
  stops: StopWatch;
  inbox: Inbox<Ask>;
  report: (report: Report) => void;
}

const headerOf = (plan: StartPlan, source: CoreSource): ReplayHeader => ({
  format: 'eevee-replay-1',
  session: plan.id,
  createdAt: new Date().toISOString(),
  game: plan.game,
  rom: source.rom,
  romSha256: source.romSha256,
  core: { path: source.core.path, name: source.core.name, version: source.core.version },
  seed: plan.seed,
  setup: source.setup.map(({ address, bytes }) => ({ address, bytes: [...bytes] })),
  player: plan.player,
  goal: plan.goal,
  clock: plan.clock,
  scenario: plan.scenario ?? null,
  startState: source.startState && basename(source.startState),
});

const noPast = (message: string, remedy: string) => ({
  timeline: null,
  noTimeline: { code: 'session.wrong-state', message, remedy } as const,
});

/** A session plays without a past as well: a core may have no states to keep. */
const openTimeline = (host: Host, plan: StartPlan): Pick<CoreParts, 'timeline' | 'noTimeline'> => {
  if (plan.scenario)
    return noPast(
      'This session is judged: what was played stays played.',
      'Start one without a scenario to go back.',
    );
  if (plan.rewindBytes === 0)
    return noPast('Going back is switched off.', 'Give it memory with the setting --rewind-megabytes.');
  try {
    return { timeline: new Timeline(host, plan.rewindBytes), noTimeline: null };
  } catch (error) {
    const { message, remedy } = problemFrom(error);
    return noPast(`There is no going back in this session: ${message}`, remedy);
  }
};

const openCore = (plan: StartPlan, source: CoreSource, report: (report: Report) => void): CoreParts => {
  const folder = sessionFolder(plan.folder);
  const host = openHost({
    core: source.core.path,
    rom: source.rom,
    systemDir: source.systemDir,
    saveDir: folder.saves,
    setup: source.setup,
  });
  if (source.startState) host.loadState(source.startState);
  return {
    host,
    recorder: new Recorder(plan.folder, folder.inputs, headerOf(plan, source)),
    autosave: new Autosave(host, plan, folder, report),
    ...openTimeline(host, plan),
  };
};

/** A window's number as programs print it; any other name is a title. */
const windowNumber = /^(0x[0-9a-f]+|[0-9]+)$/i;

const openWindow = ({ window: { id, name = '', display, keys }, screen }: WindowSource): SeenHost => {
  const number = id ?? (windowNumber.test(name) ? Number(name) : null);
  return openWindowHost({
    window: number === null ? { title: name } : { id: number },
    gameSize: screen,
    ...(display === undefined ? {} : { display }),
    ...(keys === undefined ? {} : { keys }),
  });
};

const openSource = (plan: StartPlan, report: (report: Report) => void): Pick<Parts, 'core' | 'host'> => {
  const { source } = plan;
  if (source.kind === 'window') return { core: null, host: openWindow(source) };
  const core = openCore(plan, source, report);
  return { core, host: core.host };
};

/**
 * Opens the core with its game or the window that it runs in, the player and the files of a session. Throws what
 * any of them throws: `resource.rom-rejected`, `resource.core-*`, `resource.display-missing`,
 * `resource.window-*`, `resource.model-*`, `resource.state-*`, `configuration.*`.
 */
export const openParts = async (
  plan: StartPlan,
  inbox: Inbox<Ask>,
  running: () => boolean,
  report: (report: Report) => void,
): Promise<Parts> => {
  const { core, host } = openSource(plan, report);
  const mind = await openMind(plan, host, report);
  const times = new StageTimes(host);
  return {
    plan,
    host,
    core,
    mind,
    times,
    stops: new StopWatch(plan.stopWhen ?? []),
    inbox,
    report,
    chronicle: new Chronicle(core, times, plan.clock === 'real-time', report),
    pictures: new Pictures(host, running, (picture) => report({ type: 'picture', picture })),
  };
};
