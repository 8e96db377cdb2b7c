import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadGame } from '../../games/catalog.ts';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import { mending } from '../../protocol/mending.ts';
import { eeveeCommand } from '../cli-command.ts';
import { freeBytesAt, openDataFolder } from '../data-folder.ts';
import { loadModelFolder } from '../perception/model-folder.ts';
import { corePathsToTry } from '../session/core-paths.ts';
import { Cores, inspectInChild } from '../session/cores.ts';
import { checkRom } from '../session/roms.ts';
import type { Settings } from '../settings.ts';
import { loadDriver } from '../store/open.ts';

/** One thing to look at. `look` says what is there, or throws a problem that says how to mend it. */
export interface Check {
  name: string;
  /** False for what only makes it nicer. */
  needed: boolean;
  look: (settings: Settings) => Promise<string> | string;
}

const fault = (message: string, remedy: string, more: Partial<Problem> = {}): EeveeError =>
  new EeveeError({ code: 'internal', message, remedy, ...more });

const leastNodeMajor = 24;

const node = (): string => {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= leastNodeMajor) return `${process.version}, Node-API ${process.versions['napi']}`;
  const { remedy, ...more } = mending({
    remedy: 'The npm scripts bring it along.',
    command: eeveeCommand('doctor'),
  });
  throw fault(`Node is ${process.version}; ${leastNodeMajor} is needed.`, remedy, more);
};

const addon = async (): Promise<string> => {
  // A file that is certainly no core: an addon that works says so, one that is missing says that.
  const inspection = await inspectInChild(import.meta.filename);
  if ('problem' in inspection && inspection.problem.code !== 'resource.core-invalid') {
    throw new EeveeError(inspection.problem);
  }
  return 'it loads';
};

const core = async ({ corePaths, dataDir }: Settings): Promise<string> => {
  const { name, version, path } = await new Cores(corePathsToTry(corePaths, join(dataDir, 'cores'))).find(
    'gbc',
  );
  return `${name} ${version} (${path})`;
};

const game = async ({ game: id }: Settings): Promise<string> => {
  const { title, romPath, romSha256 } = loadGame(id);
  const { sha256, bytes } = await checkRom(romPath);
  if (sha256 === romSha256) return `${title}, ${bytes} bytes, SHA-256 ${sha256.slice(0, 12)}…`;
  const { remedy, ...more } = mending({ remedy: 'Build it again.', command: `node games/${id}/build.js` });
  throw fault(`${romPath} is not the ROM that its memory map was made for.`, remedy, more);
};

const model = async ({ modelDir }: Settings): Promise<string> => {
  const { about, bytes } = await loadModelFolder(modelDir);
  return `${about.name}, ${bytes.length} bytes, hash right`;
};

const database = async (): Promise<string> => {
  const Driver = await loadDriver();
  const memory = new Driver(':memory:');
  const version = memory.prepare('SELECT sqlite_version()').pluck().get();
  memory.close();
  return `SQLite ${version}`;
};

const dataFolder = ({ dataDir }: Settings): string => `${openDataFolder(dataDir).root} can be written to`;

const disk = ({ dataDir }: Settings): string => {
  const gigabytes = freeBytesAt(dataDir) / 1024 ** 3;
  if (gigabytes >= 0.5) return `${gigabytes.toFixed(1)} GB free`;
  throw fault(`Only ${(gigabytes * 1024).toFixed(0)} MB are free at ${dataDir}.`, 'Free some space.', {
    code: 'resource.disk-full',
  });
};

const port = ({ port: wanted }: Settings): Promise<string> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        fault(`Port ${wanted} cannot be opened (${error.code}).`, 'Choose another one with --port.', {
          code: 'resource.port-taken',
        }),
      ),
    );
    server.listen(wanted, '127.0.0.1', () =>
      server.close(() => resolve(wanted === 0 ? 'any free one' : `${wanted} is free`)),
    );
  });

const display = (): string => {
  if (process.platform !== 'linux') return 'comes with the system';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (DISPLAY || WAYLAND_DISPLAY) return WAYLAND_DISPLAY ?? DISPLAY ?? '';
  throw fault(
    'There is no display: no window can open.',
    'Use a browser instead; "eevee play" prints the address.',
  );
};

const electron = async (): Promise<string> => {
  // Only a checkout has this folder; in the packaged app Electron is what runs us.
  const finder = join(import.meta.dirname, '..', '..', 'scripts', 'find-electron.js');
  if (process.versions['electron'] || !existsSync(finder)) return 'packaged';
  const { findElectron } = (await import(pathToFileURL(finder).href)) as {
    findElectron: () => { version: string; kind: string } | null;
  };
  const found = findElectron();
  if (found) return `${found.version} (${found.kind})`;
  throw fault('Electron is not there yet.', 'npm start fetches it; a browser works without.', {
    command: 'npm start',
  });
};

/** Everything that is looked at, in the order in which one depends on another. */
export const checks: readonly Check[] = [
  { name: 'Node', needed: true, look: node },
  { name: 'addon', needed: true, look: addon },
  { name: 'core', needed: true, look: core },
  { name: 'game', needed: true, look: game },
  { name: 'model', needed: true, look: model },
  { name: 'database', needed: true, look: database },
  { name: 'data folder', needed: true, look: dataFolder },
  { name: 'disk', needed: true, look: disk },
  { name: 'port', needed: true, look: port },
  { name: 'display', needed: false, look: display },
  { name: 'Electron', needed: false, look: electron },
];
