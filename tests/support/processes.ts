import { readdirSync, readFileSync } from 'node:fs';

/** Ids of all processes below one, children's children too (Linux). */
export const descendants = (of: number): number[] => {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // "pid (name) state parent …": the name may hold spaces and brackets, so count from its end.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const below = (id: number): number[] =>
    [...parents].filter(([, parent]) => parent === id).flatMap(([child]) => [child, ...below(child)]);
  return below(of);
};

/** The command line of a process, or null when it is gone. */
export const commandLine = (id: number): string | null => {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
  } catch {
    return null;
  }
};

/** The first process below one whose command line holds these words. */
export const processBelow = (of: number, words: string): number | undefined =>
  descendants(of).find((id) => commandLine(id)?.includes(words));
