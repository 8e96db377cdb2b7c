import { closeSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import pino, { type Logger } from 'pino';
import type { LogLevel } from './settings.ts';

export type { Logger } from 'pino';

/** Size at which the log of the last run is set aside as `engine.log.1`. */
const rotateBytes = 8 * 1024 * 1024;

export interface LogOptions {
  /** File that takes one JSON object a line. */
  path: string;
  level: LogLevel;
  /** Texts that no line may hold, whatever they came in with: the token of this launch. */
  secrets: string[];
  /** Takes short lines for people; default: standard error. Null: nobody reads along. */
  reader?: ((line: string) => void) | null;
}

export interface Log {
  logger: Logger;
  close(): void;
}

const setAsideWhenLarge = (path: string): void => {
  try {
    if (statSync(path).size > rotateBytes) renameSync(path, `${path}.1`);
  } catch {
    // No log yet, or one that cannot be moved: going on with it is better than not starting.
  }
};

/** One line for people: the time, the level, the message and what went wrong. */
const shortLine = (json: string): string => {
  const { time, level, msg, problem } = JSON.parse(json) as {
    time: number;
    level: number;
    msg?: string;
    problem?: { code: string; message: string };
  };
  const clock = new Date(time).toISOString().slice(11, 23);
  const word = pino.levels.labels[level] ?? 'info';
  const fault = problem ? ` — ${problem.code}: ${problem.message}` : '';
  return `${clock} ${word.padEnd(5)} ${msg ?? ''}${fault}\n`;
};

/**
 * Opens the log: JSON lines into a file, short lines to the reader. Requests are logged by method and path
 * only, never with headers or query, and every line is searched for the secrets once more before it is
 * written. A full disk silences the file, never the engine.
 */
export const openLog = ({ path, level, secrets, reader }: LogOptions): Log => {
  setAsideWhenLarge(path);
  const file = openSync(path, 'a', 0o600);
  const read = reader === undefined ? (line: string) => void process.stderr.write(line) : reader;
  const write = (line: string): void => {
    let safe = line;
    for (const secret of secrets) safe = safe.replaceAll(secret, '[secret]');
    try {
      writeSync(file, safe);
    } catch {
      // ENOSPC and the like: the notice about the disk tells the user; the log cannot.
    }
    read?.(shortLine(safe));
  };
  const logger = pino(
    {
      level,
      redact: { paths: ['*.authorization', '*.headers', '*.token', 'token'], censor: '[secret]' },
      serializers: {
        req: (request: { method: string; url: string }) => ({
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      },
    },
    { write },
  );
  return { logger, close: () => closeSync(file) };
};
