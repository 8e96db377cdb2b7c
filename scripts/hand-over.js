import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { onNpmGone } from './npm-gone.js';

/** @type {NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in our place: its input and output are ours, it gets the signals that we get, and we end when
 * and how it ends.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined> }} options
 * @returns {Promise<never>}
 */
export const handOver = (program, args, { cwd, env }) =>
  new Promise(() => {
    /** @type {import('node:child_process').ChildProcess | undefined} */
    let child;
    // Listened for before there is a child: a signal in between would end us and leave it behind.
    for (const signal of passedOn) {
      process.on(signal, () => {
        // Ctrl-C at a terminal reaches the child without us; twice would mean "at once, without saving".
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child?.kill(signal);
      });
    }
    onNpmGone(() => child?.kill('SIGTERM'));
    child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      process.exit(1);
    });
    child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
