import { loadDriver } from '../store/open.ts';
import type { CheckResult } from './check.ts';

/** Entry of the process that checks a database: `path`, then `quick` or `whole`. */
const [, , path = '', depth] = process.argv;

const check = async (): Promise<CheckResult> => {
  try {
    const database = new (await loadDriver())(path, { readonly: true, fileMustExist: true });
    const faults = database.pragma(depth === 'whole' ? 'integrity_check(20)' : 'quick_check(20)') as Record<
      string,
      string
    >[];
    const version = database.pragma('user_version', { simple: true }) as number;
    database.close();
    const words = faults.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
    return { sound: words.length === 0, faults: words.join('; '), version };
  } catch (error) {
    return { sound: false, faults: (error as Error).message, version: 0 };
  }
};

process.send?.(await check(), () => process.exit(0));
