import { execFileSync } from 'node:child_process';

/**
 * What runs the engine in a package. `utility`: Electron's own Node, as a utility process. `node`: a Node that
 * comes along, as a plain child; for an Electron whose own is too old.
 * @typedef {'utility' | 'node'} EngineHost
 */

/** What better-sqlite3 is built for, and what the engine's JavaScript is written for. */
const least = { nodeApi: 10, node: 24 };

/**
 * The one decision about it: the fuses, the files and the launcher follow from it, and the shell sees by the
 * files what was decided.
 * @param {{ node: string, nodeApi: string }} own versions of Electron's own Node
 * @returns {EngineHost}
 */
export const chooseEngineHost = ({ node, nodeApi }) =>
  Number.parseInt(node, 10) >= least.node && Number(nodeApi) >= least.nodeApi ? 'utility' : 'node';

/** Asks an Electron, as it was released, for its own Node. @param {string} program */
export const nodeOf = (program) => {
  const script = 'JSON.stringify({ node: process.versions.node, nodeApi: process.versions.napi })';
  const text = execFileSync(program, ['-p', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  return /** @type {{ node: string, nodeApi: string }} */ (JSON.parse(text));
};
