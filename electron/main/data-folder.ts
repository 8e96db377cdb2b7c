import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Options } from './options.ts';

/** Keeps the window's own files (its place, the page's storage) with the data, if that lies somewhere special. */
export const chooseDataFolder = ({ dataDir }: Options): void => {
  app.setName('Eevee');
  if (!dataDir) return;
  const folder = join(dataDir, 'window');
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
};
