import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, beside whatever else goes on.
 * @param {string} program @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>} its output where that is piped;
 *   status null: a signal ended it
 * @throws where it cannot be started
 */
export const ended = (program, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    const output = { stdout: '', stderr: '' };
    for (const name of /** @type {const} */ (['stdout', 'stderr']))
      child[name]?.setEncoding('utf8').on('data', (part) => {
        output[name] += part;
      });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...output }));
  });
