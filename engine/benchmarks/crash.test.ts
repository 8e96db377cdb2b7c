import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { BenchmarkDetail, BenchmarkEpisode, BenchmarkRun } from '../../protocol/benchmarks.ts';
import { EngineClient } from '../api/client.ts';
import { runningEngine, scratchFolder, until } from '../testing/engine.ts';

/** Real runs, and everybody's machine is busy at times. */
vi.setConfig({ testTimeout: 240_000 });
const patient = 60_000;
const runs = '/v1/benchmarks/runs';
const gate = { scenarios: ['gate'], player: 'oracle', jobs: 1 };

const detail = (client: EngineClient, id: string) => client.request<BenchmarkDetail>('GET', `${runs}/${id}`);

const childrenOf = (pid: number): number[] => {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return list.trim().split(' ').filter(Boolean).map(Number);
};

/** An engine as a process of its own, which can be killed. */
const engineProcess = async (dataDir: string): Promise<{ child: ChildProcess; client: EngineClient }> => {
  const entry = join(import.meta.dirname, '..', 'main.ts');
  const child = fork(entry, ['--data-dir', dataDir, '--tier', 'mid', '--log-level', 'silent'], {
    silent: true,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ready = await new Promise<{ url: string; token: string }>((resolve, reject) => {
    child.on('message', (message: { type: string; url: string; token: string }) =>
      message.type === 'ready' ? resolve(message) : reject(new Error(JSON.stringify(message))),
    );
  });
  return { child, client: new EngineClient(ready) };
};

test('an engine that is killed takes its suite along, and the next one goes on with the run', async () => {
  const dataDir = scratchFolder();
  const { child, client } = await engineProcess(dataDir);
  const { id } = await client.request<BenchmarkRun>('POST', runs, { ...gate, seeds: { first: 0, last: 7 } });
  await until('two episodes', async () => (await detail(client, id)).progress.done >= 2, patient);
  const suite = childrenOf(child.pid!).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('runner'),
  );
  expect(suite).toHaveLength(1);
  child.kill('SIGKILL');
  await until('the end of the suite', () => !existsSync(`/proc/${suite[0]}`), patient);

  const { client: next } = await runningEngine({ dataDir });
  const [found] = await next.request<BenchmarkRun[]>('GET', runs);
  expect(found).toMatchObject({ id, state: 'interrupted', progress: { all: 8 } });
  expect(found!.progress.done).toBeGreaterThanOrEqual(2);
  expect(found!.interruption!.message).toContain('Eevee was closed, or ended');
  await next.request('POST', `${runs}/${id}/resume`);
  const end = await until(
    'the end of the run',
    async () => {
      const run = await detail(next, id);
      return run.state === 'finished' && run;
    },
    patient,
  );
  expect(end.progress).toMatchObject({ done: 8, successes: 8 });
});

test('a process that crashes over an episode costs that episode; the run goes on and says so', async () => {
  const { engine, client } = await runningEngine();
  const { id } = await client.request<BenchmarkRun>('POST', runs, { ...gate, seeds: { first: 0, last: 5 } });
  await until('an episode', async () => (await detail(client, id)).progress.done >= 1, patient);
  process.kill(childrenOf(engine.benchmarkPid()!)[0]!, 'SIGSEGV');
  const end = await until(
    'the end of the run',
    async () => {
      const run = await detail(client, id);
      return run.state === 'finished' && run;
    },
    patient,
  );
  expect(end.progress).toMatchObject({ done: 6, successes: 5, errors: 1 });
  expect(end.result!.gate).toBe('failed');
  const episodes = await client.request<BenchmarkEpisode[]>('GET', `${runs}/${id}/episodes`);
  const [broken] = episodes.filter(({ result }) => result === 'error');
  expect(broken!.words).toContain('SIGSEGV');
});
