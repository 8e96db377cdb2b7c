import { homedir } from 'node:os';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { Outbox } from '../../protocol/feedback.ts';
import { part, soon } from '../support/play-page.ts';
import type { App } from './app.ts';

const field = ({ page }: App, name: string) => part(page, `field-${name}`);
const choose = (app: App, name: string, label: string) =>
  field(app, name).locator('label', { hasText: label }).click();
const newest = async ({ get }: App) => (await get<Outbox>('/v1/feedback')).items[0]!;
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

/** Looks at all that would leave, and saves it as a file: the files in it, and what was shown of the item. */
const saveAsFile = async (app: App, name: string) => {
  const { page } = app;
  await part(page, 'preview-button').click();
  await part(page, 'leaving-item').waitFor();
  const shown = await part(page, 'leaving-item').textContent();
  await app.look(name);
  await soon(() => part(page, 'export').isEnabled()).toBe(true);
  const file = await app.saved(() => part(page, 'export').click());
  expect(file.name).toMatch(/^eevee-feedback-.*\.zip$/);
  const files = unzipSync(file.bytes);
  expect(text(files['item.json'])).toBe(shown);
  // It is kept, as what became of it.
  await soon(async () => (await newest(app)).state).toBe('exported');
  await part(page, 'history').locator('[data-state="exported"]').first().waitFor();
  return { files, shown: shown ?? '' };
};

/** From play: the log and a picture are ticked, looked at without secrets in them, and saved with the report. */
export const reportBug = async (app: App): Promise<void> => {
  const { page } = app;
  await part(page, 'room-play').click();
  await part(page, 'report-button').click();
  await part(page, 'form').waitFor();
  await field(app, 'happened').fill(`It turned round at the gate. me@example.org, ${homedir()}/notes.txt`);
  await choose(app, 'frequency', 'Often');
  await choose(app, 'severity', 'Annoying');
  await soon(async () => (await newest(app)).form['happened']).toContain('me@example.org');
  const states = async () => (await newest(app)).attachments.map(({ state, included }) => [state, included]);
  await expect.poll(states, { timeout: 60_000 }).toEqual(Array(5).fill(['ready', false]));

  await part(page, 'look-log').click();
  const log = () => part(page, 'text-editor').inputValue();
  await soon(log).toContain('What the player decided last');
  expect(await log()).not.toContain(app.dataDir);
  expect(await log()).not.toContain(homedir());
  await app.look('log');
  await page.keyboard.press('Escape');
  await part(page, 'look-screenshot').click();
  await part(page, 'picture-editor').waitFor();
  await app.look('screenshot');
  await page.keyboard.press('Escape');
  await part(page, 'picture-editor').waitFor({ state: 'detached' });
  for (const kind of ['log', 'screenshot']) await part(page, `include-${kind}`).check();
  await soon(async () =>
    (await newest(app)).attachments.filter(({ included }) => included).map(({ kind }) => kind),
  ).toEqual(['screenshot', 'log']);

  const { files, shown } = await saveAsFile(app, 'preview');
  expect(shown).toContain('It turned round at the gate. [email-1], [path-');
  const names = Object.keys(files);
  const picture = files[names.find((name) => name.endsWith('.png')) ?? ''];
  expect(text(picture?.subarray(1, 4))).toBe('PNG');
  const sentLog = text(files[names.find((name) => /log/.test(name)) ?? '']);
  expect(sentLog).toContain('What the player decided last');
  expect(sentLog).not.toContain(app.dataDir);
  // What was not ticked stayed.
  expect(names.some((name) => /replay|settings|hardware/.test(name))).toBe(false);
};

/** Stars and a word for how the AI played. */
export const ratePlay = async (app: App): Promise<void> => {
  const { page } = app;
  await part(page, 'room-feedback').click();
  await part(page, 'begin-rating').click();
  await page.getByRole('radio', { name: '4 of 5: a pleasure to watch' }).check();
  await field(app, 'good').fill('It reads every sign.');
  await soon(async () => (await newest(app)).form).toMatchObject({
    stars: '4',
    good: 'It reads every sign.',
  });
  const { files } = await saveAsFile(app, 'rating');
  expect(text(files['item.json'])).toContain('It reads every sign.');
};
