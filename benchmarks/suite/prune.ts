import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** Builds of the ROM whose set-ups are kept: the one that is played, and a few to compare it with. */
const keptBuilds = 3;

/**
 * Takes away the set-ups of ROMs that were not played for longest: a full suite's are some hundred megabytes.
 * Replays keep their own (as links), so nothing is lost but the time to make them again.
 */
export const pruneSetUps = (folder: string, romSha256: string): void => {
  const own = join(folder, romSha256.slice(0, 12));
  mkdirSync(own, { recursive: true });
  const now = new Date();
  utimesSync(own, now, now);
  const builds = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .map((path) => ({ path, played: statSync(path).mtimeMs }))
    .sort((a, b) => b.played - a.played);
  for (const { path } of builds.slice(keptBuilds)) rmSync(path, { recursive: true, force: true });
};
