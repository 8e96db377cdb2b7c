import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listGames, loadGame } from '../games/catalog.ts';
import type { LibraryEntry } from '../protocol/library.ts';
import type { Session } from '../protocol/sessions.ts';
import { buildUi } from '../scripts/build-ui.js';
import { askEngine } from './support/ask-engine.ts';
import { artifact, temporaryFolder } from './support/folders.ts';
import { drawnAfter, part, soon } from './support/play-page.ts';
import { commandLine, descendants, processBelow } from './support/processes.ts';
import { openWindow, startShell, successorOf, type TestWindow } from './support/window.ts';
import { type Display, openDisplay } from './support/xvfb.ts';

const data = temporaryFolder('shell');
let display: Display;
let window: TestWindow;
let page: Page;
let env: Record<string, string>;

beforeAll(async () => {
  await buildUi({ log: () => {} });
  display = await openDisplay();
  env = { DISPLAY: display.name, EEVEE_DATA_DIR: data.path, EEVEE_START: JSON.stringify({ goal: 'gate' }) };
  window = await openWindow(env, { more: ['eevee://open/settings'] });
  page = window.page;
});

afterAll(async () => {
  await window?.quit();
  await display?.close();
  data.remove();
});

const newest = async (): Promise<Session | undefined> =>
  (await askEngine<Session[]>(page, '/v1/sessions?limit=1'))[0];

/** Starts another one on the same data, which passes on what it was given and ends. */
const passOn = async (...words: string[]): Promise<void> => {
  const other = startShell(env, words);
  const [code] = (await once(other.shell, 'exit')) as [number];
  expect(code).toBe(0);
};

/** Presses keys on the display, as a keyboard would: whatever window is in front. */
const press = (keys: string): void => {
  execFileSync('xdotool', ['key', keys], { env: { ...process.env, DISPLAY: display.name } });
};

test('a link that it is started with opens its room', async () => {
  expect(page.url()).toBe('eevee://app/#settings');
  await part(page, 'settings-search').or(page.getByRole('searchbox')).first().waitFor();
});

test('a link that comes later goes to the window that is open, without loading the page again', async () => {
  await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  await passOn('eevee://open/hardware');
  await soon(() => page.url()).toBe('eevee://app/#hardware');
  expect(await page.evaluate(() => 'stillHere' in globalThis)).toBe(true);
});

test('a link that nobody knows does nothing, and says so', async () => {
  await passOn('eevee://start/anything?now');
  await soon(() => part(page, 'notices').textContent()).toContain('none that Eevee knows');
  expect(page.url()).toBe('eevee://app/#hardware');
  await page.screenshot({ path: artifact('shell-link-refused.png') });
});

test('a ROM that it is opened with comes into the library; what is none is refused by name', async () => {
  const rom = join(data.path, 'mine.gbc');
  const [game] = listGames();
  const bytes = readFileSync(loadGame(game!.id).romPath);
  // Another ROM than the one in the box: the library takes each once.
  bytes[bytes.length - 1] = 1;
  writeFileSync(rom, bytes);
  await passOn(rom, join(data.path, 'not-there.gb'));
  await soon(() => part(page, 'notices').textContent()).toContain('not-there.gb');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect((await askEngine<LibraryEntry[]>(page, '/v1/library')).map((entry) => entry.sha256)).toContain(
    sha256,
  );
  await soon(() => page.url()).toBe('eevee://app/#play');
});

test('keys for the whole desktop pause, let go on, take over and hand back', async () => {
  await drawnAfter(page, 0);
  press('ctrl+alt+p');
  await soon(async () => (await newest())?.state).toBe('paused');
  press('ctrl+alt+p');
  await soon(async () => (await newest())?.state).toBe('running');
  press('ctrl+alt+o');
  await soon(async () => (await newest())?.turn).toBe('player');
  press('ctrl+alt+o');
  await soon(async () => (await newest())?.turn).toBe('ai');
});

test('a page whose process dies is loaded again, says so, and the game has gone on', async () => {
  const before = await newest();
  const renderer = processBelow(window.shell.pid!, '--type=renderer');
  process.kill(renderer!, 'SIGKILL');
  await soon(() => window.output()).toContain('The page crashed');
  page = await window.attachAgain();
  await soon(() => part(page, 'notices').textContent()).toContain('nothing is lost');
  await drawnAfter(page, before?.frame ?? 0);
  expect((await newest())?.id).toBe(before?.id);
  await page.screenshot({ path: artifact('shell-page-crashed.png') });
});

test('where no process can be made for the page any more, the app starts anew, says so, and offers what was played', async () => {
  const shell = window.shell.pid!;
  const before = await newest();
  const renderer = processBelow(shell, '--type=renderer');
  // Those from which Chromium makes all others, then the page.
  const makers = descendants(shell).filter((id) => commandLine(id)?.includes('--type=zygote'));
  for (const id of [...makers, renderer!]) process.kill(id, 'SIGKILL');
  const successor = await successorOf(shell, data.path);
  page = successor.page;
  try {
    await soon(() => part(page, 'notices').textContent()).toContain('was started anew');
    await part(page, 'resume-strip').waitFor();
    await page.screenshot({ path: artifact('shell-started-anew.png') });
    await part(page, 'resume-last').click();
    await drawnAfter(page, before?.frame ?? 0);
    expect(window.shell.exitCode).toBe(0);
  } finally {
    await successor.quit();
  }
});
