import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireLock, aliveIn } from './lock.js';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eevee-lock-'));
  path = join(folder, 'the.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Number of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

test('is taken and given back, and leaves nothing behind', async () => {
  const { release } = await acquireLock(path);
  expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(process.pid);
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test('of a dead process is taken over', async () => {
  writeFileSync(path, JSON.stringify({ pid: deadPid(), born: '' }));
  const { release } = await acquireLock(path);
  expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(process.pid);
  release();
});

test.runIf(existsSync('/proc/self/stat'))(
  'of a dead process whose number is in use again is taken over',
  async () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, born: '1' }));
    expect(aliveIn({ pid: process.pid, born: '1' })).toBeNull();
    (await acquireLock(path)).release();
  },
);

test('with broken content is taken over', async () => {
  writeFileSync(path, '');
  (await acquireLock(path)).release();
});

test('of a live process is waited for', async () => {
  const { release } = await acquireLock(path);
  /** @type {number[]} */
  const waitedFor = [];
  const second = acquireLock(path, { onWait: ({ pid }) => waitedFor.push(pid), pollMs: 5 });
  await sleep(30);
  expect(waitedFor).toEqual([process.pid]);
  release();
  (await second).release();
});

test('of a dead process whose program is still at work is waited for', async () => {
  const worker = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  writeFileSync(path, JSON.stringify({ pid: deadPid(), born: '', workers: [{ pid: worker.pid, born: '' }] }));
  /** @type {number[]} */
  const waitedFor = [];
  const taken = acquireLock(path, { onWait: ({ pid }) => waitedFor.push(pid), pollMs: 5 });
  await sleep(30);
  expect(waitedFor).toEqual([worker.pid]);
  worker.kill('SIGKILL');
  (await taken).release();
});

test('is held by one of many that race for a stale one', async () => {
  writeFileSync(path, JSON.stringify({ pid: deadPid(), born: '' }));
  const module = JSON.stringify(new URL('./lock.js', import.meta.url).href);
  const log = join(folder, 'log');
  const script = `
    import { appendFileSync } from 'node:fs';
    const { acquireLock } = await import(${module});
    for (let i = 0; i < 20; i++) {
      const { release } = await acquireLock(${JSON.stringify(path)}, { pollMs: 1 });
      appendFileSync(${JSON.stringify(log)}, 'in ' + process.pid + '\\n');
      await new Promise((done) => setTimeout(done, 1));
      appendFileSync(${JSON.stringify(log)}, 'out ' + process.pid + '\\n');
      release();
    }`;
  const racers = [1, 2, 3, 4].map(
    () =>
      new Promise((done) => {
        spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }).on('exit', done);
      }),
  );
  expect(await Promise.all(racers)).toEqual([0, 0, 0, 0]);
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(160);
  for (let i = 0; i < lines.length; i += 2) expect(lines[i + 1]).toBe(lines[i]?.replace('in', 'out'));
});
