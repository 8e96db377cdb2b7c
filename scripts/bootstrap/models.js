import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.js';
import { StepError } from './run.js';

/**
 * What is wrong with one file of the manifest; null: nothing.
 * @param {string} folder
 * @param {{ file: string, sha256: string, bytes: number }} entry
 */
export const faultOf = (folder, { file, sha256, bytes }) => {
  const path = join(folder, file);
  if (!existsSync(path)) return `models/${file} is missing`;
  const content = readFileSync(path);
  if (content.length !== bytes) return `models/${file} has ${content.length} bytes instead of ${bytes}`;
  const found = createHash('sha256').update(content).digest('hex');
  return found === sha256 ? null : `models/${file} has another hash than models/manifest.json says`;
};

/** Throws unless the weights that are committed are all there, byte for byte. */
export const checkModels = () => {
  const folder = join(root, 'models');
  const remedy = 'They are part of the repository: git checkout -- models';
  /** @type {{ files: { file: string, sha256: string, bytes: number }[] }} */
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  } catch (error) {
    throw new StepError(`models/manifest.json cannot be read: ${/** @type {Error} */ (error).message}`, {
      remedy,
    });
  }
  for (const entry of manifest.files) {
    const fault = faultOf(folder, entry);
    if (fault) throw new StepError(`${fault}.`, { remedy });
  }
};
