import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findElectron } from '../../scripts/find-electron.js';
import { root } from './folders.ts';

export interface TestWindow {
  shell: ChildProcess;
  browser: Browser;
  page: Page;
  /** What the shell and its children wrote so far. */
  output(): string;
  /** Ends the shell as closing its window does; resolves with its exit code. */
  quit(): Promise<number | null>;
}

/** Starts the shell with the Electron at hand, as `scripts/start.js` does. */
export const startShell = (
  env: Record<string, string>,
  more: string[] = [],
): { shell: ChildProcess; output: () => string } => {
  const electron = findElectron();
  if (!electron) throw new Error('There is no Electron here. Run: npm start');
  const args = [
    ...electron.args,
    // Software drawing in a virtual display; real users keep their GPU, and everyone but root the sandbox.
    '--disable-gpu',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...more,
  ];
  const { EEVEE_START: _start, ELECTRON_RUN_AS_NODE: _asNode, ...rest } = process.env;
  const shell = spawn(electron.path, args, {
    cwd: root,
    env: { ...rest, EEVEE_NODE: process.execPath, ...env },
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

/** Waits for the line with which Chromium tells where its debugger listens. */
const debuggerUrl = async (shell: ChildProcess, output: () => string): Promise<string> => {
  for (let i = 0; i < 300; i++) {
    const url = /DevTools listening on (ws:\S+)/.exec(output())?.[1];
    if (url) return url;
    if (shell.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The window did not come up:\n${output()}`);
};

const firstPage = async (browser: Browser): Promise<Page> => {
  for (let i = 0; i < 100; i++) {
    const page = browser.contexts()[0]?.pages()[0];
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The shell opened no window.');
};

/**
 * Opens the real window and attaches to it through Chromium's debugging port: the stand-in's inspector is
 * switched off for good, which rules out Playwright's own way into Electron.
 */
export const openWindow = async (env: Record<string, string>): Promise<TestWindow> => {
  const { shell, output } = startShell(env, ['--remote-debugging-port=0']);
  const browser = await chromium.connectOverCDP(await debuggerUrl(shell, output));
  return {
    shell,
    browser,
    page: await firstPage(browser),
    output,
    async quit() {
      if (shell.exitCode !== null) return shell.exitCode;
      const gone = once(shell, 'exit');
      shell.kill('SIGTERM');
      const [code] = (await gone) as [number | null];
      return code;
    },
  };
};
