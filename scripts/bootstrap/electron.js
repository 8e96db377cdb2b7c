import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron, findOfficialElectron } from '../find-electron.js';
import { installStandIn } from './electron-stand-in.js';
import { findNode24 } from './node24.js';
import { cacheFolder, root } from './paths.js';
import { say } from './progress.js';
import { lastLines, run, StepError } from './run.js';

const dayMs = 86_400_000;
const failureNote = join(cacheFolder, 'electron-official-failed.json');

/** @returns {{ version: string, at: number, why: string } | null} the last failure to get the official Electron */
const lastFailure = () => {
  try {
    return JSON.parse(readFileSync(failureNote, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * What has to be done about Electron. The official one is tried first, but only once a day: where it cannot be
 * reached, every start would wait for it.
 * @param {{ official: boolean, standIn: boolean, standInPossible: boolean, failedAt: number | null, now: number }} state
 * @returns {'nothing' | 'try-official' | 'install-stand-in' | 'give-up'}
 */
export const nextElectronMove = ({ official, standIn, standInPossible, failedAt, now }) => {
  if (official) return 'nothing';
  const failedLately = failedAt !== null && now - failedAt < dayMs && failedAt <= now;
  if (!failedLately) return 'try-official';
  if (standIn) return 'nothing';
  return standInPossible ? 'install-stand-in' : 'give-up';
};

const electronVersion = () =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron;

const nextMove = () => {
  const failure = lastFailure();
  return nextElectronMove({
    official: findOfficialElectron() !== null,
    standIn: findElectron()?.kind === 'stand-in',
    standInPossible: process.platform === 'linux' && process.arch === 'x64',
    failedAt: failure && failure.version === electronVersion() ? failure.at : null,
    now: Date.now(),
  });
};

/** @param {{ retry: boolean }} options forget that the official one could not be reached */
export const electronReason = ({ retry }) => {
  if (retry && findOfficialElectron() === null) rmSync(failureNote, { force: true });
  const move = nextMove();
  if (move === 'nothing') return null;
  return move === 'try-official' ? 'the official one is not here yet' : 'none is here';
};

/** @param {(line: string) => void} onLine */
export const installElectron = async (onLine) => {
  if (nextMove() === 'try-official') await tryOfficial(onLine);
  const move = nextMove();
  if (move === 'install-stand-in') await installStandIn(onLine);
  if (move === 'give-up') {
    throw new StepError(
      `Electron ${electronVersion()} cannot be fetched (${lastFailure()?.why}), and there is no stand-in for ${process.platform}-${process.arch}.`,
      {
        remedy:
          'Play without a window: npm start -- --headless. Or, when the network is back: npm start -- --retry-electron',
      },
    );
  }
  const electron = findElectron();
  if (electron?.kind === 'stand-in') {
    say(
      `  Electron ${electron.version}, a stand-in: ${electronVersion()} could not be fetched (${lastFailure()?.why}).`,
    );
  }
};

/** The line of a program's output that says what went wrong; what follows it is where. @param {string} output */
const errorLine = (output) =>
  output
    .split('\n')
    .find((line) => /error/i.test(line))
    ?.trim() ?? lastLines(output, 1);

/** @param {(line: string) => void} onLine */
const tryOfficial = async (onLine) => {
  onLine(`fetching Electron ${electronVersion()}`);
  const script = join(root, 'scripts', 'bootstrap', 'electron-official.js');
  const result = await run('electron-official', findNode24(), [script], { onLine, timeoutMs: 15 * 60_000 });
  if (result.code === 0 && findOfficialElectron() !== null) return;
  const why = result.code === 3 ? 'its release page cannot be reached' : errorLine(result.output);
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(failureNote, `${JSON.stringify({ version: electronVersion(), at: Date.now(), why })}\n`);
};
