import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * The folder that holds `dist/`, `engine/` and the rest. The application's folder is `dist/electron`; the
 * stand-in Electron reaches it through a link at `resources/app`, hence the real path.
 */
export const root = (): string => join(realpathSync(app.getAppPath()), '..', '..');

export const pageFolder = (): string => join(root(), 'dist', 'renderer');
export const preloadFile = (): string => join(realpathSync(app.getAppPath()), 'preload.cjs');
export const engineFile = (): string => join(root(), 'engine', 'main.ts');
/** The npm package `node` puts one here; the shell's own Node may be too old for the engine. */
export const developmentNode = (): string => join(root(), 'node_modules', '.bin', 'node');
