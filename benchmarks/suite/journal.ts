import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  type Episode,
  episodeSchema,
  type RunHeader,
  runHeaderSchema,
} from '../../protocol/benchmark-run.ts';
import { EeveeError } from '../../protocol/errors.ts';

/** Files of a run's folder. */
export const runFiles = (folder: string) => ({
  header: join(folder, 'run.json'),
  journal: join(folder, 'episodes.jsonl'),
  result: join(folder, 'result.json'),
  report: join(folder, 'report.html'),
  figures: join(folder, 'figures.json'),
  replays: join(folder, 'replays'),
});

/**
 * Every finished episode of a run, one line each. A line is on the disk before the next episode is begun to be
 * counted: whatever ends the run, what was finished is not played again.
 */
export class Journal {
  readonly #file: number;

  constructor(folder: string) {
    this.#file = openSync(runFiles(folder).journal, 'a', 0o644);
  }

  add(episode: Episode): void {
    writeSync(this.#file, `${JSON.stringify(episode)}\n`);
    fsyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Begins a run in a folder. Throws `configuration.invalid` where another run is already there. */
export const beginRun = (folder: string, header: RunHeader): void => {
  const { header: path } = runFiles(folder);
  if (existsSync(path))
    throw new EeveeError({
      code: 'configuration.invalid',
      message: `${folder} already holds a run.`,
      remedy: 'Go on with it with --resume, or choose another folder with --out.',
      field: 'out',
      value: folder,
    });
  writeFileSync(path, `${JSON.stringify(header, null, 2)}\n`);
};

/**
 * An interrupted run: how it began, and the episodes that it finished. A last line without its end is cut off:
 * that episode is played again. Throws `configuration.invalid` for anything else that cannot be read.
 */
export const readRun = (folder: string): { header: RunHeader; episodes: Episode[] } => {
  const files = runFiles(folder);
  const header = parsed(files.header, () =>
    runHeaderSchema.parse(JSON.parse(readFileSync(files.header, 'utf8'))),
  );
  if (!existsSync(files.journal)) return { header, episodes: [] };
  const text = readFileSync(files.journal, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(files.journal, Buffer.byteLength(whole));
  const episodes = whole
    .split('\n')
    .filter(Boolean)
    .map((line, index) =>
      parsed(`${files.journal}, line ${index + 1},`, () => episodeSchema.parse(JSON.parse(line))),
    );
  return { header, episodes };
};

const parsed = <Value>(what: string, read: () => Value): Value => {
  try {
    return read();
  } catch (cause) {
    throw new EeveeError(
      {
        code: 'configuration.invalid',
        message: `${what} cannot be understood as part of a run.`,
        remedy: 'Start a new run.',
        field: 'resume',
      },
      { cause },
    );
  }
};

/** The newest run below a folder that has no result yet. Throws `configuration.invalid` where there is none. */
export const newestUnfinished = (root: string): string => {
  const found = (existsSync(root) ? readdirSync(root) : [])
    .map((name) => join(root, name))
    .filter((folder) => existsSync(runFiles(folder).header) && !existsSync(runFiles(folder).result))
    .sort()
    .at(-1);
  if (found) return found;
  throw new EeveeError({
    code: 'configuration.invalid',
    message: `No run in ${root} waits to be resumed.`,
    remedy: 'Name its folder with --out, or start a new run.',
    field: 'resume',
  });
};
