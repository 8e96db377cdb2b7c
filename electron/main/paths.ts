import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { type Places, placesFor } from './places.ts';

/**
 * Where things lie in this run. The stand-in Electron reaches the shell through a link at `resources/app`, hence
 * the real path; an archive has none of its own.
 */
export const places = (node: string | null = null): Places => {
  const path = app.getAppPath();
  return placesFor(path.endsWith('.asar') ? path : realpathSync(path), node, existsSync);
};

export const preloadFile = (): string => join(places().shell, 'preload.cjs');
