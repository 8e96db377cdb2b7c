import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Presses a key in one of the desktop's own dialogs, known by its title, as soon as it is there. A display without a
 * window manager gives the keyboard to nobody by itself.
 */
export const pressInDialog = async (display: string, title: string, key: string): Promise<void> => {
  const ask = async (...words: string[]): Promise<string> =>
    (await run('xdotool', words, { env: { ...process.env, DISPLAY: display }, timeout: 60_000 })).stdout;
  const found = await ask('search', '--sync', '--onlyvisible', '--name', `^${title}$`);
  const [dialog] = found.trim().split('\n');
  await ask('windowfocus', '--sync', dialog!);
  // It is drawn before it listens.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await ask('key', key);
};
