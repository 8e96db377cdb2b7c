import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildUi } from '../scripts/build-ui.js';
import { artifact, temporaryFolder } from './support/folders.ts';
import { drawnAfter, drawnFrame, expectAccessible, lookAtPicture, part, soon } from './support/play-page.ts';
import { commandLine, descendants } from './support/processes.ts';
import { openWindow, startShell, type TestWindow } from './support/window.ts';
import { type Display, openDisplay } from './support/xvfb.ts';

const data = temporaryFolder('window');
let display: Display;
let window: TestWindow;
let env: Record<string, string>;

beforeAll(async () => {
  await buildUi({ log: () => {} });
  display = await openDisplay();
  env = {
    ...{ DISPLAY: display.name, EEVEE_DATA_DIR: data.path, EEVEE_START: JSON.stringify({ goal: 'gate' }) },
    PATH: `${fileManager()}:${process.env['PATH']}`,
  };
  window = await openWindow(env);
});

afterAll(async () => {
  await window?.quit();
  await display?.close();
  data.remove();
  desktop.remove();
});

const desktop = temporaryFolder('desktop');
const shownFolders = join(desktop.path, 'shown');
/** A desktop whose file manager notes what it was asked to show. */
const fileManager = (): string => {
  const script = `#!/bin/sh\necho "$1" >>'${shownFolders}'\n`;
  writeFileSync(join(desktop.path, 'xdg-open'), script, { mode: 0o755 });
  return desktop.path;
};

/** The engine's process below the shell. */
const engineProcess = (): number | undefined =>
  descendants(window.shell.pid!).find((id) => commandLine(id)?.includes('engine/main.ts'));

describe('the window', () => {
  test('opens and plays at once', async () => {
    await drawnAfter(window.page, 300);
    expect((await lookAtPicture(window.page)).colours).toBeGreaterThanOrEqual(3);
    await part(window.page, 'action').waitFor();
    await window.page.emulateMedia({ colorScheme: 'dark' });
    await window.page.screenshot({ path: artifact('window.png') });
  });

  test('is as easy to use as the page', async () => {
    await expectAccessible(window.page);
  });

  test('runs the page without Node in it', async () => {
    const reach = await window.page.evaluate(() => ({
      require: typeof (globalThis as Record<string, unknown>)['require'],
      process: typeof (globalThis as Record<string, unknown>)['process'],
      bridge: Object.keys(globalThis.window.eevee ?? {}).sort(),
      origin: location.origin,
    }));
    expect(reach).toEqual({
      require: 'undefined',
      process: 'undefined',
      bridge: ['engine', 'openFolder', 'platform', 'words'],
      origin: 'eevee://app',
    });
  });

  test('goes nowhere else and opens nothing', async () => {
    const opened = await window.page.evaluate(() => {
      location.href = 'https://example.com/';
      return globalThis.window.open('https://example.com/') === null;
    });
    await window.page.waitForTimeout(500);
    expect(opened).toBe(true);
    expect(window.page.url()).toBe('eevee://app/');
    expect(window.browser.contexts().flatMap((context) => context.pages())).toHaveLength(1);
    // Playwright goes on waiting for the navigation that was refused, until there is another one.
    await window.page.reload();
    await drawnAfter(window.page, 0);
  });

  test('talks to the engine and to nobody else', async () => {
    const outcome = await window.page.evaluate(async () => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI));
      await fetch('http://127.0.0.1:9/').catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 100));
      return refused;
    });
    expect(outcome).toEqual(['http://127.0.0.1:9/']);
  });

  test('serves its own files and no others', async () => {
    const statuses = await window.page.evaluate(() =>
      Promise.all(
        ['index.html', '..%2felectron%2fpackage.json', '%2e%2e/electron/main.js'].map(async (name) => {
          const answer = await fetch(`eevee://app/${name}`).catch(() => null);
          return answer?.status ?? 'blocked';
        }),
      ),
    );
    // The page's policy lets it fetch nothing but the engine; the scheme itself has a unit test.
    expect(statuses).toEqual(['blocked', 'blocked', 'blocked']);
  });

  test('has no permission to anything', async () => {
    const answer = await window.page.evaluate(() => Notification.requestPermission());
    expect(answer).toBe('denied');
  });

  test('shows the data folder and its logs in the file manager, and nothing else', async () => {
    const { page } = window;
    const shown = () =>
      existsSync(shownFolders) ? readFileSync(shownFolders, 'utf8').trim().split('\n') : [];
    await part(page, 'room-settings').click();
    await part(page, 'open-folder').click();
    await soon(shown).toEqual([data.path]);
    await part(page, 'open-logs').click();
    await soon(shown).toEqual([data.path, join(data.path, 'logs')]);
    const refused = await page.evaluate(
      async (asked) => {
        const open = globalThis.window.eevee!.openFolder as (which: unknown) => Promise<void>;
        const told = await Promise.allSettled(asked.map((which) => open(which)));
        return told.map(({ status }) => status);
      },
      ['/etc', '..', '', null, ['logs'], 'constructor'],
    );
    expect(new Set(refused)).toEqual(new Set(['rejected']));
    expect(shown()).toHaveLength(2);
    await expectAccessible(page);
    await part(page, 'storage').scrollIntoViewIfNeeded();
    await page.screenshot({ path: artifact('window-open-folder-dark.png') });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.screenshot({ path: artifact('window-open-folder-light.png') });
    await page.emulateMedia({ colorScheme: 'dark' });
    await part(page, 'room-play').click();
  });

  test('is the only one on its data', async () => {
    const second = startShell(env);
    const [code] = (await once(second.shell, 'exit')) as [number];
    expect(code).toBe(0);
    expect(second.output()).toContain('runs already');
    expect(window.shell.exitCode).toBeNull();
  });
});

describe('the engine', () => {
  test('is started again when it dies, and the page says so and comes back', async () => {
    const before = engineProcess();
    expect(before).toBeDefined();
    process.kill(before!, 'SIGKILL');
    await part(window.page, 'lost').waitFor();
    expect(await part(window.page, 'lost').textContent()).toMatch(/engine/i);
    await window.page.screenshot({ path: artifact('window-engine-died.png') });
    await part(window.page, 'lost').waitFor({ state: 'detached', timeout: 30_000 });
    expect(engineProcess()).not.toBe(before);
    // The session died with it; its autosave did not.
    await part(window.page, 'end-card').waitFor();
    await window.page.screenshot({ path: artifact('window-end.png') });
    const lastFrame = await drawnFrame(window.page);
    await part(window.page, 'resume-button').click();
    await part(window.page, 'end-card').waitFor({ state: 'detached' });
    await soon(() => drawnFrame(window.page)).not.toBe(lastFrame);
  });

  test('ends with the window, and so does everything below it', async () => {
    const below = descendants(window.shell.pid!);
    expect(below.some((id) => commandLine(id)?.includes('engine/main.ts'))).toBe(true);
    expect(await window.quit()).toBe(0);
    await soon(() => below.filter((id) => commandLine(id) !== null)).toEqual([]);
    expect(existsSync(join(data.path, 'window', 'window.json'))).toBe(true);
  });

  test('that refuses the first session says why, and another can be started', async () => {
    window = await openWindow({ ...env, EEVEE_START: JSON.stringify({ goal: 'moon' }) });
    await part(window.page, 'start-card').waitFor();
    const words = part(window.page, 'notices');
    await words.waitFor();
    expect(await words.textContent()).toContain('moon');
    expect(await words.textContent()).toContain('gate');
    await window.page.screenshot({ path: artifact('window-refused.png') });
    await part(window.page, 'start-button').click();
    await drawnAfter(window.page, 0);
    expect(await words.count()).toBe(0);
  });

  test('is not left behind when the shell is killed', async () => {
    const below = descendants(window.shell.pid!);
    window.shell.kill('SIGKILL');
    await soon(() => below.filter((id) => commandLine(id) !== null)).toEqual([]);
  });
});
