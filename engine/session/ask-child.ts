import { fork } from 'node:child_process';
import { extname, join } from 'node:path';

/** What came of asking: an answer, or how the process ended without one. */
export type ChildAnswer<Answer> = { answer: Answer } | { late: boolean; how: string };

/**
 * Runs a script of this folder in a process of its own and waits for the one message that it sends: for
 * questions whose answer comes from code that is not ours and may crash or hang. Never rejects.
 */
export const askChild = <Answer>(
  script: string,
  argument: string,
  timeoutMs: number,
): Promise<ChildAnswer<Answer>> =>
  new Promise((settle) => {
    const entry = join(import.meta.dirname, `${script}${extname(import.meta.filename)}`);
    const child = fork(entry, [argument], {
      execPath: process.execPath,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    let answer: Answer | null = null;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.on('message', (message) => {
      answer = message as Answer;
    });
    child.on('error', (error) => settle({ late, how: error.message }));
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      settle(answer === null ? { late, how: signal ?? `exit code ${code}` } : { answer });
    });
  });
