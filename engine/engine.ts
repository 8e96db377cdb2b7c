import { EeveeError } from '../protocol/errors.ts';
import { newToken } from './api/access.ts';
import { type Api, buildApi } from './api/server.ts';
import { BackupFiles } from './backup/backup-files.ts';
import { Backups } from './backup/backups.ts';
import { Keeper } from './backup/keeper.ts';
import { Benchmarks } from './benchmarks/benchmarks.ts';
import { Cases } from './cases/cases.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { EngineHub } from './events.ts';
import { openOutbox } from './feedback/open.ts';
import { History } from './history/history.ts';
import { Meter } from './history/meter.ts';
import { openLibrary } from './library/open.ts';
import { type Logger, openLog } from './log.ts';
import { Notices } from './notices.ts';
import { Governor } from './platform/governor/governor.ts';
import { machineLoad } from './platform/governor/machine-load.ts';
import { Platform } from './platform/platform.ts';
import { PowerWatch } from './platform/power-watch.ts';
import { tuningOf } from './platform/tier/tuning.ts';
import { corePathsToTry } from './session/core-paths.ts';
import { Cores } from './session/cores.ts';
import { SessionPurge } from './session/purge.ts';
import { Supervisor } from './session/supervisor.ts';
import { SettingsBoard } from './settings/board.ts';
import { type GivenSettings, withDefaults } from './settings/given.ts';
import type { Settings } from './settings.ts';
import { Store } from './store/store.ts';

/** The only address that the engine ever binds to. */
const loopback = '127.0.0.1';

/** A running engine. */
export interface Engine {
  /** `http://127.0.0.1:port` */
  url: string;
  port: number;
  token: string;
  /** The page with its token in the fragment, which browsers do not send to anybody. */
  pageUrl: string;
  settings: Settings;
  data: DataFolder;
  hub: EngineHub;
  backups: Backups;
  notices: Notices;
  logger: Logger;
  /** Process id of a live session's process. Throws `session.not-found`, `session.ended`. */
  sessionPid(id: string): number | undefined;
  /** Process id of the benchmark suite while a run is played. */
  benchmarkPid(): number | undefined;
  /** Ends the sessions in order, then everything else. */
  close(): Promise<void>;
}

/**
 * Starts the engine: data folder, log, store, sessions, API. Throws `resource.folder-read-only`,
 * `resource.folder-in-use`, `resource.disk-full`, `resource.port-taken` or `configuration.invalid`, with
 * nothing left open.
 */
export const startEngine = async (given: GivenSettings): Promise<Engine> => {
  const token = newToken();
  const launch = withDefaults(given);
  const data = openDataFolder(launch.dataDir);
  const log = openLog({ path: data.log, level: launch.logLevel, secrets: [token] });
  const hub = new EngineHub();
  const notices = new Notices(hub, log.logger);
  const opened: (() => unknown)[] = [() => log.close()];
  // What ends the engine unforeseen is in the log, too; session processes save themselves when it is gone.
  const lastWords = (error: Error): void =>
    log.logger.fatal({ err: error }, 'the engine ends: unexpected error');
  process.on('uncaughtExceptionMonitor', lastWords);
  opened.push(() => process.off('uncaughtExceptionMonitor', lastWords));
  const closeAll = async (): Promise<void> => {
    // The last opened first; taken out one by one, so that closing twice is closing once.
    for (let close = opened.pop(); close; close = opened.pop()) await close();
  };
  try {
    const store = await Store.open(
      data.database,
      (notice) => notices.tell(notice),
      new BackupFiles(data.backups),
    );
    for (const notice of notices.list()) store.addNotice(notice);
    hub.on('notice', (notice) => store.addNotice(notice));
    opened.push(() => store.close());

    const tell = notices.tell.bind(notices);
    // After the store, which makes sure that no other engine has this folder.
    const board = new SettingsBoard(given, data.settings, tell);
    const settings = board.inForce;
    const followLogLevel = (): void => {
      log.logger.level = settings.logLevel;
    };
    followLogLevel();
    board.on('logLevel', followLogLevel);
    const { modelDir, tier } = settings;
    const platform = new Platform({ store, tell, modelDir, tier, onTier: () => governor.retune() });
    const governor = new Governor({
      tuning: () => tuningOf(platform.tier),
      apply: (tuning) => supervisor.tune(tuning),
      keep: (step) => {
        store.addGovernorStep(step);
        log.logger.info({ from: step.from, to: step.to }, `Governor: ${step.message}`);
      },
      busy: machineLoad(),
    });
    opened.push(() => platform.close());
    const power = new PowerWatch(() => {
      // A computer that nobody has looked at has no tier that could follow.
      if (platform.measured.state !== 'unmeasured') void platform.lookAgain();
    });
    opened.push(() => power.close());
    const meter = new Meter();
    opened.push(() => meter.close());
    const around = { meter, hub, store, tell, tuning: () => governor.tuning, pace: governor, settings };
    const supervisor = new Supervisor(
      around,
      new Cores(corePathsToTry(settings.corePaths, data.cores)),
      data,
      settings,
    );
    opened.push(() => supervisor.close());
    const purge = new SessionPurge(store, data, log.logger);
    opened.push(() => purge.close());

    const { library, art } = await openLibrary(store, data, hub, supervisor);
    const benchmarks = new Benchmarks({
      ...{ folder: data.benchmarks, settings, hub, tell },
      playing: () => supervisor.playing,
    });
    opened.push(() => benchmarks.close());

    const outbox = openOutbox({ supervisor, store, platform, settings, data, token, logger: log.logger });
    opened.push(() => outbox.close());
    board.on('hubUrl', () => outbox.stir());

    const backups = new Backups({
      ...{ store, folder: data.backups },
      kept: () => settings.backupsKept,
      running: () => supervisor.running,
      restored: () => supervisor.startOver(),
    });
    const keeper = new Keeper(store, backups, settings, tell);
    opened.push(() => keeper.close());

    const served = {
      ...{ backups, keeper },
      ...{ library, art, benchmarks },
      ...{ supervisor, store, hub, notices, platform, governor, token },
      cases: new Cases({ data, store, supervisor, settings }),
      history: new History(store),
      settings: board,
      data,
      outbox,
      ...{ logger: log.logger, pageDir: settings.pageDir },
    };
    const api = await buildApi(served);
    opened.push(() => api.close());
    const port = await listen(api, settings.port);
    const url = `http://${loopback}:${port}`;
    log.logger.info({ port, dataDir: data.root }, 'The engine is ready');
    if (tier === 'auto') void platform.examine();
    return {
      url,
      port,
      token,
      pageUrl: `${url}/#token=${token}`,
      settings,
      data,
      hub,
      backups,
      notices,
      logger: log.logger,
      sessionPid: (id) => supervisor.live(id).pid,
      benchmarkPid: () => benchmarks.pid,
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
};

const listen = async (api: Api, port: number): Promise<number> => {
  try {
    await api.listen({
      host: loopback,
      port,
      listenTextResolver: (address) => `The engine listens at ${address}`,
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const why = code === 'EACCES' ? 'may not be opened by this user' : 'is taken by another program';
    throw new EeveeError({
      code: 'resource.port-taken',
      message: `Port ${port} ${why}.`,
      remedy: 'Choose another one with --port, or 0 for any free one.',
      field: 'port',
      value: port,
    });
  }
  const address = api.server.address();
  return typeof address === 'object' && address ? address.port : port;
};
