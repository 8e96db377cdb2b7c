import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aliveIn } from './lock.js';
import { root } from './paths.js';

let checkout = '';
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'eevee-checkout-'));
  cpSync(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true });
  mkdirSync(join(checkout, 'native', 'build'), { recursive: true });
  cpSync(join(root, 'package.json'), join(checkout, 'package.json'));
  writeFileSync(join(checkout, 'package-lock.json'), '{ "packages": { "": {} } }');
  writeBuild("appendFileSync('builds', 'x');");
});
afterEach(() => rmSync(checkout, { recursive: true }));

/** The addon's build module of a house where building is one line. @param {string} work @param {string} inputs */
const writeBuild = (work, inputs = 'one') =>
  writeFileSync(
    join(checkout, 'native', 'build.js'),
    `import { appendFileSync, writeFileSync } from 'node:fs';
     export const inputsHash = () => '${inputs}';
     export const buildAddon = async ({ log }) => {
       process.chdir(${JSON.stringify(checkout)});
       log('building');
       ${work}
       for (const name of ['eevee', 'eevee_tools']) writeFileSync('native/build/' + name + '.node', '');
     };`,
  );

const bootstrap = () => {
  const index = JSON.stringify(pathToFileURL(join(checkout, 'scripts', 'bootstrap', 'index.js')).href);
  const script = `(await import(${index})).bootstrapOrExit(['addon'])`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
};

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<{ code: number | null, said: string }>} */
const ended = (child) =>
  new Promise((resolve) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.on('close', (code) => resolve({ code, said }));
  });

const builds = () => {
  const path = join(checkout, 'builds');
  return existsSync(path) ? readFileSync(path, 'utf8').length : 0;
};

/** @param {() => boolean} condition */
const until = async (condition) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
};

test('builds once, says so, and then again only for a reason', async () => {
  const first = await ended(bootstrap());
  expect(first).toMatchObject({
    code: 0,
    said: expect.stringMatching(/• native addon: not built yet …\n✓ native addon.*\(\d/),
  });
  expect(await ended(bootstrap())).toEqual({ code: 0, said: '' });
  expect(builds()).toBe(1);

  writeBuild("appendFileSync('builds', 'x');", 'two');
  expect((await ended(bootstrap())).said).toContain('its sources changed');
  rmSync(join(checkout, 'native', 'build', 'eevee.node'));
  expect((await ended(bootstrap())).said).toContain('eevee.node is gone');
  expect(builds()).toBe(3);
});

test('a failed build shows its last lines and what to do, and is tried again', async () => {
  writeBuild("for (let i = 0; i < 100; i++) log('line ' + i); throw new Error('no such register');");
  const { code, said } = await ended(bootstrap());
  expect(code).toBe(1);
  expect(said).toContain('no such register');
  expect(said).toContain('line 99');
  expect(said).not.toContain('line 10\n');
  expect(said).toContain('The native addon could not be built (native/build.js).');
  expect(said).toContain('What to do: Correct what the compiler names.');

  writeBuild("appendFileSync('builds', 'x');");
  expect((await ended(bootstrap())).code).toBe(0);
  expect(builds()).toBe(1);
});

test('two at once build once', async () => {
  writeBuild("appendFileSync('builds', 'x'); await new Promise((done) => setTimeout(done, 500));");
  const results = await Promise.all([ended(bootstrap()), ended(bootstrap())]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(builds()).toBe(1);
});

test('killed in the middle, the next one waits for what was left at work, and builds', async () => {
  writeBuild("appendFileSync('builds', 'x'); await new Promise((done) => setTimeout(done, 1000));");
  const killed = bootstrap();
  await until(() => builds() === 1);
  killed.kill('SIGKILL');
  writeBuild("appendFileSync('builds', 'x');");
  const { code, said } = await ended(bootstrap());
  expect(code).toBe(0);
  expect(said).toContain('is setting up this folder already; waiting for it.');
  expect(said).toContain('not built yet');
  expect(builds()).toBe(2);
});

test('stopped by a signal, it takes what it started with it', async () => {
  writeBuild(
    "writeFileSync('pid', String(process.pid)); await new Promise((done) => setTimeout(done, 60000));",
  );
  const stopped = bootstrap();
  const pidFile = join(checkout, 'pid');
  await until(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '');
  stopped.kill('SIGTERM');
  expect((await ended(stopped)).code).toBe(143);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  await until(() => aliveIn({ pid, born: '' }) === null);
  expect(existsSync(join(checkout, '.cache', 'bootstrap.lock'))).toBe(false);
});
