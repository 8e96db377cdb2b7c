import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EngineClient } from '../../engine/api/client.ts';
import { startEngine } from '../../engine/engine.ts';
import { readGiven } from '../../engine/settings/given.ts';
import { Store } from '../../engine/store/store.ts';
import { Generator } from './generate.ts';
import { queriesOf } from './queries.ts';

/**
 * `npm run bench:year`: what a day of play takes on the disk, and how long each question to the history takes with
 * a year in the store. Real writes through the store, real requests to a real engine. Exit code 1: a day takes
 * more than 20 MB, or a question more than 100 ms.
 */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '365' },
    hours: { type: 'string', default: '3' },
    /** Keeps the folder, to look at the year in the app: `npm start -- --data-dir …`. */
    'data-dir': { type: 'string' },
  },
});
const [days, hours] = [Number(values.days), Number(values.hours)];
const mostDayBytes = 20e6;
const mostQueryMs = 100;
const dayMs = 86_400_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
const folder = values['data-dir'] ?? mkdtempSync(join(tmpdir(), 'eevee-year-'));

const openStore = (path: string): Promise<Store> =>
  Store.open(path, ({ message }) => {
    throw new Error(message);
  });

/** Bytes that a day and night of play at 60 frames a second adds to a store. */
const measureDay = async (): Promise<number> => {
  const path = join(folder, 'day.db');
  const store = await openStore(path);
  const before = store.tidying.size().bytes;
  new Generator(store, 1).play(new Date('2026-03-01T00:00:00Z'), 86_400);
  const { bytes, freeBytes } = store.tidying.size();
  store.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  return bytes - freeBytes - before;
};

/** The year: seconds of the last week, minutes of the last month, sums of everything before. */
const writeYear = async (): Promise<void> => {
  const store = await openStore(join(folder, 'eevee.db'));
  const generator = new Generator(store, 2);
  const now = Date.now();
  for (let ago = days; ago > 0; ago -= 1) {
    // Two sessions a day, one of them twice as long.
    for (const [part, length] of [1 / 3, 2 / 3].entries()) {
      const began = new Date(now - ago * dayMs + part * 6 * 3_600_000);
      generator.play(began, Math.round(hours * 3600 * length), ago > 31);
    }
  }
  store.close();
};

const measureQueries = async (): Promise<boolean> => {
  const engine = await startEngine(readGiven({ dataDir: folder, logLevel: 'silent', tier: 'mid' }, {}));
  try {
    const client = new EngineClient(engine);
    await client.request('POST', '/v1/history/tidy');
    say(`The store after tidying: ${megabytes(sizeOf(engine.data.database))}`);
    let fast = true;
    for (const { what, path } of await queriesOf(client)) {
      const times: number[] = [];
      const used = process.cpuUsage();
      for (let again = 0; again < 7; again += 1) {
        const began = performance.now();
        const answer = await fetch(`${engine.url}${path}`, {
          headers: { authorization: `Bearer ${engine.token}` },
        });
        if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
        await answer.arrayBuffer();
        times.push(performance.now() - began);
      }
      const { user, system } = process.cpuUsage(used);
      const cpu = (user + system) / 7000;
      const [median = 0, worst = 0] = [times.toSorted((a, b) => a - b)[3], Math.max(...times)];
      // The median, and not the worst: on a computer that is busy with something else the worst is not ours.
      fast &&= median <= mostQueryMs;
      const figures = [median, worst, cpu].map((ms) => ms.toFixed(1).padStart(6));
      const shown = `median ${figures[0]} ms   worst ${figures[1]} ms   processor ${figures[2]} ms`;
      say(`  ${what.padEnd(52)} ${shown}${median > mostQueryMs ? '   TOO SLOW' : ''}`);
    }
    return fast;
  } finally {
    await engine.close();
  }
};

try {
  say(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} threads, Node ${process.version}`);
  const dayBytes = await measureDay();
  say(`A day and night of play: ${megabytes(dayBytes)} of ${megabytes(mostDayBytes)} allowed`);
  await writeYear();
  say(`${days} days of ${hours} hours, ${2 * days} sessions, are written.`);
  const fast = await measureQueries();
  process.exitCode = fast && dayBytes <= mostDayBytes ? 0 : 1;
} finally {
  if (values['data-dir'] === undefined) rmSync(folder, { recursive: true, force: true });
}
