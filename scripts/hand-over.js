import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { onNpmGone } from './npm-gone.js';

/** How long a program may take to heed a signal that it probably got itself, before we pass ours on. */
const ownTimeMs = 1000;

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
    let asked = false;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      asked = true;
      child?.kill(signal);
    };
    /**
     * Ctrl-C at a terminal reaches the program without us, and so does what is sent to a whole group. A second
     * one would mean "at once, without saving", so it is passed on only when the program has not heard of it.
     * @param {NodeJS.Signals} signal
     */
    const passOnLater = (signal) => {
      asked = true;
      if (!process.stdin.isTTY) setTimeout(() => passOn(signal), ownTimeMs).unref();
    };
    // Listened for before there is a child: a signal in between would end us and leave it behind.
    process.on('SIGTERM', passOn).on('SIGINT', passOnLater).on('SIGHUP', passOnLater);
    onNpmGone(() => asked || passOn('SIGTERM'));

    child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      process.exit(1);
    });
    child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
