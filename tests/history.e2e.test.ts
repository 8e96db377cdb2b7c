import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HistorySession } from '../protocol/history.ts';
import type { Session } from '../protocol/sessions.ts';
import type { TestEngine } from './support/engine.ts';
import { artifact } from './support/folders.ts';
import { drawnAfter, expectAccessible, part, soon } from './support/play-page.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

let opened: TestPage;
let engine: TestEngine;
let page: Page;
let errors: string[];

beforeAll(async () => {
  opened = await openTestPage();
  ({ engine, page, errors } = opened);
});

afterAll(() => opened?.close());

const screenshot = (name: string) => page.screenshot({ path: artifact(`${name}.png`) });
const session = (id: string) => engine.get<Session>(`/v1/sessions/${id}`);
/** A real session in real time that plays for some seconds, four times as fast, and is stopped. */
const played = async (seconds: number, speed: number): Promise<string> => {
  const { id } = await engine.post<Session>('/v1/sessions', { goal: 'gate', speed });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await engine.post(`/v1/sessions/${id}/take-over`);
  await engine.post(`/v1/sessions/${id}/stop`);
  return id;
};
let first: string;
let second: string;

test('before anything was played it says so, and leads to where one plays', async () => {
  await part(page, 'room-history').click();
  await part(page, 'history-empty').waitFor();
  expect(await part(page, 'history-empty').getByRole('link').getAttribute('href')).toBe('#play');
  await expectAccessible(page);
  await screenshot('history-empty');
});

test('what was played stands in the list, newest first, with its figures', async () => {
  first = await played(6, 1);
  second = await played(6, 4);
  await page.reload();
  const rows = page.locator('[data-session]');
  await soon(() => rows.count()).toBe(2);
  expect(await rows.first().getAttribute('data-session')).toBe(second);
  const { figures } = await engine.get<HistorySession>(`/v1/history/sessions/${first}`);
  expect(await rows.nth(1).textContent()).toContain(figures.fps!.toFixed(1));
  expect(await rows.nth(1).textContent()).toContain('Stopped');
  await expectAccessible(page);
  await screenshot('history-list-dark');
});

test('a filter without a match says so and is cleared with one click', async () => {
  await part(page, 'filter-from').fill('2031-01-01');
  await part(page, 'history-empty').waitFor();
  expect(await part(page, 'history-empty').textContent()).toContain('No session was played like that.');
  await part(page, 'clear-filters').click();
  await soon(() => page.locator('[data-session]').count()).toBe(2);
  await part(page, 'filter-outcome').click();
  await page.getByRole('option', { name: 'Goal reached' }).click();
  await part(page, 'history-empty').waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).first().click();
  await soon(() => page.locator('[data-session]').count()).toBe(2);
});

test('one session tells how it ran, what was decided and what happened', async () => {
  await page.locator(`[data-session="${first}"] a`).click();
  await part(page, 'plots').waitFor();
  const { figures } = await engine.get<HistorySession>(`/v1/history/sessions/${first}`);
  const figure = (name: string) => page.locator(`[data-figure="${name}"]`).textContent();
  expect(await figure('fps')).toContain(`${figures.fps!.toFixed(1)} frames/s`);
  expect(await figure('low1')).toContain(`${figures.low1!.toFixed(1)} frames/s`);
  // The panel is there before the series that it plots.
  await soon(() => part(page, 'plots').locator('canvas').count()).toBeGreaterThanOrEqual(4);
  await page.locator('[data-figure="low1"] dt').hover();
  await soon(() => page.getByRole('tooltip').textContent()).toContain('mean frame rate of the slowest 1 %');
  await page.mouse.move(0, 0);
  const events = (await part(page, 'events').textContent()) ?? '';
  expect(events).toMatch(/Began to play\..*You took over the buttons\./);
  const command = (await part(page, 'replay').textContent()) ?? '';
  expect(command).toContain('npm run eevee -- replay ');
  const { total } = await engine.get<{ total: number }>(`/v1/history/sessions/${first}/decisions`);
  expect(await part(page, 'decisions').locator('tbody tr').count()).toBe(Math.min(25, total));
  await expectAccessible(page);
  await screenshot('history-session-dark');
  await page.screenshot({ path: artifact('history-session-whole.png'), fullPage: true });
});

test.each([
  ['capframex', /\.json$/, /"Info"|MsBetweenPresents/],
  ['mangohud', /\.csv$/, /frametime/],
  ['csv', /\.csv$/, /fps/],
  ['json', /\.json$/, /"figures"/],
])('it is saved as a file: %s', async (format, name, content) => {
  await part(page, 'history-export').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    part(page, `export-${format}`).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(name);
  expect(readFileSync(await download.path(), 'utf8')).toMatch(content);
});

test('two are compared: in a sentence, in figures, in plots', async () => {
  await page.getByRole('link', { name: 'All sessions' }).click();
  for (const id of [first, second]) await page.locator(`[data-session="${id}"] input`).check();
  await part(page, 'compare-chosen').click();
  await part(page, 'compare-table').waitFor();
  expect(await part(page, 'smoother').textContent()).toMatch(/smoother|equally smooth/);
  expect(await part(page, 'history-compare').textContent()).toContain('another speed');
  await soon(() => part(page, 'history-compare').locator('canvas').count()).toBe(3);
  await expectAccessible(page);
  await screenshot('history-compare-dark');
  await part(page, 'scheme-button').click();
  await soon(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('light');
  await expectAccessible(page);
  await screenshot('history-compare-light');
});

test('the days add up', async () => {
  await page.getByRole('link', { name: 'All sessions' }).click();
  await part(page, 'to-trends').click();
  await part(page, 'days-table').waitFor();
  expect(await part(page, 'days-sum').textContent()).toContain('2 sessions');
  await expectAccessible(page);
  await screenshot('history-trends-light');
});

test('a session is deleted once that is confirmed, and comes back when that is taken back', async () => {
  await page.goBack();
  await page.locator(`[data-session="${second}"] a`).click();
  await part(page, 'history-delete').click();
  await expectAccessible(page);
  await part(page, 'history-delete-sure').click();
  await soon(() => page.locator('[data-session]').count()).toBe(1);
  await expect(session(second)).rejects.toThrow('session.not-found');
  await expectAccessible(page);
  await screenshot('history-deleted-light');
  await part(page, 'undo-delete').click();
  await soon(() => page.locator('[data-session]').count()).toBe(2);
  expect((await session(second)).id).toBe(second);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.locator(`[data-session="${second}"] a`).click();
  await part(page, 'history-delete').click();
  await part(page, 'history-delete-sure').click();
  await soon(() => page.locator('[data-session]').count()).toBe(1);
  await screenshot('history-list-light');
});

test('a narrow window cuts nothing off', async () => {
  await page.setViewportSize({ width: 720, height: 900 });
  await soon(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.locator(`[data-session="${first}"] a`).click();
  await part(page, 'plots').waitFor();
  await soon(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(page);
  await page.screenshot({ path: artifact('history-narrow.png'), fullPage: true });
  await page.setViewportSize({ width: 1440, height: 960 });
});

test('resumed, it goes on where it stopped, in the room where one plays', async () => {
  const { frame } = (await session(first)).autosave!;
  await part(page, 'history-resume').click();
  await drawnAfter(page, frame);
  expect(new URL(page.url()).hash).toBe('#play');
  expect((await engine.session()).id).not.toBe(first);
  expect(errors).toEqual([]);
});
