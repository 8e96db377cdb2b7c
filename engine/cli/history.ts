import { copyFileSync, createWriteStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { backupNameSchema } from '../../protocol/backups.ts';
import { EeveeError } from '../../protocol/errors.ts';
import type { HistoryPage } from '../../protocol/history.ts';
import { exportFormats } from '../../protocol/history-words.ts';
import { EngineClient } from '../api/client.ts';
import { writeProblem } from '../data-folder.ts';
import { type Engine, startEngine } from '../engine.ts';
import type { SettingName } from '../settings.ts';
import { say } from './print.ts';
import { addSettingOptions, settingsOf } from './setting-options.ts';

const settings: SettingName[] = ['dataDir'];
type Options = Partial<Record<SettingName, unknown>>;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * Runs an engine for as long as `work` takes, so that these commands go the way that the page goes; a data folder
 * that another engine holds is refused as ever (`resource.folder-in-use`). It looks at no hardware.
 */
const withEngine = async (options: Options, work: (engine: Engine) => Promise<void>): Promise<void> => {
  const engine = await startEngine(settingsOf(options, { logLevel: 'error', tier: 'mid' }));
  try {
    await work(engine);
  } finally {
    await engine.close();
  }
};

/** Does something with a file of the user's. Throws what its disk says as a problem. */
const withFile = async (path: string, work: () => unknown): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const problem = writeProblem(error, path);
    throw problem ? new EeveeError(problem, { cause: error }) : error;
  }
};

/** `eevee backup`: a copy of the history that `eevee restore` takes. */
export const addBackup = (program: Command): void => {
  const command = program
    .command('backup')
    .description(
      'Back up the history: sessions, figures, decisions, library. States and replays are files already.',
    )
    .option('--list', 'list the backups instead')
    .option('--to <file>', 'copy the backup to this file as well');
  addSettingOptions(command, settings).action((options: Options & { list?: true; to?: string }) =>
    withEngine(options, async ({ backups }) => {
      if (options.list) {
        for (const { name, bytes } of backups.list()) say(`${name}  ${megabytes(bytes)}`);
        return;
      }
      const { name, bytes } = await backups.make('manual');
      const path = backups.path(name);
      const { to } = options;
      if (to !== undefined) await withFile(to, () => copyFileSync(path, to));
      say(`Backed up: ${path} (${megabytes(bytes)})`);
      if (to !== undefined) say(`Copied to: ${to}`);
    }),
  );
};

/** `eevee restore`: puts a backup in the place of the history. */
export const addRestore = (program: Command): void => {
  const command = program
    .command('restore')
    .description('Put a backup in the place of the history; what is there now is backed up first.')
    .argument('<backup>', 'name of a backup (eevee backup --list), or a file');
  addSettingOptions(command, settings).action((backup: string, options: Options) =>
    withEngine(options, async ({ backups }) => {
      const named = backupNameSchema.safeParse(backup).success && !existsSync(backup);
      if (!named && !existsSync(backup)) {
        throw new EeveeError({
          code: 'resource.backup-missing',
          message: `There is no backup and no file ${backup}.`,
          remedy: 'List the backups with eevee backup --list.',
          field: 'backup',
          value: backup,
        });
      }
      const before = named ? (await backups.restore(backup)).before : await backups.restoreFile(backup);
      say(`Restored: ${backup}`);
      say(`To go back: eevee restore ${before.name}`);
    }),
  );
};

/** `eevee export`: a session, or the sessions of a range, as a file. */
export const addExport = (program: Command): void => {
  const command = program
    .command('export')
    .description('Write a session’s history as a file that other programs open, or a table of all sessions.')
    .argument('[session]', 'id of a session, or "last"; without it: all sessions')
    .addOption(
      new Option('--format <format>', 'capframex and mangohud hold every frame')
        .choices(exportFormats)
        .default('csv'),
    )
    .option('--from <moment>', 'all sessions: from this day or time on')
    .option('--to <moment>', 'all sessions: up to this day or time')
    .requiredOption('--out <file>', 'where it goes; "-" prints it');
  addSettingOptions(command, settings).action(
    (session: string | undefined, options: Options & ExportOptions) =>
      withEngine(options, async (engine) => {
        const answer = await fetch(
          `${engine.url}${await exportPath(new EngineClient(engine), session, options)}`,
          {
            headers: { authorization: `Bearer ${engine.token}` },
          },
        );
        if (!answer.ok) throw new EeveeError(await answer.json());
        const body = Readable.fromWeb(answer.body as never);
        if (options.out === '-') {
          for await (const piece of body) process.stdout.write(piece);
          return;
        }
        await withFile(options.out, () => pipeline(body, createWriteStream(options.out)));
        say(`Written: ${options.out}`);
      }),
  );
};

interface ExportOptions {
  format: string;
  from?: string;
  to?: string;
  out: string;
}

const exportPath = async (
  client: EngineClient,
  session: string | undefined,
  { format, from, to }: ExportOptions,
): Promise<string> => {
  if (session !== undefined) {
    const id = session === 'last' ? await newest(client) : session;
    return `/v1/history/sessions/${encodeURIComponent(id)}/export?format=${format}`;
  }
  const query = new URLSearchParams({ format, ...(from ? { from } : {}), ...(to ? { to } : {}) });
  return `/v1/history/export?${query}`;
};

const newest = async (client: EngineClient): Promise<string> => {
  const { sessions } = await client.request<HistoryPage>('GET', '/v1/history/sessions?limit=1');
  const [last] = sessions;
  if (last) return last.session.id;
  throw new EeveeError({
    code: 'session.not-found',
    message: 'Nothing was played yet.',
    remedy: 'Play something first: eevee play.',
  });
};
