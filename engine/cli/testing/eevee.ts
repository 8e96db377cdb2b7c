import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** Runs the command line with these arguments. */
export const eevee = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, '..', 'main.ts'), ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
