import { readFileSync } from 'node:fs';
import { launchChromium } from '../support/chromium.ts';
import { startEngine } from '../support/engine.ts';
import { artifact, temporaryFolder } from '../support/folders.ts';
import { processBelow } from '../support/processes.ts';
import type { App } from './app.ts';

/** An engine of its own, and the page in Chromium. */
export const openInBrowser = async (): Promise<App> => {
  const data = temporaryFolder('journey-browser');
  const openedAt = performance.now();
  const engine = await startEngine(data.path);
  const browser = await launchChromium();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 960 },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(engine.pageUrl);
  return {
    page,
    openedAt,
    dataDir: data.path,
    watched: false,
    get: engine.get,
    session: engine.session,
    processWith: (words) => processBelow(engine.child.pid!, words),
    async saved(press) {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    },
    look: (name) => page.screenshot({ path: artifact(`journey-browser-${name}.png`) }),
    async close() {
      await browser.close();
      await engine.close();
      data.remove();
    },
  };
};
