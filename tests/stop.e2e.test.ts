import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LibraryEntry } from '../protocol/library.ts';
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

/** Chooses an option of one of Mantine's selects. */
const choose = async (label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
const conditions = () => part(page, 'stop-condition').allTextContents();

test('a condition is added while playing, and the game pauses when it is met', async () => {
  await part(page, 'start-button').click();
  await drawnAfter(page, 0);
  await part(page, 'stop-add').click();
  await choose('When', 'a kind of screen is seen');
  await choose('Screen', 'overworld');
  await page.waitForTimeout(300);
  await expectAccessible(page);
  await page.screenshot({ path: artifact('stop-form.png') });
  await part(page, 'stop-put').click();
  await soon(conditions).toEqual(['Screen: overworldpauses']);
  await soon(async () => (await engine.session()).state).toBe('paused');
  await soon(() => part(page, 'state').textContent()).toBe('Paused: The screen shows the overworld.');
  expect((await engine.session()).stopped).toMatchObject({ condition: { mode: 'overworld' } });
  for (const scheme of ['dark', 'light']) {
    await page.waitForTimeout(300);
    await expectAccessible(page);
    await page.screenshot({ path: artifact(`stop-paused-${scheme}.png`) });
    await part(page, 'scheme-button').click();
  }
});

test('the picture on the screen becomes the game’s', async () => {
  const before = (await engine.get<LibraryEntry[]>('/v1/library'))[0]!;
  await part(page, 'pin-picture').click();
  await soon(async () => (await engine.get<LibraryEntry[]>('/v1/library'))[0]!.artPinned).toBe(true);
  expect((await engine.get<LibraryEntry[]>('/v1/library'))[0]!.art).toBeGreaterThan(before.art);
});

test('it goes on until the next, which may end the session; what cannot be judged is not offered', async () => {
  await part(page, 'stop-add').click();
  await choose('When', 'some frames were played');
  await part(page, 'stop-number').fill('120');
  await page.locator('label', { hasText: 'end the session' }).click();
  await part(page, 'stop-put').click();
  await soon(conditions).toEqual(['Screen: overworldpauses', '120 framesends']);
  await page.getByRole('button', { name: 'Remove “Screen: overworld”' }).click();
  await soon(conditions).toEqual(['120 framesends']);
  await part(page, 'pause-button').click();
  await part(page, 'end-card').waitFor();
  const words = await part(page, 'end-card').textContent();
  expect(words).toContain('Stopped as you said');
  expect(words).toContain('120 frames were played.');
  await page.screenshot({ path: artifact('stop-end.png') });
});

test('conditions are chosen with the start, too', async () => {
  await page.getByRole('button', { name: 'Something else' }).click();
  await part(page, 'more-button').click();
  await part(page, 'options-button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('stop-add').click();
  await choose('When', 'words are read on the screen');
  await dialog.getByTestId('stop-words').fill('e');
  await dialog.getByTestId('stop-put').click();
  await page.waitForTimeout(300);
  await expectAccessible(page);
  await page.screenshot({ path: artifact('stop-start.png') });
  await dialog.getByTestId('start-with-options').click();
  await soon(async () => (await engine.session()).stopped?.message).toBe('The screen says “e”.');
  expect((await engine.session()).state).toBe('paused');
  expect(errors).toEqual([]);
});
