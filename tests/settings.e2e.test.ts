import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Setting, SettingsAnswer } from '../protocol/settings.ts';
import { startEngine, type TestEngine } from './support/engine.ts';
import { artifact, temporaryFolder } from './support/folders.ts';
import { expectAccessible, part, soon } from './support/play-page.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

const data = temporaryFolder('settings');
let opened: TestPage;
let engine: TestEngine;
let page: Page;
let errors: string[];

/** A gamepad that the test presses: `window.pad` holds the numbers of the pressed buttons. */
const fakePad = () => {
  const pressed: number[] = [];
  Object.assign(window, { pad: pressed });
  const buttons = () => Array.from({ length: 17 }, (_, index) => ({ pressed: pressed.includes(index) }));
  navigator.getGamepads = () =>
    [{ mapping: 'standard', axes: [0, 0], buttons: buttons() }] as unknown as (Gamepad | null)[];
};

beforeAll(async () => {
  opened = await openTestPage({
    dataDir: data.path,
    before: ({ page }) => page.addInitScript(fakePad),
  });
  ({ engine, page, errors } = opened);
});

afterAll(async () => {
  await opened?.close();
  // One of the tests starts it anew.
  await engine?.close();
  data.remove();
});

const setting = async (name: string): Promise<Setting> =>
  (await engine.get<SettingsAnswer>('/v1/settings')).settings.find((each) => each.name === name)!;
const chosen = async (name: string) => (await setting(name)).value;
const screenshot = (name: string) => page.screenshot({ path: artifact(`${name}.png`) });
const field = (name: string) => part(page, `field-${name}`);
const row = (name: string) => part(page, `setting-${name}`);
const cell = (button: string, column: 0 | 1) => page.locator(`[data-button="${button}"] td`).nth(column);

test('every setting stands in its group, with what it does', async () => {
  await part(page, 'room-settings').click();
  await part(page, 'storage').waitFor();
  for (const { title, about } of (await engine.get<SettingsAnswer>('/v1/settings')).settings) {
    const words = (await part(page, 'settings').textContent()) ?? '';
    expect(words).toContain(title);
    expect(words).toContain(about);
  }
  await soon(() => part(page, 'storage').textContent()).toMatch(/Database [\d.]+ [kM]B/);
  await expectAccessible(page);
  await screenshot('settings-dark');
});

test('a number is changed, refused with words where it stands, and brought back', async () => {
  await field('maxSessions').fill('3');
  await field('maxSessions').press('Enter');
  await soon(() => chosen('maxSessions')).toBe(3);
  await field('maxSessions').fill('99');
  await field('maxSessions').press('Enter');
  await soon(() => row('maxSessions').textContent()).toContain('A whole number from 1 to 64 sessions.');
  expect(await chosen('maxSessions')).toBe(3);
  await expectAccessible(page);
  await field('maxSessions').press('Escape');
  await soon(() => field('maxSessions').inputValue()).toBe('3 sessions');
  await part(page, 'reset-maxSessions').click();
  await soon(() => chosen('maxSessions')).toBe(8);
  await part(page, 'settings-undo').click();
  await soon(() => chosen('maxSessions')).toBe(3);
});

test('what the engine refuses is said at the field, and nothing is lost', async () => {
  await field('hubUrl').fill('ftp://hub.example.org');
  await field('hubUrl').press('Enter');
  await soon(() => row('hubUrl').textContent()).toContain('begins with http:// or https://');
  expect(await field('hubUrl').inputValue()).toBe('ftp://hub.example.org');
  expect(await chosen('hubUrl')).toBe('');
  await field('hubUrl').fill('https://hub.example.org');
  await field('hubUrl').press('Enter');
  await soon(() => chosen('hubUrl')).toBe('https://hub.example.org');
  expect(await row('hubUrl').textContent()).not.toContain('begins with');
});

test('what is typed while the value before it is still being saved stays in the field', async () => {
  const typed = Promise.withResolvers<void>();
  await page.route('**/v1/settings', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    const response = await route.fetch();
    await typed.promise;
    return route.fulfill({ response });
  });
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await field('maxSessions').fill('5');
  await field('maxSessions').press('Enter');
  await soon(() => chosen('maxSessions')).toBe(5);
  await field('maxSessions').fill('6');
  typed.resolve();
  await (await saved).finished();
  await part(page, 'settings-undo').waitFor();
  expect(await field('maxSessions').inputValue()).toBe('6 sessions');
  await page.unroute('**/v1/settings');
  await field('maxSessions').press('Enter');
  await soon(() => chosen('maxSessions')).toBe(6);
  await part(page, 'settings-undo').click();
  await soon(() => field('maxSessions').inputValue()).toBe('5 sessions');
  await field('maxSessions').fill('3');
  await field('maxSessions').press('Enter');
  await soon(() => chosen('maxSessions')).toBe(3);
});

test('the search finds by title, sentence and group, and says when there is nothing', async () => {
  const search = part(page, 'settings-search');
  await search.fill('silence');
  await soon(() => part(page, 'settings-done').textContent()).toContain('1 setting found');
  expect(await row('heartbeatTimeoutMs').isVisible()).toBe(true);
  expect(await row('maxSessions').count()).toBe(0);
  await search.fill('gamepad');
  await soon(() => part(page, 'controls').isVisible()).toBe(true);
  await search.fill('teapot');
  await soon(() => part(page, 'nothing-found').textContent()).toContain('teapot');
  await expectAccessible(page);
  await screenshot('settings-search');
  await search.press('Escape');
  await soon(() => row('maxSessions').isVisible()).toBe(true);
});

test('what waits for the next start says so, with what counts until then', async () => {
  await field('tier').locator('label', { hasText: /^Low$/ }).click();
  await soon(() => part(page, 'waiting-tier').textContent()).toContain('until then Automatic');
  expect((await setting('tier')).waiting).toBe(true);
  expect(await row('port').textContent()).toContain('At the next start');
  expect(await row('dataDir').textContent()).toContain('--data-dir');
  expect(await field('dataDir').isDisabled()).toBe(true);
});

test('a key is given by pressing it; one that is taken moves when one says so', async () => {
  await cell('a', 0).getByRole('button', { name: 'Add a key for A' }).click();
  await page.keyboard.press('KeyG');
  await soon(async () => ((await chosen('keys')) as Record<string, string[]>)['a']).toEqual(['KeyZ', 'KeyG']);
  await cell('b', 0).getByRole('button', { name: 'Add a key for B' }).click();
  await page.keyboard.press('KeyG');
  await soon(() => cell('b', 0).textContent()).toContain('G is A already.');
  await expectAccessible(page);
  await screenshot('settings-key-taken');
  await cell('b', 0).getByRole('button', { name: 'Move it here' }).click();
  await soon(() => chosen('keys')).toMatchObject({ a: ['KeyZ'], b: ['KeyX', 'KeyG'] });
  await cell('b', 0).getByRole('button', { name: 'Add a key for B' }).click();
  await page.keyboard.press('KeyT');
  await soon(() => cell('b', 0).textContent()).toContain('Take over, or hand back');
  await cell('b', 0).getByRole('button', { name: 'Add a key for B' }).click();
  await page.keyboard.press('Escape');
  await soon(() => cell('b', 0).textContent()).not.toContain('Press a key');
});

test('a gamepad button is given by pressing it', async () => {
  await cell('start', 1).getByRole('button', { name: 'Add a gamepad button for Start' }).click();
  await page.evaluate(() => (window as unknown as { pad: number[] }).pad.push(3));
  await soon(() => chosen('padButtons')).toMatchObject({ start: [9, 3] });
  await page.evaluate(() => (window as unknown as { pad: number[] }).pad.pop());
  await soon(() => cell('start', 1).textContent()).toContain('Upper face');
});

test('colours are a setting: the switch above changes it, and it changes the page', async () => {
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await part(page, 'scheme-button').click();
  await soon(() => chosen('theme')).toBe('light');
  await expectAccessible(page);
  await screenshot('settings-light');
  await part(page, 'settings').evaluate((element) => element.scrollTo(0, 700));
  await screenshot('settings-light-below');
  await field('theme').locator('label', { hasText: 'Dark' }).click();
  await soon(scheme).toBe('dark');
});

test('all of it is there after a restart, and nothing waits any more', async () => {
  await engine.close();
  engine = await startEngine(data.path);
  await page.goto(engine.pageUrl);
  await part(page, 'room-settings').click();
  await soon(() => field('maxSessions').inputValue()).toBe('3 sessions');
  expect(await part(page, 'waiting-tier').count()).toBe(0);
  expect(await setting('tier')).toMatchObject({ value: 'low', inForce: 'low' });
  await soon(() => cell('b', 0).textContent()).toContain('G');
});

test('reset all, once it is confirmed, and back with one click', async () => {
  await part(page, 'reset-all').click();
  await expectAccessible(page);
  await screenshot('settings-reset-all');
  await part(page, 'reset-all-sure').click();
  await soon(() => chosen('maxSessions')).toBe(8);
  expect(await chosen('hubUrl')).toBe('');
  await part(page, 'settings-undo').click();
  await soon(() => chosen('maxSessions')).toBe(3);
  expect(await chosen('hubUrl')).toBe('https://hub.example.org');
});

test('a narrow window cuts nothing off', async () => {
  await page.setViewportSize({ width: 720, height: 900 });
  await soon(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(page);
  await page.screenshot({ path: artifact('settings-narrow.png'), fullPage: true });
  // The refused address, and the engine that was away, are what the tests above did.
  expect(errors.filter((words) => !/status of 400|CONNECTION_REFUSED|WebSocket/.test(words))).toEqual([]);
});
