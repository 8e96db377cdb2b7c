import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EeveeError } from '../../../protocol/errors.ts';
import type { ExportFormat } from '../../../protocol/history-words.ts';
import { Store } from '../../store/store.ts';
import { scratchFolder } from '../../testing/engine.ts';
import { playedSecond, sessionRecord } from '../../testing/played.ts';
import { History } from '../history.ts';
import { exportRange, exportSession } from './export.ts';
import { exportedHardware } from './hardware.ts';

const id = 'aaaaaaaaaaaa';
const title = 'A "game", with commas';
/** Two minutes and a bit; the frame times in milliseconds as they were played. */
const played = Array.from({ length: 125 }, (_, second) =>
  Array.from({ length: 60 }, (_, frame) => 16.5 + ((second * 7 + frame) % 50) / 100),
);
const hardware = exportedHardware(null);

const history = async (): Promise<{ history: History; store: Store }> => {
  const store = await Store.open(join(scratchFolder(), 'eevee.db'), () => {});
  onTestFinished(() => store.close());
  store.putSession(sessionRecord(id, { title, clock: 'real-time' }));
  for (const [second, times] of played.entries()) {
    store.addSecond(
      id,
      playedSecond(
        second,
        times.map((ms) => ms * 1000),
      ),
    );
  }
  return { history: new History(store), store };
};
const exported = async (format: ExportFormat): Promise<string> => {
  const { history: from, store } = await history();
  return [...exportSession(from, store.session(id)!, format, hardware).pieces].join('');
};
const near = (values: number[]): unknown[] => values.map((value) => expect.closeTo(value, 2));

test('a capture has every frame, in arrays of the names and lengths that CapFrameX reads', async () => {
  const capture = JSON.parse(await exported('capframex'));
  expect(capture.Info).toMatchObject({
    GameName: title,
    AppVersion: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
  });
  expect(capture.Info.Id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(Date.parse(capture.Info.CreationDate)).toBeGreaterThan(0);
  const [run] = capture.Runs;
  const data = run.CaptureData;
  expect(Object.keys(data).sort()).toEqual(
    [
      ...['TimeInSeconds', 'MsBetweenPresents', 'MsInPresentAPI', 'MsBetweenDisplayChange'],
      ...['MsUntilRenderComplete', 'MsUntilDisplayed', 'QPCTime', 'PresentMode', 'AllowsTearing'],
      ...['SyncInterval', 'Dropped'],
    ].sort(),
  );
  for (const column of Object.values(data)) expect(column).toHaveLength(125 * 60);
  expect(data.MsBetweenPresents).toEqual(near(played.flat()));
  expect(data.TimeInSeconds[0]).toBe(0);
  expect(data.TimeInSeconds[7499]).toBeCloseTo(
    played
      .flat()
      .slice(0, -1)
      .reduce((a, b) => a + b) / 1000,
    2,
  );
});

test('a MangoHud log has its three header lines and every frame with its time', async () => {
  const [names, computer, columns, ...rows] = (await exported('mangohud')).trimEnd().split('\n');
  expect(names).toBe('os,cpu,gpu,ram,kernel,driver,cpuscheduler');
  expect(computer?.split(',')).toHaveLength(7);
  const heads = columns!.split(',');
  expect(heads.slice(0, 2)).toEqual(['fps', 'frametime']);
  expect(heads.at(-1)).toBe('elapsed');
  const frames = rows.map((row) => row.split(',').map(Number));
  for (const frame of frames) expect(frame).toHaveLength(heads.length);
  expect(frames.map((frame) => frame[1]!)).toEqual(near(played.flat()));
  expect(frames.map((frame) => 1000 / frame[0]!)).toEqual(near(played.flat()));
  const total = played.flat().reduce((sum, ms) => sum + ms, 0) * 1e6;
  expect(frames.at(-1)!.at(-1)! / total).toBeCloseTo(1, 5);
});

test('the table has a line a second and empty cells for what was not measured', async () => {
  const [head, ...lines] = (await exported('csv')).trimEnd().split('\n');
  expect(lines).toHaveLength(125);
  const names = head!.split(',');
  expect(names.slice(0, 3)).toEqual(['time', 'frames', 'fps']);
  expect(names).not.toContain('watts');
  expect(lines[60]!.split(',').slice(0, 2)).toEqual(['60', '60']);
});

test('all of it as JSON says what each column is', async () => {
  const told = JSON.parse(await exported('json'));
  expect(told).toMatchObject({
    format: 'eevee-history-1',
    session: { id, title },
    figures: { frames: 7500 },
  });
  expect(told.columns.low1.about).toContain('slowest 1 %');
  expect(told.series.time).toHaveLength(125);
});

test('sessions of a range, with titles that hold commas, quotes and formulas', async () => {
  const { history: from, store } = await history();
  store.putSession(sessionRecord('bbbbbbbbbbbb', { title: '=1+1' }));
  const table = [...exportRange(from, {}, 'csv').pieces].join('').trimEnd().split('\n');
  expect(table).toHaveLength(3);
  expect(table.join()).toContain('"A ""game"", with commas"');
  expect(table.join()).toContain("'=1+1");
  const all = JSON.parse([...exportRange(from, {}, 'json').pieces].join(''));
  expect(all.sessions).toHaveLength(2);
  expect(JSON.parse([...exportRange(from, { to: '2001-01-01' }, 'json').pieces].join('')).sessions).toEqual(
    [],
  );
});

test('without frame times, formats that are made of them are refused in words', async () => {
  const { history: from, store } = await history();
  store.putSession(sessionRecord('bbbbbbbbbbbb', { clock: 'lockstep' }));
  const refused = () => exportSession(from, store.session('bbbbbbbbbbbb')!, 'capframex', hardware);
  expect(refused).toThrow(EeveeError);
  expect(refused).toThrow(/single frames have no time of their own/);
});
