import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Where screenshots go, for people to look at after a run. */
export const artifact = (name: string): string => {
  const folder = join(root, 'artifacts');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
};

/** A folder of its own for one test run, and how to remove it. */
export const temporaryFolder = (name: string): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), `eevee-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
};
