import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { corePathsToTry } from '../../../engine/session/core-paths.ts';
import { Cores } from '../../../engine/session/cores.ts';
import { readSettings } from '../../../engine/settings/given.ts';
import { problemOfRejected, scratchFolder, until } from '../../../engine/testing/engine.ts';
import { loadGame } from '../../../games/catalog.ts';
import { type Scenario, scenarioSchema } from '../../../games/scenario/schema.ts';
import { playSession } from '../session-episode.ts';
import { WorkerProcess } from '../worker-process.ts';

const settings = readSettings({}, {});
const game = loadGame(settings.game);
const core = await new Cores(corePathsToTry([], '')).find('gb');
const patienceMs = 60_000;

/** A new game, somewhere to walk: three steps are the goal. */
const steps: Scenario = scenarioSchema.parse({
  name: 'three-steps',
  kind: 'navigation',
  title: 'Take three steps',
  goal: null,
  parameters: { speed: { seeded: [1, 2, 4] } },
  start: {
    steps: [
      { write: 'wTextSpeed', value: { parameter: 'speed' } },
      { wait: { range: [1, 90] } },
      { until: { variable: 'wTextSpeed', op: 'equal', reference: { parameter: 'speed' } }, limit: 5 },
    ],
  },
  success: { variable: 'wStepCount', op: 'greater-or-equal', reference: 3, measurement: 'delta' },
  progress: { terms: [{ variable: 'wStepCount', weight: -1 }] },
  frameLimit: 1800,
});

const openWorker = (folder: string): WorkerProcess => {
  const worker = new WorkerProcess({
    game: game.id,
    romSha256: game.romSha256,
    core,
    cacheFolder: join(folder, 'cache'),
  });
  onTestFinished(() => worker.end());
  return worker;
};
const play = (worker: WorkerProcess, scenario: Scenario, seed: number, folder: string) =>
  worker.ask<'play'>({ job: 'play', player: 'random', scenario, seed, folder }, patienceMs);

test('a set-up is made once, for its scenario and seed, and gives the same episode in any process', async () => {
  const folder = scratchFolder();
  const [one, other] = [openWorker(folder), openWorker(scratchFolder())];
  const first = await play(one, steps, 6, join(folder, 'first'));
  const path = (await one.ask<'set-up'>({ job: 'set-up', scenario: steps, seed: 6 }, patienceMs)).state!;
  const { mtimeMs } = statSync(path);
  // Others in between, in the same process, leave nothing behind.
  await play(one, steps, 5, join(folder, 'between'));
  const again = await play(one, steps, 6, join(folder, 'again'));
  expect(statSync(path).mtimeMs).toBe(mtimeMs);
  const elsewhere = await play(other, steps, 6, join(folder, 'elsewhere'));
  const same = ({ why, frames, frameHash, trace, decisions, coherence }: typeof first) => ({
    why,
    frames,
    frameHash,
    trace,
    decisions,
    coherence,
  });
  expect(same(again)).toEqual(same(first));
  expect(same(elsewhere)).toEqual(same(first));
  expect(first).toMatchObject({ why: 'reached', coherence: { farther: 0 } });
  // Nobody walks with A.
  const mash = {
    job: 'play',
    player: 'mash',
    scenario: steps,
    seed: 6,
    folder: join(folder, 'mash'),
  } as const;
  expect(await one.ask<'play'>(mash, patienceMs)).toMatchObject({ why: 'frame-limit', frames: 1800 });
  // A change of the scenario is another set-up.
  const changed = { ...steps, parameters: { speed: { seeded: [4] } } };
  const next = await one.ask<'set-up'>({ job: 'set-up', scenario: changed, seed: 6 }, patienceMs);
  expect(next.state).not.toBe(path);
  expect(existsSync(path)).toBe(true);
});

test('a set-up that waits for what never comes is an error that names the step', async () => {
  const worker = openWorker(scratchFolder());
  const start = { steps: [{ until: { variable: 'wCurMap', op: 'equal', reference: 99 }, limit: 60 }] };
  const scenario = scenarioSchema.parse({ ...steps, start });
  const problem = await problemOfRejected(
    worker.ask<'set-up'>({ job: 'set-up', scenario, seed: 1 }, patienceMs),
  );
  expect(problem).toMatchObject({
    code: 'session.wrong-state',
    field: 'start',
    message: expect.stringContaining('"three-steps" fails at step 1'),
  });
  // The worker is none the worse for it.
  expect(
    (await worker.ask<'set-up'>({ job: 'set-up', scenario: steps, seed: 1 }, patienceMs)).state,
  ).not.toBeNull();
});

test('a worker of another build of the ROM refuses to play', async () => {
  const worker = new WorkerProcess({
    game: game.id,
    romSha256: '0'.repeat(64),
    core,
    cacheFolder: scratchFolder(),
  });
  onTestFinished(() => worker.end());
  const problem = await problemOfRejected(play(worker, steps, 1, scratchFolder()));
  expect(problem).toMatchObject({ code: 'resource.rom-system' });
});

test('the session that plays from a set-up has no door to memory, and is judged by its replay', async () => {
  const folder = scratchFolder();
  const worker = openWorker(folder);
  const { state } = await worker.ask<'set-up'>({ job: 'set-up', scenario: steps, seed: 7 }, patienceMs);
  const around = {
    game,
    core,
    systemDir: join(folder, 'system'),
    modelDir: settings.modelDir,
    eyes: settings.eyes,
    clock: 'real-time' as const,
  };
  let pid = 0;
  const playing = playSession(
    around,
    { ...steps, frameLimit: 120 },
    7,
    state,
    join(folder, 'played'),
    (process) => {
      pid = process.pid;
    },
  );
  const maps = await until('the addon of the session', () => {
    const text = readFileSync(`/proc/${pid}/maps`, 'utf8');
    return text.includes('/eevee.node') && text;
  });
  expect(maps).not.toContain('eevee_tools.node');
  const played = await playing;
  expect(played.end.reason).toBe('frame-limit');
  const judged = await worker.ask<'judge'>(
    {
      job: 'judge',
      scenario: { ...steps, frameLimit: 120 },
      seed: 7,
      replay: played.replay,
      marks: played.marks,
    },
    patienceMs,
  );
  expect(judged).toMatchObject({ why: 'frame-limit', frames: 120 });
});

test('an oracle that gives up fails its episode and leaves a replay', async () => {
  const folder = scratchFolder();
  const worker = openWorker(folder);
  // The game's oracle walks to the gate whatever the scenario wants of it: nothing ever satisfies this one.
  const scenario = scenarioSchema.parse({
    ...steps,
    name: 'gate',
    start: 'power-on',
    success: { variable: 'wCurMap', op: 'equal', reference: 99 },
    progress: undefined,
    frameLimit: 100_000,
  });
  const judged = await worker.ask<'play'>(
    { job: 'play', player: 'oracle', scenario, seed: 1, folder: join(folder, 'gate') },
    patienceMs,
  );
  expect(judged.why).toBe('undecided');
  expect(judged.frames).toBeGreaterThan(1000);
  expect(existsSync(join(folder, 'gate', 'inputs.jsonl'))).toBe(true);
});
