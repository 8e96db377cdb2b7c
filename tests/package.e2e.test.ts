import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildUi } from '../scripts/build-ui.js';
import { packageApp } from '../scripts/package/index.js';
import { chooseTasksOnce } from './support/benchmarks-page.ts';
import { artifact, root, temporaryFolder } from './support/folders.ts';
import { drawnAfter, lookAtPicture, part, soon } from './support/play-page.ts';
import { commandLine, descendants } from './support/processes.ts';
import { openWindow, type TestWindow } from './support/window.ts';
import { type Display, openDisplay } from './support/xvfb.ts';

const out = temporaryFolder('package');
const home = temporaryFolder('package-home');
/** All that a program has when a desktop starts it, and less. */
const bare = { HOME: home.path, PATH: '/usr/bin:/bin' };
let display: Display;
let window: TestWindow | undefined;
let unpacked: string;

beforeAll(async () => {
  await buildUi({ log: () => {} });
  ({ unpacked } = await packageApp({ out: out.path, deb: false, log: () => {} }));
  display = await openDisplay();
});

// A test that failed on its way must not leave its window to the next one.
afterEach(() => window?.quit());

afterAll(async () => {
  await display?.close();
  out.remove();
  home.remove();
});

/** What a process has mapped into its memory, its libraries among it; empty when it is gone. */
const mapped = (id: number): string => {
  try {
    return readFileSync(`/proc/${id}/maps`, 'utf8');
  } catch {
    return '';
  }
};

test('the package starts in an empty environment and plays, out of its own folder alone', async () => {
  window = await openWindow({ ...bare, DISPLAY: display.name }, { program: join(unpacked, 'eevee') });
  const { page } = window;
  await part(page, 'start-button').click();
  await drawnAfter(page, 60);
  // The game begins with a blank screen.
  await soon(async () => (await lookAtPicture(page)).colours).toBeGreaterThanOrEqual(2);
  await part(page, 'action').waitFor();
  await page.screenshot({ path: artifact('package.png') });
  const below = descendants(window.shell.pid!);
  expect(below.some((id) => commandLine(id)?.includes('session/process/main.js'))).toBe(true);
  for (const id of below) {
    expect(commandLine(id) ?? '').not.toContain(root);
    expect(mapped(id).includes(`${root}/`)).toBe(false);
  }
  expect(await window.quit()).toBe(0);
  await soon(() => below.filter((id) => commandLine(id) !== null)).toEqual([]);
});

test('its benchmarks play to the end in processes of its own', async () => {
  window = await openWindow({ ...bare, DISPLAY: display.name }, { program: join(unpacked, 'eevee') });
  const { page, shell } = window;
  await part(page, 'room-play').waitFor();
  await chooseTasksOnce(page, ['buy-so-many', 'catch-it']);
  await part(page, 'start-run').click();
  const suite = () => descendants(shell.pid!).filter((id) => commandLine(id)?.includes('suite/worker'));
  await soon(() => suite().length).toBeGreaterThan(0);
  for (const id of suite()) expect(commandLine(id) ?? '').not.toContain(root);
  await expect
    .poll(() => part(page, 'run').getAttribute('data-state'), { timeout: 120_000 })
    .toBe('finished');
  await page.screenshot({ path: artifact('package-benchmark.png') });
  expect(await window.quit()).toBe(0);
});

test('the command line works out of the package', () => {
  const eevee = join(unpacked, 'bin', 'eevee');
  const options = { env: bare, cwd: '/', encoding: 'utf8' as const };
  const doctor = execFileSync(eevee, ['doctor'], options);
  for (const what of ['addon', 'core', 'game', 'model', 'database'])
    expect(doctor).toMatch(new RegExp(`^ok +${what}`, 'm'));
  const played = execFileSync(eevee, ['play', '--headless', '--speed', '8', '--frame-limit', '240'], options);
  expect(played).toContain('The limit of 240 frames was reached.');
});

test('onnxruntime comes along: eyes on a thread of their own see with it', () => {
  const eevee = join(unpacked, 'bin', 'eevee');
  const env = { ...bare, EEVEE_EYES: 'onnxruntime' };
  const played = spawnSync(eevee, ['play', '--headless', '--speed', '8', '--frame-limit', '240'], { env });
  expect(String(played.stdout)).toContain('The limit of 240 frames was reached.');
  expect(String(played.stdout)).toMatch(/infer +p50/);
});

test('its program is a window and nothing else: no Node for others, no inspector, no other code', () => {
  const asNode = spawnSync(join(unpacked, 'eevee'), ['--version'], {
    env: { ...bare, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 5000,
  });
  expect(String(asNode.stdout)).not.toMatch(/^v\d+\.\d+\.\d+/);
  // Beside the archive there is no folder that Electron would take for an application.
  expect(existsSync(join(unpacked, 'resources', 'app'))).toBe(false);
});

test('it brings the licence of all that is in it, and no sources, tests or maps', () => {
  const licences = readFileSync(join(unpacked, 'LICENSES.txt'), 'utf8');
  for (const name of ['Electron', 'fastify', 'better-sqlite3', 'onnxruntime-node', 'react', 'zod'])
    expect(licences).toMatch(new RegExp(`^${name} `, 'm'));
  const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' });
  const strange = /\.(ts|tsx|map|cc|cpp|h|dll|dylib|py)$|\.test\.js$|(darwin|win32|musl|arm64).*\.(node|so)/;
  expect(files.filter((file) => strange.test(file))).toEqual([]);
});

/** An engine that says one thing to whoever started it as a utility process, then ends. */
const sayingEngine = `process.parentPort.postMessage({ type: 'problem', problem: {
  code: 'internal', message: 'A utility process said this.', remedy: 'Nothing to do.' } });
setTimeout(() => process.exit(1), 300);`;

test("a package without a Node of its own has Electron's run the engine, and hears what it says", async () => {
  const runtime = join(unpacked, 'resources', 'runtime');
  rmSync(join(runtime, 'bin'), { recursive: true, force: true });
  // The engine itself would not do: the Node of the Electron that stands in is too old for it.
  writeFileSync(join(runtime, 'engine', 'main.js'), sayingEngine);
  window = await openWindow({ ...bare, DISPLAY: display.name }, { program: join(unpacked, 'eevee') });
  await soon(() => window?.page.locator('body').textContent()).toContain('A utility process said this.');
  expect(await window.quit()).toBe(0);
});
