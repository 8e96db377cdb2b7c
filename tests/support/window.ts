import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findElectron } from '../../scripts/find-electron.js';
import { root } from './folders.ts';
import { commandLine } from './processes.ts';

export interface TestWindow {
  shell: ChildProcess;
  browser: Browser;
  page: Page;
  /** What the shell and its children wrote so far. */
  output(): string;
  /** The page as it is now, after its process was another one. */
  attachAgain(): Promise<Page>;
  /** Ends the shell as closing its window does; resolves with its exit code. */
  quit(): Promise<number | null>;
}

/** The Electron at hand with the shell of the checkout, and what the launcher tells it. */
const shellOfCheckout = () => {
  const electron = findElectron();
  if (!electron) throw new Error('There is no Electron here. Run: npm start');
  const { EEVEE_START: _start, ELECTRON_RUN_AS_NODE: _asNode, ...rest } = process.env;
  return { ...electron, cwd: root, env: { ...rest, EEVEE_NODE: process.execPath } };
};

/**
 * Starts the shell as `scripts/start.js` does; or, given the program of a package, that one, with nothing in its
 * environment but what it is given.
 */
export const startShell = (
  env: Record<string, string>,
  more: string[] = [],
  program?: string,
): { shell: ChildProcess; output: () => string } => {
  const start = program ? { path: program, args: [], cwd: '/', env: {} } : shellOfCheckout();
  const args = [
    ...start.args,
    // Software drawing in a virtual display; real users keep their GPU, and everyone but root the sandbox.
    '--disable-gpu',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...more,
  ];
  const shell = spawn(start.path, args, {
    cwd: start.cwd,
    env: { ...start.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { shell, output: () => output };
};

/** Asks until there is an answer, for half a minute. */
const eventually = async <Answer>(
  what: string,
  ask: () => Answer | Promise<Answer>,
): Promise<NonNullable<Answer>> => {
  for (let i = 0; i < 300; i++) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come up.`);
};

/** Whether Chromium's debugger at an address, such as `127.0.0.1:4711`, is there and knows the page. */
const knowsPage = async (host: string): Promise<boolean> => {
  try {
    const answer = await fetch(`http://${host}/json/list`);
    const targets = (await answer.json()) as { type: string; title: string; url: string }[];
    return targets.some(
      ({ type, title, url }) => type === 'page' && url.startsWith('eevee:') && title === 'Eevee',
    );
  } catch {
    return false;
  }
};

/**
 * The address of Chromium's debugger, once the page is there: attaching to a window that is only just being made
 * can leave Playwright waiting for good.
 */
const debuggerUrl = async (shell: ChildProcess, output: () => string): Promise<string> => {
  const url = await eventually(`The debugger of the window\n${output()}`, () => {
    if (shell.exitCode !== null) throw new Error(`The shell ended with code ${shell.exitCode}:\n${output()}`);
    return /DevTools listening on (ws:\S+)/.exec(output())?.[1];
  });
  await eventually('The page of the window', () => knowsPage(new URL(url).host));
  return url;
};

/**
 * Opens the real window and attaches to it through Chromium's debugging port: the stand-in's inspector is
 * switched off for good, which rules out Playwright's own way into Electron.
 */
export const openWindow = async (
  env: Record<string, string>,
  { program, more = [] }: { program?: string; more?: string[] } = {},
): Promise<TestWindow> => {
  const { shell, output } = startShell(env, ['--remote-debugging-port=0', ...more], program);
  const browser = await chromium.connectOverCDP(await debuggerUrl(shell, output));
  return {
    shell,
    browser,
    attachAgain: () =>
      eventually('The page', async () => {
        // Attached to in the moment in which it is loaded again, a page is never heard of: then once more.
        const again = await chromium.connectOverCDP(await debuggerUrl(shell, output));
        const [context] = again.contexts();
        return context?.pages()[0] ?? context?.waitForEvent('page', { timeout: 2000 }).catch(() => null);
      }),
    page: await eventually('The page', () => browser.contexts()[0]?.pages()[0]),
    output,
    async quit() {
      if (shell.exitCode !== null || shell.signalCode !== null) return shell.exitCode;
      const gone = once(shell, 'exit');
      shell.kill('SIGTERM');
      const [code] = (await gone) as [number | null];
      return code;
    },
  };
};

/** An app that took the place of another one on the same data folder by itself. */
export interface Successor {
  shell: number;
  page: Page;
  quit(): Promise<void>;
}

/** Waits for the app that follows shell `before`, and attaches to it by what Chromium leaves in its folder. */
export const successorOf = async (before: number, dataFolder: string): Promise<Successor> => {
  const folder = join(dataFolder, 'window');
  const shell = await eventually('The app that follows', () => {
    if (!existsSync(join(folder, 'DevToolsActivePort'))) return null;
    // "host-process", in a link that leads nowhere; none while the one is gone and the other not yet there.
    const lock = join(folder, 'SingletonLock');
    const owner = lstatSync(lock, { throwIfNoEntry: false }) && readlinkSync(lock).split('-').at(-1);
    return owner && Number(owner) !== before ? Number(owner) : null;
  });
  const url = await eventually('The page of the app that follows', async () => {
    // The port may still be that of the app before.
    const [port, path] = readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n');
    return (await knowsPage(`127.0.0.1:${port}`)) ? `ws://127.0.0.1:${port}${path}` : null;
  });
  const [context] = (await chromium.connectOverCDP(url)).contexts();
  const page = await eventually('The page of the app that follows', () => context?.pages()[0]);
  return {
    shell,
    page,
    async quit() {
      process.kill(shell, 'SIGTERM');
      await eventually('The end of the app that followed', () => commandLine(shell) === null);
    },
  };
};
