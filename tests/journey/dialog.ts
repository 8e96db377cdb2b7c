import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Presses a key in one of the desktop's own dialogs, known by its title, until the dialog is gone. A display without
 * a window manager gives the keyboard to nobody by itself, and a dialog is drawn before it listens: on a busy machine
 * the first key may come too early.
 */
export const pressInDialog = async (display: string, title: string, key: string): Promise<void> => {
  const ask = async (...words: string[]): Promise<string> =>
    (await run('xdotool', words, { env: { ...process.env, DISPLAY: display }, timeout: 60_000 })).stdout;
  const shown = async (): Promise<string[]> => {
    try {
      return (await ask('search', '--onlyvisible', '--name', `^${title}$`)).trim().split('\n');
    } catch {
      return []; // It finds nothing, and says so with its exit code.
    }
  };
  const found = await ask('search', '--sync', '--onlyvisible', '--name', `^${title}$`);
  const [dialog] = found.trim().split('\n');
  for (let tries = 0; tries < 20; tries++) {
    try {
      await ask('windowfocus', dialog!);
      await wait(500);
      await ask('key', key);
    } catch {
      // It went between being seen and being asked.
    }
    for (let looks = 0; looks < 10; looks++) {
      if (!(await shown()).includes(dialog!)) return;
      await wait(100);
    }
  }
  throw new Error(`The dialog '${title}' stays open, whatever key is pressed.`);
};
