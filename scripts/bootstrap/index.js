import { join } from 'node:path';
import { onNpmGone } from '../npm-gone.js';
import { installPackages } from './apt.js';
import { addon, buildReason, roms, runBuild, ui } from './build.js';
import { electronReason, installElectron } from './electron.js';
import { acquireLock } from './lock.js';
import { checkModels } from './models.js';
import { installNodeModules, linkNode, nodeModulesReason } from './node-modules.js';
import { cacheFolder } from './paths.js';
import { say, showStep } from './progress.js';
import { endChildren, onChildren, StepError } from './run.js';
import { missingPackages } from './system-packages.js';

/**
 * What a command can need. System packages are not among them: they follow from these.
 * @typedef {'modules' | 'addon' | 'roms' | 'ui' | 'electron' | 'models' | 'cores' | 'test-programs'} Need
 * `installOnly`: packages of the system and of npm, whatever else is missing.
 * @typedef {{ retryElectron?: boolean, installOnly?: boolean }} Options
 *
 * One thing that may have to be made: why it has to be (null: it is there), and how.
 * @typedef {{ title: string, reason: () => Promise<string | null> | string | null,
 *   make: (onLine: (line: string) => void) => Promise<void> }} Step
 */

export const needsOf = /** @satisfies {Record<string, Need[]>} */ ({
  /** Commands that must run while other things are missing: the doctor, the help. */
  tools: ['modules'],
  play: ['modules', 'cores', 'addon', 'roms', 'models'],
  serve: ['modules', 'cores', 'addon', 'roms', 'models', 'ui'],
  window: ['modules', 'cores', 'addon', 'roms', 'models', 'ui', 'electron'],
  test: ['modules', 'cores', 'addon', 'roms', 'models', 'ui', 'electron', 'test-programs'],
});

/** @param {import('./build.js').Build} build @returns {Step} */
const buildStep = (build) => ({
  title: build.title,
  reason: () => buildReason(build),
  make: (onLine) => runBuild(build, onLine),
});

/** @param {Need[]} needs @returns {Promise<import('./system-packages.js').Purpose[]>} */
const purposes = async (needs) => {
  /** @type {import('./system-packages.js').Purpose[]} */
  const found = [];
  if (needs.includes('cores')) found.push('play');
  if (needs.includes('electron')) found.push('window');
  // Compilers are asked for only where there is something to compile.
  if (needs.includes('addon') && (await buildReason(addon))) found.push('native');
  if (needs.includes('roms') && (await anyReason(roms()))) found.push('rom');
  if (needs.includes('test-programs')) found.push('test', 'native', 'rom');
  return found;
};

/** @param {import('./build.js').Build[]} builds */
const anyReason = async (builds) => {
  for (const build of builds) if (await buildReason(build)) return true;
  return false;
};

/** @param {Need[]} needs @param {Options} options @returns {Step[]} */
const stepsFor = (needs, { retryElectron = false, installOnly = false }) => {
  /** @type {Step[]} */
  const steps = [
    {
      title: 'system packages',
      reason: async () =>
        missingPackages(await purposes(needs))
          .map(({ names }) => names[0])
          .join(', ') || null,
      make: async (onLine) => installPackages(missingPackages(await purposes(needs)), onLine),
    },
  ];
  if (needs.includes('modules')) {
    steps.push({ title: 'packages from npm', reason: nodeModulesReason, make: installNodeModules });
  }
  if (installOnly) return steps;
  if (needs.includes('addon')) steps.push(buildStep(addon));
  if (needs.includes('roms')) steps.push(...roms().map(buildStep));
  if (needs.includes('ui')) steps.push(buildStep(ui));
  if (needs.includes('electron')) {
    steps.push({
      title: 'Electron',
      reason: () => electronReason({ retry: retryElectron }),
      make: installElectron,
    });
  }
  return steps;
};

/** @param {Step[]} steps */
const anythingToDo = async (steps) => {
  for (const step of steps) if (await step.reason()) return true;
  return false;
};

/** @param {NodeJS.Signals} signal */
const stopOn = (signal) => {
  endChildren(signal);
  process.exit(128 + (signal === 'SIGINT' ? 2 : 15));
};

/** @param {Step[]} steps */
const doSteps = async (steps) => {
  const { release, noteWorkers } = await acquireLock(join(cacheFolder, 'bootstrap.lock'), {
    onWait: ({ pid }) => say(`Process ${pid} is setting up this folder already; waiting for it.`),
  });
  process.on('SIGINT', stopOn).on('SIGTERM', stopOn);
  onChildren(noteWorkers);
  let working = true;
  onNpmGone(() => working && stopOn('SIGTERM'));
  try {
    for (const step of steps) {
      // Asked again: whoever held the lock may have done it.
      const reason = await step.reason();
      if (reason) await showStep(step.title, reason, step.make);
    }
  } finally {
    process.off('SIGINT', stopOn).off('SIGTERM', stopOn);
    onChildren(null);
    working = false;
    release();
  }
};

/**
 * Makes what is missing, and nothing else. Fast when nothing is.
 * @param {Need[]} needs
 * @param {Options} [options]
 */
export const bootstrap = async (needs, options = {}) => {
  const steps = stepsFor(needs, options);
  if (nodeModulesReason() === null) linkNode();
  if (await anythingToDo(steps)) await doSteps(steps);
  if (needs.includes('models') && !options.installOnly) checkModels();
};

/**
 * Says what went wrong, and what to do about it. Anything but a {@link StepError} is thrown on.
 * @param {unknown} error
 */
export const explain = (error) => {
  if (!(error instanceof StepError)) throw error;
  if (error.output) say(`\n${error.output}`);
  say(`\n${error.message}`);
  if (error.log) say(`The whole output is in ${error.log}.`);
  say(`What to do: ${error.remedy}`);
};

/** The same for a program's first line: prints what went wrong and ends the process. @type {typeof bootstrap} */
export const bootstrapOrExit = async (needs, options) => {
  try {
    await bootstrap(needs, options);
  } catch (error) {
    explain(error);
    process.exit(1);
  }
};
