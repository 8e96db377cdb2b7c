import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildUi } from '../../scripts/build-ui.js';
import { launchChromium } from './chromium.ts';
import { startEngine, type TestEngine } from './engine.ts';
import { collectErrors } from './play-page.ts';

/** The real page in a browser of its own, at a real engine of its own. */
export interface TestPage {
  engine: TestEngine;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** Errors of the page so far; grows while it is used. */
  errors: string[];
  /** Closes the browser, then the engine. */
  close(): Promise<void>;
}

interface TestPageOptions {
  /** See {@link startEngine}. */
  dataDir?: string;
  /** What has to be there before the page opens: a session with a past, a listener, a fake device. */
  before?: (opening: Pick<TestPage, 'engine' | 'page'>) => unknown;
}

/** Builds the page and opens it, in dark colours and a wide window. */
export const openTestPage = async ({ dataDir, before }: TestPageOptions = {}): Promise<TestPage> => {
  await buildUi({ log: () => {} });
  const engine = await startEngine(dataDir);
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await engine.close();
  };
  try {
    browser = await launchChromium();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 960 },
      colorScheme: 'dark',
      // Colours halfway through a fade are nobody's fault.
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const errors = collectErrors(page);
    await before?.({ engine, page });
    await page.goto(engine.pageUrl);
    return { engine, browser, context, page, errors, close };
  } catch (error) {
    await close();
    throw error;
  }
};
