import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { logFolder, root } from './paths.js';

/** A step that failed: what it was doing, the end of its output, and what to do next. */
export class StepError extends Error {
  /**
   * @param {string} message
   * @param {{ remedy: string, output?: string, log?: string }} details
   */
  constructor(message, { remedy, output = '', log }) {
    super(message);
    this.name = 'StepError';
    this.remedy = remedy;
    this.output = output;
    this.log = log;
  }
}

/** @param {string} text @param {number} count */
export const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');

/** Output kept in memory for the message on failure; the log file has all of it. */
const keptCharacters = 200_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/** @typedef {((pids: number[]) => void) | null} ChildrenListener told the processes at work whenever they change */

/** @type {ChildrenListener} */
let listener = null;

/** @param {ChildrenListener} newListener */
export const onChildren = (newListener) => {
  listener = newListener;
};

const tellListener = () => listener?.([...children].flatMap(({ pid }) => pid ?? []));

/**
 * Ends everything that was started here, grandchildren too: each runs in a process group of its own, where
 * the system has groups.
 * @param {NodeJS.Signals} signal
 */
export const endChildren = (signal) => {
  for (const child of children) {
    try {
      if (process.platform === 'win32') child.kill(signal);
      else if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It ended meanwhile.
    }
  }
};

/**
 * Runs a program with its output going to `.cache/logs/<name>.log`. A program that cannot be started, or that
 * runs out of time, is reported like one that failed.
 * @param {string} name of the log
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, timeoutMs?: number, onLine?: ((line: string) => void) | undefined }} [options]
 * @returns {Promise<{ code: number, output: string, log: string }>}
 */
export const run = (name, program, args, { env, cwd = root, timeoutMs, onLine } = {}) =>
  new Promise((resolve) => {
    mkdirSync(logFolder, { recursive: true });
    const log = join(logFolder, `${name}.log`);
    const file = createWriteStream(log);
    let output = '';
    /** @param {string} text */
    const take = (text) => {
      file.write(text);
      output = (output + text).slice(-keptCharacters);
      if (onLine) for (const line of text.split('\n')) if (line.trim()) onLine(line.trim());
    };
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    children.add(child);
    tellListener();
    const timer =
      timeoutMs &&
      setTimeout(() => {
        take(`\n${program} was still running after ${Math.round(timeoutMs / 1000)} s and was stopped.\n`);
        endChildren('SIGKILL');
      }, timeoutMs);
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => take(`${program} could not be started: ${error.message}\n`));
    child.on('close', (code) => {
      clearTimeout(timer || undefined);
      children.delete(child);
      tellListener();
      file.end(() => resolve({ code: code ?? 1, output, log }));
    });
  });
