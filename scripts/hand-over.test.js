import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

const handOver = JSON.stringify(new URL('./hand-over.js', import.meta.url).href);

/**
 * A program that hands over to `sh` with that script.
 * @param {string} script
 * @param {{ detached?: boolean }} [options]
 */
const handingOverTo = (script, { detached = false } = {}) =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { handOver } = await import(${handOver});
       await handOver('sh', ['-c', ${JSON.stringify(script)}], { cwd: '/', env: { GREETING: 'hello' } });`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], detached },
  );

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<{ code: number | null, output: string }>} */
const ended = (child) =>
  new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (text) => {
      output += text;
    });
    child.on('close', (code) => resolve({ code, output }));
  });

test('output, environment and exit code pass through', async () => {
  expect(await ended(handingOverTo('echo $GREETING; exit 3'))).toEqual({ code: 3, output: 'hello\n' });
});

test('signals reach the program, which decides how it ends', async () => {
  const child = handingOverTo('trap "echo saving; exit 5" TERM; echo ready; while true; do sleep 0.05; done');
  child.stdout?.once('data', () => child.kill('SIGTERM'));
  expect(await ended(child)).toEqual({ code: 5, output: 'ready\nsaving\n' });
});

test('an interrupt that the whole group got is heard once, one that only we got is passed on', async () => {
  const heedful = 'trap "echo heard; sleep 0.3; exit 5" INT; echo ready; while true; do sleep 0.05; done';
  const child = handingOverTo(heedful, { detached: true });
  child.stdout?.once('data', () => process.kill(-(child.pid ?? 0), 'SIGINT'));
  expect(await ended(child)).toEqual({ code: 5, output: 'ready\nheard\n' });

  const alone = handingOverTo('trap "echo heard; exit 5" INT; echo ready; while true; do sleep 0.05; done');
  alone.stdout?.once('data', () => alone.kill('SIGINT'));
  expect(await ended(alone)).toEqual({ code: 5, output: 'ready\nheard\n' });
});

test('a program that a signal ended is reported as shells do', async () => {
  expect((await ended(handingOverTo('kill -9 $$'))).code).toBe(137);
});

test('when npm and its shell are gone, the program is asked to end', async () => {
  const script = `const { handOver } = await import(${handOver});
    await handOver('sh', ['-c', 'trap "echo saving; exit" TERM; echo ready; while true; do sleep 0.05; done'], { cwd: '/' });`;
  const node = `"${process.execPath}" --input-type=module -e '${script.replaceAll("'", `'"'"'`)}'`;
  // The second command keeps the shell from making way for the first.
  const shell = spawn('sh', ['-c', `${node}; true`], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  shell.stdout.once('data', () => shell.kill('SIGKILL'));
  expect((await ended(shell)).output).toBe('ready\nsaving\n');
});
