import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A stamp says "this was made from those inputs". It is written only after the work succeeded and removed
 * before the work begins, so that an interrupted build is never taken for a finished one.
 * @typedef {{ inputs: string, outputs: string[] }} Stamp
 */

/** @param {string} folder @param {string} name */
const stampPath = (folder, name) => join(folder, `${name}.json`);

/**
 * Why something has to be made again; null: it is up to date.
 * @param {string} folder
 * @param {string} name
 * @param {string} inputs hash over all inputs as they are now
 * @returns {string | null}
 */
export const staleReason = (folder, name, inputs) => {
  /** @type {Stamp} */
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(stampPath(folder, name), 'utf8'));
  } catch {
    return 'not built yet';
  }
  if (stamp.inputs !== inputs) return 'its sources changed';
  const gone = (stamp.outputs ?? []).find((output) => !existsSync(output));
  return gone === undefined ? null : `${gone} is gone`;
};

/** @param {string} folder @param {string} name */
export const removeStamp = (folder, name) => rmSync(stampPath(folder, name), { force: true });

/**
 * @param {string} folder
 * @param {string} name
 * @param {Stamp} stamp
 */
export const writeStamp = (folder, name, stamp) => {
  mkdirSync(folder, { recursive: true });
  const unfinished = `${stampPath(folder, name)}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(stamp, null, 2)}\n`);
  renameSync(unfinished, stampPath(folder, name));
};
