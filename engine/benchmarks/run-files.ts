import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Episode,
  episodeSchema,
  type RunHeader,
  type RunResult,
  runHeaderSchema,
  runResultSchema,
} from '../../protocol/benchmark-run.ts';
import { benchmarkProgressSchema, benchmarkRunSchema, runIdSchema } from '../../protocol/benchmarks.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { replaceFile } from '../replace-file.ts';

/** What the engine keeps of a run beside what the suite wrote. */
const recordSchema = z.object({
  imported: z.boolean().default(false),
  baseline: z.boolean().default(false),
  /** As asked for; null: as many as the computer can take. */
  jobs: z.int().nullable().default(null),
  notes: z.array(z.string()).default([]),
  /** Why it was last interrupted; null: the engine had no time to say. */
  interruption: z.object({ message: z.string(), remedy: z.string() }).nullable().default(null),
  /** How far it was when it was interrupted; null: it went on since, or the engine had no time to say. */
  progress: benchmarkProgressSchema.nullable().default(null),
  /** Of its result, so that lists need not read it. */
  outcome: z
    .object({
      finishedAt: z.iso.datetime(),
      stopped: z.string().nullable(),
      progress: benchmarkProgressSchema,
      result: benchmarkRunSchema.shape.result,
      comparable: z.boolean(),
    })
    .nullable()
    .default(null),
});
export type RunRecord = z.infer<typeof recordSchema>;
export type Outcome = NonNullable<RunRecord['outcome']>;

/** A run as it lies on the disk. */
export interface KeptRun {
  id: string;
  header: RunHeader;
  record: RunRecord;
}

const broken = (path: string, cause: unknown): EeveeError =>
  new EeveeError(
    {
      code: 'resource.run-broken',
      message: `${path} cannot be understood as part of a benchmark run.`,
      remedy: 'Delete the run, and play it again.',
      value: path,
    },
    { cause },
  );

const readJson = <Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> => {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw broken(path, cause);
  }
};

/** The folder of one run: files of the suite (docs/benchmarks.md), and `record.json`, which is ours. */
export class RunFiles {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  #path(name: string): string {
    return join(this.folder, name);
  }

  get figures(): string {
    return this.#path('figures.json');
  }

  get isFinished(): boolean {
    return existsSync(this.#path('result.json'));
  }

  get hasFigures(): boolean {
    return existsSync(this.figures);
  }

  /** Throws `resource.run-broken`. */
  header(): RunHeader {
    return readJson(this.#path('run.json'), runHeaderSchema);
  }

  /** A record that is missing or broken is an empty one: nothing in it cannot be found out again. */
  record(): RunRecord {
    try {
      return readJson(this.#path('record.json'), recordSchema);
    } catch {
      return recordSchema.parse({});
    }
  }

  /** Throws `resource.disk-full`, `resource.folder-read-only`. */
  keepRecord(record: RunRecord): void {
    replaceFile(this.#path('record.json'), `${JSON.stringify(record)}\n`);
  }

  /** Throws `resource.run-broken`. */
  result(): RunResult {
    return readJson(this.#path('result.json'), runResultSchema);
  }

  /** The result, byte by byte as the suite wrote it. Throws `resource.run-broken`. */
  resultText(): string {
    return this.#text('result.json');
  }

  /** Throws `resource.run-broken`. */
  report(): string {
    return this.#text('report.html');
  }

  /** Episodes that are over, also of a run that is being played: whole lines only. Throws `resource.run-broken`. */
  episodes(): Episode[] {
    const path = this.#path('episodes.jsonl');
    if (!existsSync(path)) return this.isFinished ? this.result().episodes : [];
    const text = readFileSync(path, 'utf8');
    const lines = text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean);
    try {
      return lines.map((line) => episodeSchema.parse(JSON.parse(line)));
    } catch (cause) {
      throw broken(path, cause);
    }
  }

  /** Begins a folder with a result that came from elsewhere. */
  putImported(result: RunResult): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    replaceFile(this.#path('run.json'), `${JSON.stringify(runHeaderSchema.parse(result), null, 2)}\n`);
    replaceFile(this.#path('result.json'), `${JSON.stringify(result, null, 1)}\n`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #text(name: string): string {
    try {
      return readFileSync(this.#path(name), 'utf8');
    } catch (cause) {
      throw broken(this.#path(name), cause);
    }
  }
}

/** Every run below a folder whose beginning can be read, and the folders where it cannot. */
export const readRuns = (root: string): { runs: KeptRun[]; unreadable: string[] } => {
  const runs: KeptRun[] = [];
  const unreadable: string[] = [];
  for (const id of existsSync(root) ? readdirSync(root) : []) {
    if (!runIdSchema.safeParse(id).success) continue;
    const files = new RunFiles(join(root, id));
    try {
      runs.push({ id, header: files.header(), record: files.record() });
    } catch {
      unreadable.push(files.folder);
    }
  }
  return { runs, unreadable };
};
