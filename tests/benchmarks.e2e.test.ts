import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BenchmarkRun, largestResult } from '../protocol/benchmarks.ts';
import type { TestEngine } from './support/engine.ts';
import { artifact, temporaryFolder } from './support/folders.ts';
import { expectAccessible, part, soon } from './support/play-page.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

let opened: TestPage;
let engine: TestEngine;
let page: Page;
let errors: string[];
const downloads = temporaryFolder('downloads');

beforeAll(async () => {
  opened = await openTestPage();
  ({ engine, page, errors } = opened);
});

afterAll(async () => {
  await opened?.close();
  downloads.remove();
});

const screenshot = (name: string) => page.screenshot({ path: artifact(`${name}.png`) });
const runs = () => engine.get<BenchmarkRun[]>('/v1/benchmarks/runs');
const state = () => part(page, 'run').getAttribute('data-state');
const finished = () => expect.poll(state, { timeout: 120_000 }).toBe('finished');

test('tasks, seeds and player are chosen, and what cannot be is said at once', async () => {
  await part(page, 'room-benchmarks').click();
  await part(page, 'new-run').waitFor();
  expect(await part(page, 'benchmarks').textContent()).toContain('No run yet.');
  expect(await part(page, 'unknown-goals').textContent()).toContain('has not been taught');
  await screenshot('benchmarks-empty-dark');
  await expectAccessible(page);
  await part(page, 'player').selectOption('oracle');
  await part(page, 'no-kinds').click();
  expect(await part(page, 'start-run').isDisabled()).toBe(true);
  await part(page, 'single-tasks').click();
  for (const task of ['buy-so-many', 'catch-it', 'run-from-it']) await part(page, `task-${task}`).check();
  await part(page, 'seeds').getByText('Own range').click();
  await part(page, 'last-seed').fill('1000000');
  await page.getByText('Seeds from 1,000,000 on are reserved for judging').waitFor();
  expect(await part(page, 'start-run').isDisabled()).toBe(true);
  await part(page, 'last-seed').fill('1');
  await soon(() => part(page, 'episodes').textContent()).toBe('6 episodes');
  await expectAccessible(page);
  await screenshot('benchmarks-choose-dark');
});

test('it runs in the background, is stopped, resumed and shown in every room', async () => {
  await part(page, 'last-seed').fill('15');
  await part(page, 'start-run').click();
  await soon(state).toBe('running');
  await soon(() => part(page, 'progress-words').textContent()).toMatch(
    /[1-9]\d* of 48 episodes .* at a time/,
  );
  await screenshot('benchmarks-running-dark');
  await part(page, 'room-hardware').click();
  expect(await part(page, 'running-benchmark').getAttribute('aria-label')).toContain('of 48 episodes');
  await part(page, 'running-benchmark').click();
  await part(page, 'cancel-run').click();
  await soon(state).toBe('interrupted');
  expect(await part(page, 'interruption').textContent()).toContain('You stopped this run.');
  expect(await part(page, 'running-benchmark').count()).toBe(0);
  await part(page, 'by-kind').waitFor();
  await expectAccessible(page);
  await screenshot('benchmarks-interrupted-dark');
  await part(page, 'resume-run').click();
  await soon(state).toBe('running');
  await finished();
  await soon(() => part(page, 'notices').textContent()).toContain('The benchmark is finished.');
  await part(page, 'notices').getByRole('button').first().click();
});

test('the result says how it came out, why, and what was missed', async () => {
  await soon(() => part(page, 'gate-verdict').textContent()).toMatch(/Passed|Not passed/);
  expect(await part(page, 'by-kind').locator('[data-row="total"]').textContent()).toContain('48/48');
  expect(await part(page, 'gate-task completion').textContent()).toContain('48 of 48 goals were reached');
  await page.waitForTimeout(300);
  await screenshot('benchmarks-result-dark');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Switch to light colours' }).click();
  await page.waitForTimeout(400);
  await screenshot('benchmarks-result-light');
  await expectAccessible(page);
  await part(page, 'tab-about').click();
  expect(await part(page, 'run-folder').textContent()).toContain('benchmarks');
  await part(page, 'report').click();
  const frame = page.frameLocator('[data-testid="report-frame"]');
  await frame.getByText('Quality gate passed').waitFor();
  await screenshot('benchmarks-report-light');
  await page.getByRole('button', { name: 'Close' }).click();
});

test('the same played again is no change; other seeds are refused in words', async () => {
  await part(page, 'baseline').click();
  await soon(() => part(page, 'run-flash').textContent()).toBe('This is the baseline now');
  await part(page, 'start-run').click();
  await soon(async () => (await runs()).length).toBe(2);
  await soon(state).toBe('running');
  await finished();
  await part(page, 'tab-compare').click();
  await soon(() => part(page, 'compare-headline').textContent()).toBe(
    'No change: every episode went exactly as it did then.',
  );
  await expectAccessible(page);
  await screenshot('benchmarks-compare-light');
  // Random buttons on a single seed: another player, other seeds, and goals that are missed.
  await part(page, 'player').selectOption('random');
  await part(page, 'last-seed').fill('0');
  await part(page, 'start-run').click();
  await soon(async () => (await runs()).length).toBe(3);
  await finished();
  await part(page, 'tab-missed').click();
  await part(page, 'missed-episode').first().waitFor();
  expect(await part(page, 'missed').textContent()).toContain('npm run eevee -- replay');
  await screenshot('benchmarks-missed-light');
  await expectAccessible(page);
  await part(page, 'tab-compare').click();
  const [, second] = await runs();
  await part(page, 'compare-with').selectOption(second!.id);
  await soon(() => part(page, 'compare-refused').textContent()).toContain('was measured with seeds');
});

test('a run is exported, deleted, and opened again from its file; another file is refused', async () => {
  const waiting = page.waitForEvent('download');
  await part(page, 'export').click();
  await part(page, 'export-json').click();
  const file = join(downloads.path, 'result.json');
  await (await waiting).saveAs(file);
  expect((JSON.parse(readFileSync(file, 'utf8')) as { planned: number }).planned).toBe(3);
  await part(page, 'delete-run').click();
  await part(page, 'delete-confirm').click();
  await soon(async () => (await runs()).length).toBe(2);
  const chooser = async (path: string): Promise<void> => {
    const opened = page.waitForEvent('filechooser');
    await part(page, 'open-run').click();
    await (await opened).setFiles(path);
  };
  await chooser(file);
  await soon(async () => (await runs()).some(({ imported }) => imported)).toBe(true);
  await soon(() => part(page, 'run').textContent()).toContain('Opened from a file');
  const wrong = join(downloads.path, 'wrong.json');
  writeFileSync(wrong, '{"format":"eevee-run-figures"}');
  await chooser(wrong);
  await soon(() => part(page, 'notices').textContent()).toContain('it holds the figures for comparisons');
  writeFileSync(wrong, readFileSync(file, 'utf8').slice(0, 1000));
  await chooser(wrong);
  await soon(() => part(page, 'notices').textContent()).toContain('“wrong.json” is not JSON, or was cut off');
  truncateSync(wrong, largestResult + 1);
  await chooser(wrong);
  await soon(() => part(page, 'notices').textContent()).toContain('“wrong.json” has more than 64 MB');
  await page.setViewportSize({ width: 720, height: 900 });
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.screenshot({ path: artifact('benchmarks-narrow-light.png'), fullPage: true });
  // Twice something was refused on purpose; the browser logs such answers.
  expect(errors.filter((error) => !error.includes('status of 422'))).toEqual([]);
});
