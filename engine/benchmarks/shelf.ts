import { join } from 'node:path';
import { EeveeError } from '../../protocol/errors.ts';
import { outcomeOf, selectionOf } from './outcome.ts';
import { type KeptRun, type Outcome, RunFiles, readRuns } from './run-files.ts';

/** What keeps something from being done with a run. */
export const runProblem = (
  code: 'resource.run-missing' | 'resource.run-busy' | 'resource.run-unfinished',
  message: string,
  remedy: string,
  id?: string,
): EeveeError =>
  new EeveeError({ code, message, remedy, ...(id === undefined ? {} : { field: 'id', value: id }) });

/** The runs that are kept in a folder. What is on the disk is the truth: a run with a result is finished. */
export class RunShelf {
  readonly #folder: string;
  readonly #runs = new Map<string, KeptRun>();
  /** Folders that look like a run and cannot be read. */
  readonly unreadable: readonly string[];

  constructor(folder: string) {
    this.#folder = folder;
    const { runs, unreadable } = readRuns(folder);
    for (const run of runs) this.#runs.set(run.id, run);
    this.unreadable = unreadable;
  }

  /** Newest first. */
  get ids(): string[] {
    return [...this.#runs.values()]
      .sort((a, b) => b.header.createdAt.localeCompare(a.header.createdAt))
      .map(({ id }) => id);
  }

  has(id: string): boolean {
    return this.#runs.has(id);
  }

  /** Throws `resource.run-missing`. */
  get(id: string): KeptRun {
    const kept = this.#runs.get(id);
    if (kept) return kept;
    throw runProblem(
      'resource.run-missing',
      `There is no benchmark run ${id}.`,
      'List them with GET /v1/benchmarks/runs.',
      id,
    );
  }

  /** Where the files of a run are, or would be. */
  filesOf(id: string): RunFiles {
    return new RunFiles(join(this.#folder, id));
  }

  /** The run whose files are there by now. Throws `resource.run-broken`. */
  add(id: string): KeptRun {
    const files = this.filesOf(id);
    const kept = this.#runs.get(id) ?? { id, header: files.header(), record: files.record() };
    this.#runs.set(id, kept);
    return kept;
  }

  /** Keeps something about a run. Throws `resource.disk-full`, `resource.folder-read-only`. */
  keep(id: string, changes: Partial<KeptRun['record']>): void {
    const kept = this.get(id);
    const record = { ...kept.record, ...changes };
    this.filesOf(id).keepRecord(record);
    kept.record = record;
  }

  /** How a finished run came out. Throws `resource.run-broken`. */
  outcome(id: string): Outcome {
    const { record } = this.get(id);
    if (record.outcome) return record.outcome;
    // The engine was gone when it ended.
    const files = this.filesOf(id);
    const outcome = outcomeOf(files.result(), files.hasFigures);
    this.keep(id, { outcome });
    return outcome;
  }

  /** Makes a run the baseline of all that play the same, or takes that back; the runs that it changed. */
  setBaseline(id: string, baseline: boolean): string[] {
    const selection = selectionOf(this.get(id).header);
    const before = [...this.#runs.values()].filter(
      (kept) => kept.record.baseline && selectionOf(kept.header) === selection,
    );
    for (const kept of before) this.keep(kept.id, { baseline: false });
    if (baseline) this.keep(id, { baseline: true });
    return [...new Set([...before.map((kept) => kept.id), id])];
  }

  /** Deletes a run with all its files; also one that never got as far as to be on the shelf. */
  remove(id: string): void {
    this.filesOf(id).remove();
    this.#runs.delete(id);
  }
}
