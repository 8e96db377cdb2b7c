import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestHub, type TestHub } from '../engine/feedback/testing/hub.ts';
import type { FeedbackItem, Outbox } from '../protocol/feedback.ts';
import type { TestEngine } from './support/engine.ts';
import { artifact } from './support/folders.ts';
import { drawnAfter, expectAccessible, part, soon } from './support/play-page.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

let opened: TestPage;
let engine: TestEngine;
let hub: TestHub;
let page: Page;
let errors: string[];

beforeAll(async () => {
  hub = await startTestHub();
  opened = await openTestPage({ before: ({ engine }) => engine.post('/v1/sessions', { seed: 4 }) });
  ({ engine, page, errors } = opened);
});

afterAll(async () => {
  await opened?.close();
  await hub?.close();
});

const screenshot = (name: string) => page.screenshot({ path: artifact(`${name}.png`) });
const items = async () => (await engine.get<Outbox>('/v1/feedback')).items;
const newest = async (): Promise<FeedbackItem> => {
  const [item] = await items();
  if (!item) throw new Error('There is no feedback.');
  return item;
};
const field = (name: string) => part(page, `field-${name}`);
const choose = (name: string, label: string) => field(name).locator('label', { hasText: label }).click();

test('with nothing there it says what can be done, and that nothing leaves by itself', async () => {
  await part(page, 'room-feedback').click();
  await part(page, 'begin-bug').waitFor();
  const words = (await part(page, 'feedback').textContent()) ?? '';
  expect(words).toContain('Nothing leaves this computer but what you have previewed');
  expect(words).toContain('No hub is set');
  await expectAccessible(page);
  await screenshot('feedback-empty-dark');
});

test('a draft survives a reload in the middle of a word; too long is refused in words and nothing is lost', async () => {
  await part(page, 'begin-wish').click();
  const text = 'More towns. '.repeat(90);
  await field('wish').fill(text);
  await page.reload();
  await soon(async () => (await newest()).form['wish']).toBe(text);
  await soon(() => field('wish').inputValue()).toBe(text);
  expect(await part(page, 'fault').first().textContent()).toContain('Too long by 80 characters');
  expect(await part(page, 'count-wish').textContent()).toBe('1,080 of 1,000 characters');
  await part(page, 'preview-button').click();
  await soon(() => part(page, 'fault').count()).toBe(2);
  await expectAccessible(page);
  await screenshot('feedback-too-long');
  await field('wish').fill('More towns, says me@example.org.');
  await choose('importance', 'I would use it');
});

test('without a hub it is saved as a file: the very bytes that were shown', async () => {
  await part(page, 'preview-button').click();
  await part(page, 'leaving-item').waitFor();
  const shown = await part(page, 'leaving-item').textContent();
  expect(shown).toContain('More towns, says [email-1].');
  const [download] = await Promise.all([page.waitForEvent('download'), part(page, 'export').click()]);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  expect(Buffer.from(files['item.json'] ?? []).toString()).toBe(shown);
  await soon(() => part(page, 'history').locator('[data-state="exported"]').count()).toBe(1);
});

test('from play a report opens with its session, and everything that could go along is off', async () => {
  await part(page, 'room-play').click();
  await drawnAfter(page, 240);
  await part(page, 'report-button').click();
  await part(page, 'form').waitFor();
  const { sessionId } = await newest();
  expect(sessionId).toBe((await engine.session()).id);
  await soon(async () => (await newest()).attachments.map(({ state }) => state).includes('collecting')).toBe(
    false,
  );
  for (const { kind, state, included } of (await newest()).attachments)
    expect([kind, state, included]).toEqual([kind, 'ready', false]);
  await field('happened').fill('It walked into the wall beside the door.');
  await choose('frequency', 'Often');
  await choose('severity', 'Annoying');
  await soon(() => part(page, 'include-replay').isEnabled()).toBe(true);
  await expectAccessible(page);
  await screenshot('feedback-bug-dark');
});

test('each attachment is looked at and changed', async () => {
  await part(page, 'look-screenshot').click();
  await part(page, 'picture-editor').waitFor();
  const box = (await part(page, 'picture-editor').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 8, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expectAccessible(page);
  await screenshot('feedback-picture-dark');
  await part(page, 'save-edit').click();
  await soon(async () => (await newest()).attachments[0]?.edit).toMatchObject({ of: 'picture', crop: null });
  const shown = () =>
    part(page, 'picture-editor').evaluate((canvas) => [
      ...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(20, 20, 1, 1).data ?? []),
    ]);
  await soon(shown).toEqual([24, 27, 33, 255]);
  await page.keyboard.press('Escape');

  await part(page, 'look-replay').click();
  await part(page, 'flip-book').waitFor();
  const last = await part(page, 'flip-book').getAttribute('data-picture');
  await page.getByRole('slider').press('Home');
  await soon(() => part(page, 'flip-book').getAttribute('data-picture')).not.toBe(last);
  await part(page, 'trim-from').fill('1');
  await part(page, 'save-edit').click();
  await soon(async () => (await newest()).attachments[1]?.edit).toMatchObject({ of: 'replay', from: 60 });
  await expectAccessible(page);
  await screenshot('feedback-replay-dark');
  await page.keyboard.press('Escape');

  await part(page, 'look-settings').click();
  await soon(() => part(page, 'text-editor').inputValue()).toContain('"dataDir": "[path-');
  await expectAccessible(page);
  await screenshot('feedback-settings-dark');
  await part(page, 'text-editor').fill('Nothing of mine, not even /home/me/eevee.db');
  await part(page, 'save-edit').click();
  await soon(() => part(page, 'text-editor').inputValue()).toMatch(
    /^Nothing of mine, not even \[path-\d+\]$/,
  );
  await page.keyboard.press('Escape');
  for (const kind of ['screenshot', 'replay', 'settings']) await part(page, `include-${kind}`).check();
});

test('agreed to, it goes to the hub once, although the hub fails first', async () => {
  let failing = true;
  hub.behave(() => (failing ? 'drop-after' : null));
  const response = await fetch(`${engine.url}/v1/settings/hubUrl`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${engine.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ value: hub.url }),
  });
  expect(response.status).toBe(200);
  await part(page, 'preview-button').click();
  await soon(() => part(page, 'send').isVisible()).toBe(true);
  const shown = await part(page, 'leaving-item').textContent();
  await part(page, 'leaving-files').waitFor();
  await expectAccessible(page);
  await screenshot('feedback-preview-dark');
  expect(hub.requests).toEqual([]);
  await part(page, 'send').click();
  await soon(() => part(page, 'outbox').locator('[data-testid="said"]').textContent()).toContain(
    'broke off the connection',
  );
  await expectAccessible(page);
  await screenshot('feedback-waiting-dark');
  await page.getByRole('button', { name: /^Open: Report a bug/ }).click();
  failing = false;
  await part(page, 'retry').click();
  await soon(() => part(page, 'kept').getAttribute('data-state')).toBe('sent');
  expect(hub.requests.length).toBeGreaterThanOrEqual(2);
  expect([...hub.stored.values()].map(({ item }) => item)).toEqual([shown]);
  expect(
    [...hub.stored.values()].flatMap(({ attachments }) => attachments.map(({ mediaType }) => mediaType)),
  ).toEqual(['image/png', 'application/json', 'application/json']);
  await screenshot('feedback-sent-dark');
});

test('a deletion can be undone, in light colours and a narrow window as well', async () => {
  await part(page, 'back').click();
  await part(page, 'begin-rating').click();
  await page.getByRole('radio', { name: '4 of 5: a pleasure to watch' }).check();
  await field('good').fill('It reads every sign.');
  await soon(() => part(page, 'draft-state').getAttribute('data-state')).toBe('kept');
  await part(page, 'scheme-button').click();
  await page.waitForTimeout(400);
  await expectAccessible(page);
  await screenshot('feedback-rating-light');
  await part(page, 'back').click();
  await part(page, 'drafts').locator('[data-testid="delete"]').first().click();
  await part(page, 'undo-delete').click();
  await soon(() => part(page, 'drafts').locator('[data-testid="item"]').count()).toBe(1);
  await expectAccessible(page);
  await screenshot('feedback-light');
  await page.setViewportSize({ width: 720, height: 900 });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await screenshot('feedback-narrow-light');
  await page.getByRole('button', { name: /^Open: Rate the play/ }).click();
  await part(page, 'form').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await screenshot('feedback-form-narrow-light');
  expect(errors).toEqual([]);
});
