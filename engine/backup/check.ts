import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What a look into a database file found. */
export interface CheckResult {
  sound: boolean;
  /** What is wrong, in SQLite's words; empty where nothing is. */
  faults: string;
  /** Its layout's version. */
  version: number;
}

/**
 * Checks a database file that nobody has open, in a process of its own: it takes seconds where there is much.
 * `whole`: every index entry too (`integrity_check`); else `quick_check`.
 */
export const checkDatabaseFile = (path: string, whole: boolean): Promise<CheckResult> =>
  new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'check-process.ts'), [path, whole ? 'whole' : 'quick'], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let result: CheckResult | null = null;
    child.on('message', (message) => {
      result = message as CheckResult;
    });
    const done = () => resolve(result ?? { sound: false, faults: 'it could not be checked', version: 0 });
    child.on('error', done);
    child.on('exit', done);
  });
