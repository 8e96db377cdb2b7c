import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { buildUi } from '../../scripts/build-ui.js';
import { temporaryFolder } from '../support/folders.ts';
import { commandLine, descendants } from '../support/processes.ts';
import { openWindow, type TestWindow } from '../support/window.ts';
import { openDisplay } from '../support/xvfb.ts';

/** What the parts of the app are called in the table. */
export const roles = ['shell', 'page', 'engine', 'session', 'other'] as const;
export type Role = (typeof roles)[number];

/** A running app in its window, with an empty data folder. */
export interface App extends TestWindow {
  /** When the shell was started, milliseconds since 1970. */
  startedAt: number;
}

/** What the command line of a part holds, and that of no other. */
export const wordsOf = {
  session: 'session/process/main',
  engine: 'engine/main',
  page: '--type=renderer',
} as const;

const roleOf = (command: string): Role =>
  (['session', 'engine', 'page'] as const).find((role) => command.includes(wordsOf[role])) ?? 'other';

/** The app's processes by role; a helper process of the browser or the engine is "other". */
export const processesOf = ({ shell }: App): { id: number; role: Role }[] => [
  { id: shell.pid!, role: 'shell' },
  ...descendants(shell.pid!).map((id) => ({ id, role: roleOf(commandLine(id) ?? '') })),
];

/** Processor time of a process so far, milliseconds (Linux counts hundredths of a second). */
export const processorMs = (id: number): number => {
  const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10;
};

/** Memory of a process in bytes: all that is resident, and with what is shared divided among its sharers. */
export const memoryOf = (id: number): { resident: number; proportional: number } => {
  const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
  const of = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1]) * 1024;
  return { resident: of('Rss'), proportional: of('Pss') };
};

/** Waits until the window shows a later frame than that. */
export const drawnPast = async (page: Page, frame: number): Promise<void> => {
  await page.waitForFunction(
    (past) =>
      Number(document.querySelector<HTMLElement>('[data-testid="picture"]')?.dataset.frame ?? -1) > past,
    frame,
    { timeout: 120_000 },
  );
};

/** When the page drew its first picture of the game, milliseconds since 1970. */
export const firstPicture = ({ page }: App): Promise<number> =>
  page.evaluate(
    () => performance.timeOrigin + performance.getEntriesByName('eevee:first-picture')[0]!.startTime,
  );

/** Opens the app as a user does, lets `use` work with it once the game is seen, and closes it. */
export const withApp = async <Result>(
  use: (app: App) => Promise<Result>,
  env: Record<string, string> = {},
): Promise<Result> => {
  await buildUi({ log: () => {} });
  const display = await openDisplay();
  const data = temporaryFolder('figures');
  try {
    const startedAt = Date.now();
    const window = await openWindow({
      DISPLAY: display.name,
      EEVEE_DATA_DIR: data.path,
      EEVEE_START: JSON.stringify({ goal: 'gate' }),
      ...env,
    });
    try {
      const app = { ...window, startedAt };
      await drawnPast(app.page, -1);
      return await use(app);
    } finally {
      await window.quit();
    }
  } finally {
    await display.close();
    data.remove();
  }
};
