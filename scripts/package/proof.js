import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/paths.js';
import { say, seconds } from '../bootstrap/progress.js';
import { CleanDebian } from './clean-debian.js';

/** How long the window may take to show what the AI plays: a machine without a GPU draws in software. */
const patienceMs = 90_000;
/** A game that was started and played on; not a title that stands still. */
const framesToSee = 300;

/** A virtual display, on a number that it finds free. */
const openDisplay = async () => {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1040x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.once('error', () => reject(new Error('Xvfb is missing. Run: sudo apt-get install xvfb')));
    server.stdio[3]?.once('data', (/** @type {Buffer} */ text) => resolve(text.toString().trim()));
  });
  return { name: `:${number}`, close: () => server.kill() };
};

/**
 * @template Answer
 * @param {string} what @param {() => Promise<Answer> | Answer} ask
 * @returns {Promise<NonNullable<Answer>>}
 */
const eventually = async (what, ask) => {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come within ${patienceMs / 1000} s.`);
};

/** What the system says of a process; empty when it is gone. @param {string} id @param {string} file */
const proc = (id, file) => {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

/** A process and all below it. @param {string} id @returns {string[]} */
const family = (id) => {
  const children = readdirSync('/proc').filter(
    (other) => /^\d+$/.test(other) && /^PPid:\s*(\d+)$/m.exec(proc(other, 'status'))?.[1] === id,
  );
  return [id, ...children.flatMap(family)];
};

/** Whether the page's process is locked up by Chromium's sandbox: seccomp filters its system calls. @param {string[]} ids */
const sandboxed = (ids) =>
  ids.some(
    (id) => proc(id, 'cmdline').includes('--type=renderer') && /^Seccomp:\s*2$/m.test(proc(id, 'status')),
  );

/**
 * Starts the installed application as a user would and waits until the page shows what the AI plays.
 * @param {CleanDebian} debian
 */
const playInWindow = async (debian) => {
  const { chromium } = await import('playwright-core');
  const display = await openDisplay();
  const began = performance.now();
  const shell = debian.start(
    [
      'HOME=/home/player',
      `DISPLAY=${display.name}`,
      '/usr/lib/eevee/eevee',
      '--disable-gpu',
      '--remote-debugging-port=0',
    ],
    'player:player',
  );
  let output = '';
  for (const stream of [shell.stdout, shell.stderr])
    stream.on('data', (text) => {
      output += text;
    });
  try {
    const url = await eventually('The window', () => {
      if (shell.exitCode !== null) throw new Error(`It ended with code ${shell.exitCode}:\n${output}`);
      return /DevTools listening on (ws:\S+)/.exec(output)?.[1];
    });
    await eventually('The page', async () => {
      const targets = /** @type {{ title: string }[]} */ (
        await (await fetch(`http://${new URL(url).host}/json/list`)).json()
      );
      return targets.some(({ title }) => title === 'Eevee');
    });
    const browser = await chromium.connectOverCDP(url);
    const page = await eventually('The page', () => browser.contexts()[0]?.pages()[0]);
    // As a user does who opens the app for the first time: it welcomes, and one button starts the game in the box.
    await page.locator('[data-testid="start-button"]').click({ timeout: patienceMs });
    const picture = page.locator('[data-testid="picture"]');
    /** @param {number} least */
    const frameAfter = (least) =>
      eventually(`Frame ${least} on the page`, async () => {
        const frame = Number(await picture.getAttribute('data-frame', { timeout: patienceMs }));
        return frame >= least && frame;
      });
    await frameAfter(1);
    const firstAfter = performance.now() - began;
    const frame = await frameAfter(framesToSee);
    const action = await page.locator('[data-testid="action"]').textContent({ timeout: patienceMs });
    const artifacts = join(root, 'artifacts');
    mkdirSync(artifacts, { recursive: true });
    await page.screenshot({ path: join(artifacts, 'package-clean-debian.png') });
    const locked = sandboxed(family(String(shell.pid)));
    await browser.close();
    return { firstAfter, frame, action: action?.trim() ?? '', locked };
  } finally {
    // `unshare` and `chroot` have become the application's shell: all its processes are below this one.
    const all = family(String(shell.pid));
    if (shell.exitCode === null) {
      const gone = once(shell, 'exit');
      shell.kill('SIGTERM');
      await gone;
    }
    display.close();
    await eventually('The end of all its processes', () => all.every((id) => proc(id, 'cmdline') === ''));
  }
};

/**
 * Proves that a package installs and runs where nothing of ours is: on a Debian made for it, without Node,
 * compiler or sources, as an ordinary user, with Chromium's sandbox. Says what it saw.
 *
 * @param {{ deb: string, mirror: string | undefined, keep: boolean }} options `keep`: leave the Debian there
 * @throws Error that says what failed
 */
export const proveOnCleanDebian = async ({ deb, mirror, keep }) => {
  const began = performance.now();
  const debian = await CleanDebian.make({ mirror, onLine: () => {} });
  say(`  a clean Debian in ${debian.folder}, after ${seconds(performance.now() - began)}`);
  try {
    await debian.install(deb, () => {});
    say(`  installed with apt; no Node, no compiler, no sources there`);
    const doctor = await debian.run(['HOME=/home/player', 'eevee', 'doctor'], { user: 'player:player' });
    say(doctor.trimEnd().replace(/^/gm, '    '));
    const { firstAfter, frame, action, locked } = await playInWindow(debian);
    say(
      `  the window showed the first frame after ${seconds(firstAfter)}, and frame ${frame} of what the AI plays`,
    );
    say(`  it was doing: ${action}`);
    if (!locked) throw new Error("The page's process runs without Chromium's sandbox.");
    say("  Chromium's sandbox is on; all processes ended; see artifacts/package-clean-debian.png");
    await debian.run(['apt-get', '-q', '-y', 'purge', 'eevee']);
    const left = await debian.run([
      'sh',
      '-c',
      'find / -xdev -ipath "*eevee*" -not -path "/home/*" -not -path "/root/*" -not -path "/proc/*" -not -path "/var/log/*" -not -path "/var/cache/*"; true',
    ]);
    if (left.trim()) throw new Error(`Removing the package leaves behind: ${left}`);
    say('  removed without a trace');
  } finally {
    if (keep) say(`  kept: ${debian.folder}`);
    else debian.remove();
  }
};
