import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../../protocol/sessions.ts';
import { askEngine } from '../support/ask-engine.ts';
import { artifact, temporaryFolder } from '../support/folders.ts';
import { soon } from '../support/play-page.ts';
import { processBelow } from '../support/processes.ts';
import { openWindow } from '../support/window.ts';
import { openDisplay } from '../support/xvfb.ts';
import { type App, newestOf } from './app.ts';
import { pressInDialog } from './dialog.ts';

/** The app's own window, as its icon opens it, for somebody whose home is a folder of this test. */
export const openInWindow = async (): Promise<App> => {
  const home = temporaryFolder('journey-window');
  const documents = join(home.path, 'Documents');
  const dataDir = join(home.path, 'eevee');
  const settings = join(home.path, '.config');
  for (const folder of [documents, settings]) mkdirSync(folder);
  // As the desktop notes where its user's folders are.
  writeFileSync(join(settings, 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
  const display = await openDisplay();
  const openedAt = performance.now();
  const window = await openWindow({
    DISPLAY: display.name,
    HOME: home.path,
    XDG_CONFIG_HOME: settings,
    EEVEE_DATA_DIR: dataDir,
  });
  const { page } = window;
  // Playwright takes the downloads of whatever it attaches to; here they shall go the way that they go for a user.
  const debugging = await window.browser.newBrowserCDPSession();
  await debugging.send('Browser.setDownloadBehavior', { behavior: 'default' });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const get = <Answer>(path: string): Promise<Answer> => askEngine(page, path);
  return {
    page,
    openedAt,
    dataDir,
    watched: true,
    get,
    session: async () => newestOf(await get<Session[]>('/v1/sessions')),
    processWith: (words) => processBelow(window.shell.pid!, words),
    async saved(press) {
      const before = new Set(readdirSync(documents));
      await press();
      await pressInDialog(display.name, 'Save the export', 'Return');
      const fresh = () => readdirSync(documents).find((name) => !before.has(name) && !name.startsWith('.'));
      await soon(fresh).toBeDefined();
      const path = join(documents, fresh()!);
      await soon(() => existsSync(path) && readFileSync(path).length).toBeGreaterThan(0);
      return { name: fresh()!, bytes: readFileSync(path) };
    },
    look: (name) => page.screenshot({ path: artifact(`journey-window-${name}.png`) }),
    async close() {
      await window.quit();
      await display.close();
      home.remove();
    },
  };
};
