import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Decision } from '../../../protocol/observation.ts';

const tailBytes = 192 * 1024;
const mostLines = 400;

/** The last lines of the engine's log; empty where there is none. */
export const logTail = (path: string): string[] => {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return [];
  }
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, tailBytes));
    const read = readSync(file, buffer, 0, buffer.length, size - buffer.length);
    const lines = buffer.subarray(0, read).toString('utf8').split('\n').filter(Boolean);
    // The first line is probably half of one.
    return (size > tailBytes ? lines.slice(1) : lines).slice(-mostLines);
  } finally {
    closeSync(file);
  }
};

/** The log as it is attached: what the engine wrote, and what the session's player decided last. */
export const logText = (engine: readonly string[], decisions: readonly Decision[]): string => {
  const session =
    decisions.length === 0
      ? []
      : ['', '# What the player decided last', ...decisions.map((each) => JSON.stringify(each))];
  return `${['# The engine’s log, its last lines', ...engine, ...session].join('\n')}\n`;
};
