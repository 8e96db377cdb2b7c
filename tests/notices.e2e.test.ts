import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Notice, Session } from '../protocol/sessions.ts';
import type { TestEngine } from './support/engine.ts';
import { artifact } from './support/folders.ts';
import { expectAccessible, part, soon } from './support/play-page.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

let opened: TestPage;
let engine: TestEngine;
let page: Page;

beforeAll(async () => {
  opened = await openTestPage();
  ({ engine, page } = opened);
  await part(page, 'room-history').click();
});

afterAll(() => opened?.close());

const kept = async () => (await engine.get<Notice[]>('/v1/notices')).length;
const shown = () => part(page, 'notices').getByText('Paused:').count();
/** A session that pauses by itself, says so and is ended then. */
const stoppedByItself = async (frames: number): Promise<string> => {
  const { id } = await engine.post<Session>('/v1/sessions', {
    ...{ player: 'random', clock: 'lockstep', stopWhen: [{ when: 'frames', frames }] },
  });
  await soon(async () => (await engine.get<Session>(`/v1/sessions/${id}`)).state).toBe('paused');
  await engine.post(`/v1/sessions/${id}/stop`);
  return id;
};

test('notices pile up to three; the others are there on request, and go one by one or all at once', async () => {
  for (let each = 1; each <= 5; each++) await stoppedByItself(each * 30);
  await soon(shown).toBe(3);
  await expectAccessible(page);
  await page.screenshot({ path: artifact('notices-dark.png') });
  await part(page, 'more-notices').click();
  await soon(shown).toBe(5);
  await part(page, 'notices').getByRole('button', { name: 'Dismiss', exact: true }).first().press('Enter');
  await soon(shown).toBe(4);
  await soon(kept).toBe(4);
  // The keyboard goes on where it was.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('notices');
  await part(page, 'scheme-button').click();
  await page.setViewportSize({ width: 720, height: 900 });
  await page.waitForTimeout(300);
  await expectAccessible(page);
  await page.screenshot({ path: artifact('notices-narrow-light.png') });
  await page.setViewportSize({ width: 1440, height: 960 });
  await part(page, 'dismiss-notices').click();
  await soon(() => part(page, 'notices').count()).toBe(0);
  await soon(kept).toBe(0);
});

test('one that nobody read is there after a reload, and goes when its session was looked at', async () => {
  const id = await stoppedByItself(90);
  const other = await stoppedByItself(60);
  await page.reload();
  await soon(shown).toBe(2);
  await page.locator(`[data-testid="notice-open"][href="#history/${id}"]`).click();
  await part(page, 'history-session').waitFor();
  await soon(shown).toBe(1);
  expect((await engine.get<Notice[]>('/v1/notices')).map(({ about }) => about?.id)).toEqual([other]);
});
