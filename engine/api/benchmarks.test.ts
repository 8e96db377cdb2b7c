import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type BenchmarkComparison,
  type BenchmarkDetail,
  type BenchmarkEpisode,
  type BenchmarkRun,
  benchmarkCatalogSchema,
  type StartBenchmark,
} from '../../protocol/benchmarks.ts';
import type { Problem } from '../../protocol/errors.ts';
import { lastDevelopmentSeed } from '../../protocol/words.ts';
import {
  problemOfRejected,
  runningEngine,
  scratchFolder,
  testCore,
  testRom,
  until,
} from '../testing/engine.ts';
import type { EngineClient } from './client.ts';

/** Real runs, and everybody's machine is busy at times. */
vi.setConfig({ testTimeout: 240_000 });
const patient = 90_000;

const runs = '/v1/benchmarks/runs';
const two: Partial<StartBenchmark> = { scenarios: ['buy-so-many', 'catch-it'], player: 'oracle' };

const api = (client: EngineClient) => ({
  start: (asked: unknown) => client.request<BenchmarkRun>('POST', runs, asked),
  list: () => client.request<BenchmarkRun[]>('GET', runs),
  detail: (id: string) => client.request<BenchmarkDetail>('GET', `${runs}/${id}`),
  episodes: (id: string) => client.request<BenchmarkEpisode[]>('GET', `${runs}/${id}/episodes`),
  act: (id: string, verb: string) => client.request<BenchmarkRun>('POST', `${runs}/${id}/${verb}`),
  remove: (path: string) => client.request('DELETE', `${runs}/${path}`),
  compare: (run: string, baseline: string) =>
    client.request<BenchmarkComparison>('GET', `/v1/benchmarks/compare?run=${run}&baseline=${baseline}`),
  import: (content: string) =>
    client.request<BenchmarkRun>('POST', '/v1/benchmarks/import', { name: 'a file', content }),
  finished: (id: string) =>
    until(
      'the end of the run',
      async () => {
        const run = await client.request<BenchmarkDetail>('GET', `${runs}/${id}`);
        return run.state === 'finished' && run;
      },
      patient,
    ),
  someDone: (id: string, done: number) =>
    until(
      `${done} episodes`,
      async () => (await client.request<BenchmarkDetail>('GET', `${runs}/${id}`)).progress.done >= done,
      patient,
    ),
});

test('a run is played in the background, judged, compared, exported and deleted', async () => {
  const { engine, client } = await runningEngine();
  const { start, list, finished, act, compare, episodes, remove } = api(client);
  const events: unknown[] = [];
  const stream = await client.stream((event) => event.type === 'benchmark' && events.push(event.run?.state));
  const begun = await start(two);
  expect(begun).toMatchObject({
    state: 'running',
    player: 'oracle',
    seeds: { first: 0, last: 1 },
    scenarios: 2,
  });
  expect((await problemOfRejected(start(two))).code).toBe('resource.run-busy');
  expect((await problemOfRejected(client.request('GET', `${runs}/${begun.id}/report`))).code).toBe(
    'resource.run-unfinished',
  );
  const first = await finished(begun.id);
  expect(first).toMatchObject({
    progress: { all: 4, done: 4, successes: 4 },
    result: { completion: 1, gate: 'passed' },
    gate: { passed: true, judged: true },
    comparable: true,
    stopped: null,
  });
  expect(first.rows!.kinds.map(({ name }) => name).sort()).toEqual(['catching', 'menu']);
  expect(first.rows!.total.residentBytes).toBeGreaterThan(1e6);
  expect(first.gate!.figures.find(({ name }) => name === 'task completion')!.why).toContain('4 of 4 goals');
  expect(first.machine.cores).toBeGreaterThan(0);
  await until('its last event', () => events.at(-1) === 'finished');
  stream.close();
  const told = (await client.notices()).map(({ message }) => message).join();
  expect(told).toContain('The benchmark is finished. 4 of 4 goals were reached. The quality gate is passed.');

  const played = await episodes(first.id);
  expect(played).toHaveLength(4);
  for (const { replay } of played) expect(readFileSync(replay!, 'utf8').length).toBeGreaterThan(0);

  const second = await finished((await start(two)).id);
  await act(first.id, 'baseline');
  await act(second.id, 'baseline');
  expect((await list()).map(({ id, baseline }) => [id, baseline])).toEqual([
    [second.id, true],
    [first.id, false],
  ]);
  const same = await compare(second.id, first.id);
  expect(same).toMatchObject({ verdict: 'same', headline: expect.stringContaining('No change') });
  expect(same.figures.every(({ identical }) => identical)).toBe(true);
  const other = await finished((await start({ ...two, seeds: { first: 3, last: 3 } })).id);
  const foreign = await problemOfRejected(compare(other.id, first.id));
  expect(foreign).toMatchObject({ code: 'resource.baseline-foreign', field: 'settings.seeds' });

  const ask = (path: string) =>
    fetch(`${engine.url}${path}`, { headers: { authorization: `Bearer ${engine.token}` } });
  const report = await ask(`${runs}/${first.id}/report`);
  expect(report.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(report.headers.get('content-security-policy')).toContain('sandbox');
  expect(await report.text()).toContain('Quality gate passed');
  const csv = await ask(`${runs}/${first.id}/export?format=csv`);
  expect(csv.headers.get('content-disposition')).toContain(`eevee-benchmark-${first.id}.csv`);
  expect((await csv.text()).split('\r\n')).toHaveLength(1 + 4 + 1);
  const whole = (await (await ask(`${runs}/${first.id}/export?format=json`)).json()) as { planned: number };
  expect(whole.planned).toBe(4);

  const imported = await api(client).import(JSON.stringify(whole));
  expect(imported).toMatchObject({ imported: true, state: 'finished', comparable: true, baseline: false });
  expect((await compare(imported.id, first.id)).verdict).toBe('same');
  expect((await episodes(imported.id)).every(({ replay }) => replay === null)).toBe(true);
  await remove(first.id);
  expect((await list()).map(({ id }) => id)).not.toContain(first.id);
  expect((await problemOfRejected(client.request('GET', `${runs}/${first.id}`))).code).toBe(
    'resource.run-missing',
  );
});

test('a run that is stopped, whose suite is killed, whose engine ends, goes on where it was', async () => {
  const dataDir = scratchFolder();
  const { engine, client } = await runningEngine({ dataDir });
  const { start, act, detail, someDone } = api(client);
  const asked = { scenarios: ['gate'], player: 'oracle', seeds: { first: 0, last: 10 }, jobs: 1 };
  const { id } = await start(asked);
  await someDone(id, 2);
  const stopped = await act(id, 'cancel');
  expect(stopped).toMatchObject({ state: 'interrupted', interruption: { message: 'You stopped this run.' } });
  expect((await problemOfRejected(act(id, 'cancel'))).code).toBe('resource.run-unfinished');
  const lines = () =>
    readFileSync(join(dataDir, 'benchmarks', 'runs', id, 'episodes.jsonl'), 'utf8').split('\n');
  const before = lines().slice(0, -1);
  expect((await detail(id)).rows!.total.episodes).toBe(before.length);

  expect((await act(id, 'resume')).state).toBe('running');
  await someDone(id, before.length + 1);
  process.kill(engine.benchmarkPid()!, 'SIGKILL');
  const killed = await until('its end', async () => {
    const run = await detail(id);
    return run.state === 'interrupted' && run;
  });
  expect(killed.interruption!.message).toContain('SIGKILL');
  expect(killed.interruption!.remedy).toContain('no finished episode is lost');

  await act(id, 'resume');
  const third = killed.progress.done + 1;
  await someDone(id, third);
  await engine.close();

  const again = await runningEngine({ dataDir });
  const later = api(again.client);
  const [found] = await later.list();
  expect(found).toMatchObject({ id, state: 'interrupted', progress: { all: 11 } });
  expect(found!.interruption!.message).toContain('Eevee was closed');
  expect(found!.progress.done).toBeGreaterThanOrEqual(third);
  await later.act(id, 'resume');
  const end = await later.finished(id);
  expect(end.progress).toMatchObject({ done: 11, successes: 11 });
  expect(lines().slice(0, before.length)).toEqual(before);
  const seeds = (await later.episodes(id)).map(({ seed }) => seed);
  expect(seeds.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, seed) => seed));
  expect((await problemOfRejected(later.act(id, 'resume'))).message).toContain('is finished');
});

test('while somebody plays in real time, fewer episodes are played at a time, and it is said', async () => {
  const { client } = await runningEngine();
  const { start, detail, act } = api(client);
  const { id } = await start({
    scenarios: ['gate'],
    player: 'oracle',
    seeds: { first: 0, last: 60 },
    jobs: 8,
  });
  expect((await detail(id)).notes).toEqual([]);
  const rom = testRom(scratchFolder(), 'a game');
  const session = await client.create({ core: testCore('synthetic'), rom, player: 'none' });
  const slowed = await until(
    'fewer at a time',
    async () => {
      const run = await detail(id);
      return run.progress.jobs < 8 && run;
    },
    patient,
  );
  expect(slowed.notes.join()).toMatch(/gives way to it: \d+ episodes? at a time instead of 8/);
  await client.act(session.id, 'stop');
  await until('as many again', async () => (await detail(id)).progress.jobs === 8, patient);
  expect((await detail(id)).notes).toEqual([]);
  await act(id, 'cancel');
});

test('the catalog says what there is; what cannot be played is refused with the field, and nothing is begun', async () => {
  const { client } = await runningEngine();
  const { start, list } = api(client);
  const catalog = benchmarkCatalogSchema.parse(await client.request('GET', '/v1/benchmarks/catalog'));
  expect(catalog.kinds.flatMap(({ scenarios }) => scenarios).length).toBeGreaterThan(60);
  expect(catalog.players.every(({ ready }) => ready)).toBe(true);
  expect(catalog.seeds.last).toBe(lastDevelopmentSeed);

  const refused: [unknown, Partial<Problem>][] = [
    [
      { seeds: { first: 0, last: 1_000_000 } },
      { field: 'seeds.last', message: expect.stringContaining('reserved for judging') as never },
    ],
    [
      { seeds: { first: 5, last: 2 } },
      { field: 'seeds.last', message: expect.stringContaining('below the first') as never },
    ],
    [
      { seeds: { first: 0, last: 1000 } },
      { field: 'seeds.last', message: expect.stringContaining('more than 1000') as never },
    ],
    [{ kinds: ['walking'] }, { field: 'kinds.0' }],
    [{ scenarios: ['moon'] }, { field: 'scenarios', value: 'moon' }],
    [{ scenarios: ['gate'], kinds: ['battle'] }, { field: 'kinds' }],
    [{ player: 'me' }, { field: 'player', allowed: ['ai', 'oracle', 'random', 'mash'] }],
    [{ player: 'oracle', clock: 'real-time' }, { field: 'clock' }],
    [{ jobs: 0 }, { field: 'jobs' }],
    [{ game: 'chess' }, { code: 'configuration.unknown-game' }],
    [{ sead: 1 }, { field: 'sead' }],
  ];
  for (const [asked, problem] of refused)
    expect(await problemOfRejected(start(asked)), JSON.stringify(asked)).toMatchObject(problem);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.record({
          seeds: fc.record({ first: fc.nat(), last: fc.integer({ min: lastDevelopmentSeed + 1 }) }),
        }),
        fc.record({ scenarios: fc.array(fc.string({ maxLength: 80 }), { minLength: 1, maxLength: 3 }) }),
        fc.record({
          jobs: fc
            .oneof(fc.double(), fc.constant('2'))
            .filter((jobs) => !(Number(jobs) >= 1 && Number(jobs) <= 64 && jobs !== '2')),
        }),
        fc
          .anything()
          .filter((asked) => typeof asked !== 'object' || Array.isArray(asked))
          .filter((asked) => asked !== undefined),
      ),
      async (asked) => {
        const problem = await problemOfRejected(start(asked));
        expect(problem.code).toBe('configuration.invalid');
      },
    ),
    { numRuns: 60 },
  );
  expect(await list()).toEqual([]);
});

test('files that are no result are refused in words, and leave nothing behind', async () => {
  const { client } = await runningEngine();
  const { list } = api(client);
  const wrong: [string, RegExp][] = [
    ['{"format":"eevee-run-figures"}', /it holds the figures for comparisons/],
    ['{"format":"eevee-bench-1","createdAt":"now"}', /only the beginning of a run/],
    ['"text"', /“a file” is no result of a benchmark/],
    ['{"format":"something"}', /format/],
    ['[{"__proto__":0}]', /“a file” is no result of a benchmark/],
    ['{"constructor":{"prototype":0}}', /“a file” is no result of a benchmark/],
    ['', /“a file” is not JSON, or was cut off/],
    ['{"format":"eevee-ben', /“a file” is not JSON, or was cut off/],
  ];
  for (const [content, words] of wrong)
    expect((await problemOfRejected(api(client).import(content))).message).toMatch(words);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), async (content) => {
      expect((await problemOfRejected(api(client).import(content))).code).toBe('resource.run-broken');
    }),
    { numRuns: 40 },
  );
  expect(await list()).toEqual([]);
});
