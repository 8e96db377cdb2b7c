import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';
import type { Logger } from '../log.ts';
import type { Platform } from '../platform/platform.ts';
import type { Supervisor } from '../session/supervisor.ts';
import { type Settings, settingNames } from '../settings.ts';
import type { Store } from '../store/store.ts';
import { Outbox } from './outbox.ts';
import { secretsOfThisComputer } from './scrub/secrets.ts';

interface Engine {
  supervisor: Supervisor;
  store: Store;
  platform: Platform;
  settings: Settings;
  data: DataFolder;
  token: string;
  logger: Logger;
}

/** The program's own folder: below it lies nothing of the user's. */
const appFolder = join(import.meta.dirname, '..', '..');

/** The engine's outbox, with what it needs of the engine. Items that wait are sent from now on. */
export const openOutbox = ({ supervisor, store, platform, settings, data, token, logger }: Engine): Outbox =>
  new Outbox({
    table: store.feedback,
    folder: data.outbox,
    sources: {
      ...{ supervisor, store, platform },
      settings: () => Object.fromEntries(settingNames.map((name) => [name, settings[name]])),
      log: data.log,
      sessions: data.sessions,
    },
    secrets: secretsOfThisComputer({
      folders: [data.root, settings.modelDir, settings.pageDir, ...settings.corePaths],
      tokens: [token],
      app: appFolder,
    }),
    hubUrl: () => settings.hubUrl,
    log: (message, facts) => logger.info(facts, message),
  });
