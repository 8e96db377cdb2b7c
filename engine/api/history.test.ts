import { expect, test } from 'vitest';
import type {
  DecisionPage,
  HistoryDays,
  HistoryPage,
  HistorySession,
  Series,
} from '../../protocol/history.ts';
import { problemOfRejected, runningEngine, until, untilEnded } from '../testing/engine.ts';

test('the history tells how a session ran, and pages through many', async () => {
  const { client } = await runningEngine();
  const ids: string[] = [];
  for (const seed of [1, 2, 3]) {
    const { id } = await client.create({ player: 'random', clock: 'lockstep', seed, frameLimit: 600 });
    await untilEnded(client, id);
    ids.unshift(id);
  }
  const get = <Answer>(path: string) => client.request<Answer>('GET', path);
  const first = await until('the last second', async () => {
    const page = await get<HistoryPage>('/v1/history/sessions?limit=2');
    return page.sessions[0]?.figures.frames === 600 && page;
  });
  expect(first.sessions.map(({ session }) => session.id)).toEqual(ids.slice(0, 2));
  expect(first).toMatchObject({ total: 3, next: ids[1] });
  const second = await get<HistoryPage>(`/v1/history/sessions?limit=2&before=${first.next}`);
  expect(second.sessions.map(({ session }) => session.id)).toEqual(ids.slice(2));
  expect(second.next).toBeNull();
  expect((await get<HistoryPage>('/v1/history/sessions?to=2001-01-01')).total).toBe(0);

  const one = await get<HistorySession>(`/v1/history/sessions/${ids[0]}`);
  expect(one.figures.playedSeconds).toBeGreaterThan(0);
  expect(one.figures.fps).toBeCloseTo(600 / one.figures.playedSeconds, 3);
  const series = await get<Series>(`/v1/history/sessions/${ids[0]}/series`);
  expect(series.columns.frames?.reduce((sum: number, each) => sum + (each ?? 0), 0)).toBe(600);
  for (const column of Object.values(series.columns)) expect(column).toHaveLength(series.time.length);
  const page = await get<DecisionPage>(`/v1/history/sessions/${ids[0]}/decisions?limit=5`);
  expect(page.decisions.length).toBe(Math.min(5, page.total));
});

test('a session in real time has lows, counts and each frame’s time, from the real clock', async () => {
  const { client, engine } = await runningEngine();
  const { id } = await client.create({ player: 'eyes' });
  await until('two seconds', async () => (await client.metrics(id)).seconds.length >= 2, 15_000);
  await client.act(id, 'stop');
  const { figures, stages, frameTimes, detail } = await client.request<HistorySession>(
    'GET',
    `/v1/history/sessions/${id}`,
  );
  expect({ frameTimes, detail }).toEqual({ frameTimes: true, detail: 'second' });
  expect(figures.frames).toBeGreaterThan(60);
  expect(figures.low01).toBeGreaterThan(0);
  expect(figures.low01).toBeLessThanOrEqual(figures.low1!);
  expect(figures.low1).toBeLessThan(figures.fps! * 1.1);
  expect(figures.frameP50).toBeGreaterThan(5);
  expect(figures.processor).toBeGreaterThan(0);
  expect(figures.engineResidentBytes).toBeGreaterThan(1e7);
  expect(figures.inferences! + figures.unchangedFrames!).toBeGreaterThan(30);
  expect(stages.map(({ stage }) => stage)).toContain('path');

  const get = (path: string) =>
    fetch(`${engine.url}/v1/history/${path}`, { headers: { authorization: `Bearer ${engine.token}` } });
  const capture = await get(`sessions/${id}/export?format=capframex`);
  expect(capture.headers.get('content-disposition')).toMatch(/^attachment; filename="CapFrameX-.*\.json"$/);
  const { Info, Runs } = (await capture.json()) as {
    Info: { OS: string; Processor: string };
    Runs: [{ CaptureData: { MsBetweenPresents: number[] } }];
  };
  // Also where the settings name the tier, so that nobody has looked at the computer before.
  expect(Info).toMatchObject({ OS: expect.stringMatching(/\w/), Processor: expect.stringMatching(/\w/) });
  const times = Runs[0].CaptureData.MsBetweenPresents;
  // The first frame after each start of the clock has no time before it.
  expect(times.length).toBeGreaterThan(figures.frames * 0.9);
  expect(times.reduce((sum, ms) => sum + ms, 0) / 1000).toBeCloseTo(figures.playedSeconds, 0);
  expect(await (await get('export?format=csv')).text()).toContain(id);
  const { days, total } = (await (await get('days')).json()) as HistoryDays;
  expect(days).toMatchObject([{ sessions: 1, figures: { frames: figures.frames } }]);
  expect(total?.figures.low1).toBeCloseTo(figures.low1!, 5);
  const [from, to] = [Date.now() - 3_600_000, Date.now() + 3_600_000].map((at) => new Date(at).toISOString());
  const minutes = (await (await get(`minutes?from=${from}&to=${to}`)).json()) as Series;
  expect(minutes.columns.frames?.reduce((sum, each) => (sum ?? 0) + (each ?? 0), 0)).toBe(figures.frames);
  for (const [field, path] of [
    ['format', `sessions/${id}/export?format=xls`],
    ['to', 'minutes?from=2026-01-01&to=2026-03-01'],
    ['from', 'days?from=tomorrow'],
  ] as const) {
    expect(await (await get(path)).json()).toMatchObject({ code: 'configuration.invalid', field });
  }
});

test.each([
  ['limit', '?limit=0'],
  ['limit', '?limit=many'],
  ['from', '?from=yesterday'],
  ['before', '?before=..%2F..'],
  ['colour', '?colour=red'],
])('a query with a wrong %s is refused (%s)', async (field, query) => {
  const { client } = await runningEngine();
  expect(await problemOfRejected(client.request('GET', `/v1/history/sessions${query}`))).toMatchObject({
    code: 'configuration.invalid',
    field,
  });
});
