import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildUi } from '../scripts/build-ui.js';
import { chooseTasks } from './support/benchmarks-page.ts';
import { artifact, temporaryFolder } from './support/folders.ts';
import { drawnAfter, expectAccessible, part, soon } from './support/play-page.ts';
import { openWindow, type TestWindow } from './support/window.ts';
import { type Display, openDisplay } from './support/xvfb.ts';

const data = temporaryFolder('benchmarks-window');
let display: Display;
let window: TestWindow;

beforeAll(async () => {
  await buildUi({ log: () => {} });
  display = await openDisplay();
  const start = JSON.stringify({ goal: 'gate' });
  window = await openWindow({ DISPLAY: display.name, EEVEE_DATA_DIR: data.path, EEVEE_START: start });
});

afterAll(async () => {
  await window?.quit();
  await display?.close();
  data.remove();
});

const state = () => part(window.page, 'run').getAttribute('data-state');
const playToTheEnd = async (): Promise<void> => {
  await part(window.page, 'start-run').click();
  await soon(state).toBe('running');
  await expect.poll(state, { timeout: 120_000 }).toBe('finished');
};

test('in the app’s own window a benchmark is played beside a game, compared with the baseline, and read', async () => {
  const { page } = window;
  await drawnAfter(page, 60);
  await chooseTasks(page, ['buy-so-many', 'catch-it']);
  await part(page, 'start-run').click();
  await part(page, 'run-note').waitFor();
  expect(await part(page, 'run-note').textContent()).toContain('the benchmark gives way to it');
  await expect.poll(state, { timeout: 120_000 }).toBe('finished');
  await part(page, 'baseline').click();
  await soon(() => part(page, 'run-flash').textContent()).toBe('This is the baseline now');
  await playToTheEnd();
  await part(page, 'tab-compare').click();
  await soon(() => part(page, 'compare-headline').textContent()).toContain('No change');
  await part(page, 'report').click();
  const frame = page.frameLocator('[data-testid="report-frame"]');
  await frame.getByText('Quality gate passed').waitFor();
  await page.screenshot({ path: artifact('benchmarks-window-report.png') });
  await page.getByRole('button', { name: 'Close' }).click();
  await expectAccessible(page);
  await page.screenshot({ path: artifact('benchmarks-window.png') });
  // The game went on meanwhile.
  await part(page, 'room-play').click();
  await drawnAfter(page, 300);
});
