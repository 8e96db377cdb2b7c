import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNode24 } from './node24.js';
import { logFolder, root, stampFolder } from './paths.js';
import { lastLines, run, StepError } from './run.js';
import { removeStamp, staleReason, writeStamp } from './stamps.js';

/**
 * Something that is built from sources by a module with two functions: `inputsHash()` and the build itself.
 * @typedef {{ id: string, title: string, module: string, build: string, outputs: string[], remedy: string }} Build
 */

/** @type {Build} */
export const addon = {
  id: 'addon',
  title: 'native addon',
  module: join(root, 'native', 'build.js'),
  build: 'buildAddon',
  outputs: ['eevee.node', 'eevee_tools.node'].map((name) => join(root, 'native', 'build', name)),
  remedy: 'Correct what the compiler names. After a change of compiler, delete build/ first.',
};

/** @type {Build} */
export const ui = {
  id: 'ui',
  title: 'user interface',
  module: join(root, 'scripts', 'build-ui.js'),
  build: 'buildUi',
  outputs: [join(root, 'dist', 'renderer', 'index.html'), join(root, 'dist', 'electron', 'main.js')],
  remedy: 'Correct what the bundler names in renderer/ or electron/.',
};

/** One for each game whose ROM we build ourselves. @returns {Build[]} */
export const roms = () =>
  readdirSync(join(root, 'games'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'games', entry.name, 'build.js')))
    .map(({ name }) => ({
      id: `rom-${name}`,
      title: `ROM of ${name}`,
      module: join(root, 'games', name, 'build.js'),
      build: 'buildRom',
      outputs: [],
      remedy: `Correct what the compiler names in games/${name}/.`,
    }));

/**
 * Loaded into whatever Node the user has, before any package is there: a build module imports packages only
 * inside its build function.
 * @param {Build} build
 * @returns {Promise<string>}
 */
const inputsHash = async ({ title, module }) => {
  try {
    return (await import(pathToFileURL(module).href)).inputsHash();
  } catch (error) {
    const name = relative(root, module);
    throw new StepError(
      `${name}, which builds the ${title}, cannot be used: ${/** @type {Error} */ (error).message}`,
      {
        remedy: `Is the checkout complete? git status; git checkout -- ${name}`,
      },
    );
  }
};

/** Why it has to be built; null: it is up to date. @param {Build} build */
export const buildReason = async (build) =>
  staleReason(stampFolder, build.id, await inputsHash(build)) ??
  build.outputs.find((output) => !existsSync(output))?.concat(' is gone') ??
  null;

/**
 * The files that a build made, as far as its result names any.
 * @param {unknown} result
 * @returns {string[]}
 */
const filesIn = (result) => {
  if (typeof result === 'string') return existsSync(result) ? [result] : [];
  return result && typeof result === 'object' ? Object.values(result).flatMap(filesIn) : [];
};

/** @param {Build} build @param {(line: string) => void} onLine */
export const runBuild = async (build, onLine) => {
  // Taken before the build: whoever edits a source meanwhile gets another build next time.
  const inputs = await inputsHash(build);
  removeStamp(stampFolder, build.id);
  mkdirSync(logFolder, { recursive: true });
  const resultPath = join(logFolder, `${build.id}.result.json`);
  const step = join(root, 'scripts', 'bootstrap', 'build-step.js');
  const result = await run(build.id, findNode24(), [step, build.module, build.build, resultPath], { onLine });
  if (result.code !== 0) {
    throw new StepError(`The ${build.title} could not be built (${relative(root, build.module)}).`, {
      remedy: build.remedy,
      output: lastLines(result.output, 40),
      log: result.log,
    });
  }
  const made = filesIn(JSON.parse(readFileSync(resultPath, 'utf8')));
  writeStamp(stampFolder, build.id, { inputs, outputs: [...new Set([...build.outputs, ...made])] });
};
