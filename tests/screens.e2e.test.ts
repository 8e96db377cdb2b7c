import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildUi } from '../scripts/build-ui.js';
import { launchChromium } from './support/chromium.ts';
import { startEngine, type TestEngine } from './support/engine.ts';
import { artifact } from './support/folders.ts';
import { collectErrors, drawnAfter, expectAccessible, part } from './support/play-page.ts';

/** Every room, whoever adds one: the list is the page's own. Each in both themes and as narrow as the window gets. */
const themes = ['light', 'dark'] as const;
const wide = { width: 1440, height: 960 };
const narrow = { width: 720, height: 900 };

let engine: TestEngine;
let browser: Browser;

beforeAll(async () => {
  await buildUi({ log: () => {} });
  engine = await startEngine();
  browser = await launchChromium();
  // A session to look back on, and one that goes on.
  await engine.post('/v1/sessions', { goal: 'gate', clock: 'lockstep', frameLimit: 900 });
  while ((await engine.session()).state !== 'ended') await pause(50);
  await engine.post('/v1/sessions', { goal: 'gate' });
});

afterAll(async () => {
  await browser?.close();
  await engine?.close();
});

const openPage = async (colorScheme: (typeof themes)[number]): Promise<Page> => {
  const context = await browser.newContext({ viewport: wide, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(engine.pageUrl);
  await drawnAfter(page, 0);
  return page;
};

const rooms = (page: Page): Promise<string[]> =>
  page
    .locator('nav [data-testid^="room-"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-testid')!.slice('room-'.length)));

/** The room's heading or content is there, and nothing says that it is still loading. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.waitForTimeout(400);
};

describe.each(themes)('in %s colours', (theme) => {
  test('every room can be used by everybody, and says nothing on the browser’s console', async () => {
    const page = await openPage(theme);
    const errors = collectErrors(page);
    const names = await rooms(page);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      await part(page, `room-${name}`).click();
      await settled(page);
      await page.screenshot({ path: artifact(`room-${name}-${theme}.png`) });
      await expectAccessible(page);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('no room is wider than the narrowest window', async () => {
    const page = await openPage(theme);
    await page.setViewportSize(narrow);
    for (const name of await rooms(page)) {
      await part(page, `room-${name}`).click();
      await settled(page);
      await page.screenshot({ path: artifact(`room-${name}-${theme}-narrow.png`) });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(`${name}: ${tooWide}`).toBe(`${name}: 0`);
    }
    await page.context().close();
  });
});
