import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../bootstrap/paths.js';
import { findElectron } from '../find-electron.js';
import { chooseEngineHost, nodeOf } from './engine-host.js';
import { setFuses } from './fuses.js';
import { bundledPackages, licencesText } from './licences.js';
import { copyPackages, readLock, runtimePackages } from './modules.js';
import { writeRuntime } from './runtime-files.js';
import { tidy } from './tidy.js';

const shellBundle = join(root, 'dist', 'electron');
const pageBundle = join(root, 'dist', 'renderer');

/** Maps stay at home: they are three quarters of the page, and hold the sources. @param {string} file */
const isMap = (file) => file.endsWith('.map');

/**
 * What of Electron's folder comes along. The page speaks English, so other languages of Chromium's own few
 * words stay at home; the stand-in brings a start-up image of another application, which its fuse turns off.
 * @param {string} file path inside Electron's folder
 */
const ofElectron = (file) =>
  !/^(resources$|resources\/|version$|stand-in\.json$|browser_v8_context_snapshot\.bin$|LICENSE$)/.test(
    file,
  ) && !/^locales\/(?!en-US\.pak)/.test(file);

/** @param {string} folder @param {string} from */
const copyElectron = (folder, from) => {
  cpSync(from, folder, {
    recursive: true,
    filter: (source) => source === from || ofElectron(source.slice(from.length + 1).replaceAll('\\', '/')),
  });
};

/** Shell and page as Electron's archive. @param {string} folder @param {string} workFolder */
const writeArchive = async (folder, workFolder) => {
  const { createPackage } = await import('@electron/asar');
  const staged = join(workFolder, 'app');
  mkdirSync(staged, { recursive: true });
  for (const [from, to] of [
    [shellBundle, staged],
    [pageBundle, join(staged, 'renderer')],
  ])
    cpSync(/** @type {string} */ (from), /** @type {string} */ (to), {
      recursive: true,
      filter: (file) => !isMap(file),
    });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  await createPackage(staged, join(folder, 'resources', 'app.asar'));
};

/** The npm package that a Node 24 for this machine comes from. */
const nodePackage = () => join(root, 'node_modules', `node-${process.platform}-${process.arch}`);

/** @param {string} runtime */
const copyNode = (runtime) => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const from = join(nodePackage(), 'bin', name);
  if (!existsSync(from))
    throw new Error(`The package needs a Node 24 of its own, and ${basename(nodePackage())} is not there.`);
  mkdirSync(join(runtime, 'bin'), { recursive: true });
  copyFileSync(from, join(runtime, 'bin', name));
  chmodSync(join(runtime, 'bin', name), 0o755);
};

/**
 * The application as a folder that needs nothing but the system's libraries and a libretro core. The bundles
 * (`dist/`), the addon and the ROMs have to be built.
 *
 * @param {{ folder: string, seconds: number }} options `folder`: replaced; `seconds`: the time of its files
 * @returns {Promise<{ folder: string, electron: import('../find-electron.js').Electron,
 *   host: import('./engine-host.js').EngineHost, fuses: Record<string, boolean> }>}
 */
export const writeUnpacked = async ({ folder, seconds }) => {
  const electron = findElectron();
  if (!electron) throw new Error('There is no Electron here. Run: npm start');
  const host = chooseEngineHost(nodeOf(electron.path));
  const electronFolder = dirname(electron.path);
  const workFolder = `${folder}.work`;
  for (const old of [folder, workFolder]) rmSync(old, { recursive: true, force: true });

  copyElectron(folder, electronFolder);
  const program = join(folder, 'eevee');
  cpSync(join(folder, basename(electron.path)), program);
  rmSync(join(folder, basename(electron.path)));
  const fuses = await setFuses(program, host);
  await writeArchive(folder, workFolder);
  rmSync(workFolder, { recursive: true });

  const runtime = join(folder, 'resources', 'runtime');
  const packages = runtimePackages(readLock(), await writeRuntime(runtime));
  copyPackages(packages, runtime, `${process.platform}-${process.arch}`);
  // Once more beside the archive: the engine serves the page to browsers, and reads no archive.
  cpSync(pageBundle, join(runtime, 'dist', 'renderer'), { recursive: true, filter: (file) => !isMap(file) });
  if (host === 'node') copyNode(runtime);

  mkdirSync(join(folder, 'bin'));
  copyFileSync(join(import.meta.dirname, 'eevee.sh'), join(folder, 'bin', 'eevee'));
  chmodSync(join(folder, 'bin', 'eevee'), 0o755);
  const bundled = [...bundledPackages(pageBundle), ...bundledPackages(shellBundle)];
  const licences = licencesText({
    packages: [...packages, ...bundled],
    electron: `Electron ${electron.version}`,
    electronFolder,
    nodeFolder: host === 'node' ? nodePackage() : null,
  });
  writeFileSync(join(folder, 'LICENSES.txt'), licences);
  tidy(folder, seconds);
  return { folder, electron, host, fuses };
};
