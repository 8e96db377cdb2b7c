import { basename } from 'node:path';
import { openHost } from '../../../native/index.ts';
import type { Host } from '../../../native/types.ts';
import { sessionFolder } from '../folder.ts';
import type { Command, Report, StartPlan } from '../messages.ts';
import type { ReplayHeader } from '../replay-file.ts';
import { Autosave } from './autosave.ts';
import { Chronicle } from './chronicle.ts';
import type { Inbox } from './inbox.ts';
import { type Mind, openMind } from './mind.ts';
import { Pictures } from './pictures.ts';
import { Recorder } from './recorder.ts';
import { StageTimes } from './stage-times.ts';

export type Ask = Extract<Command, { type: 'ask' }>;

/** Everything a session is made of. */
export interface Parts {
  plan: StartPlan;
  host: Host;
  mind: Mind;
  recorder: Recorder;
  autosave: Autosave;
  chronicle: Chronicle;
  pictures: Pictures;
  times: StageTimes;
  inbox: Inbox<Ask>;
  report: (report: Report) => void;
}

const headerOf = (plan: StartPlan): ReplayHeader => ({
  format: 'eevee-replay-1',
  session: plan.id,
  createdAt: new Date().toISOString(),
  game: plan.game,
  rom: plan.rom,
  romSha256: plan.romSha256,
  core: { path: plan.core.path, name: plan.core.name, version: plan.core.version },
  seed: plan.seed,
  setup: plan.setup.map(({ address, bytes }) => ({ address, bytes: [...bytes] })),
  player: plan.player,
  goal: plan.goal,
  clock: plan.clock,
  scenario: plan.scenario ?? null,
  startState: plan.startState && basename(plan.startState),
});

/**
 * Opens the core with its game, the player and the files of a session. Throws what any of them throws:
 * `resource.rom-rejected`, `resource.core-*`, `resource.model-*`, `resource.state-*`, `configuration.*`.
 */
export const openParts = async (
  plan: StartPlan,
  inbox: Inbox<Ask>,
  running: () => boolean,
  report: (report: Report) => void,
): Promise<Parts> => {
  const folder = sessionFolder(plan.folder);
  const host = openHost({
    core: plan.core.path,
    rom: plan.rom,
    systemDir: plan.systemDir,
    saveDir: folder.saves,
    setup: plan.setup,
  });
  const mind = await openMind(plan, host, report);
  if (plan.startState) host.loadState(plan.startState);
  const times = new StageTimes(host);
  const recorder = new Recorder(plan.folder, folder.inputs, headerOf(plan));
  return {
    plan,
    host,
    mind,
    recorder,
    times,
    inbox,
    report,
    autosave: new Autosave(host, plan, folder.autosave, report),
    chronicle: new Chronicle(host, recorder, times, report),
    pictures: new Pictures(host, running, (picture) => report({ type: 'picture', picture })),
  };
};
