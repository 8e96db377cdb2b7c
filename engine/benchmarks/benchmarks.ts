import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type {
  BenchmarkComparison,
  BenchmarkDetail,
  BenchmarkEpisode,
  BenchmarkRun,
  StartBenchmark,
} from '../../protocol/benchmarks.ts';
import { Background, type BenchmarkSurroundings, type Standing } from './background.ts';
import { requirePlayable, requireRunner, seedsOf } from './catalog.ts';
import { importedRun } from './import.ts';
import { outcomeOf, selectionOf, shownEpisode } from './outcome.ts';
import type { KeptRun, RunFiles } from './run-files.ts';
import { askRunner } from './runner.ts';
import { RunShelf, runProblem } from './shelf.ts';
import { interruptions } from './words.ts';

const idAlphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
const newId = (): string => Array.from({ length: 12 }, () => idAlphabet[randomInt(36)]).join('');

/**
 * The benchmark runs of this data folder: played one at a time in the background, kept until somebody deletes them.
 * What is on the disk is the truth (a run with a result is finished), so that nothing has to be put right after a
 * crash; what was finished of an interrupted run is never played again.
 */
export class Benchmarks {
  readonly #around: BenchmarkSurroundings;
  readonly #shelf: RunShelf;
  readonly #background: Background;
  /** What was found out about interrupted runs since this engine began. */
  readonly #described = new Map<string, Standing>();

  constructor(around: BenchmarkSurroundings) {
    this.#around = around;
    this.#shelf = new RunShelf(join(around.folder, 'runs'));
    for (const folder of this.#shelf.unreadable)
      around.tell({
        level: 'warning',
        message: `The benchmark run in ${folder} cannot be read and is left out.`,
        remedy: 'Delete its folder if you do not need it.',
      });
    this.#background = new Background(around, this.#shelf, this.#cache, (id) => this.#told(id));
  }

  /** Process id of the suite while a run is played. */
  get pid(): number | undefined {
    return this.#background.pid;
  }

  /**
   * Starts a run; resolves when it has begun. Throws `configuration.invalid`, `resource.run-busy` while another is
   * played, `resource.benchmarks-missing`, and what keeps a game from being played (`resource.*`).
   */
  async start(asked: StartBenchmark): Promise<BenchmarkRun> {
    const game = requirePlayable(asked, this.#around.settings);
    const id = newId();
    const jobs = asked.jobs ?? null;
    const { kinds, scenarios, player, clock } = asked;
    return this.#play(id, clock, jobs, {
      resume: false,
      game: game.id,
      ...(kinds ? { kinds } : {}),
      ...(scenarios ? { scenarios } : {}),
      ...{ seeds: seedsOf(asked), player, clock },
    });
  }

  /** Goes on with an interrupted run. Throws as {@link start}, and `configuration.invalid` on another build. */
  async resume(id: string): Promise<BenchmarkRun> {
    const { header, record } = this.#shelf.get(id);
    if (this.#stateOf(id) === 'finished')
      throw runProblem(
        'resource.run-busy',
        'This run is finished: there is nothing to go on with.',
        'Start a new one.',
        id,
      );
    return this.#play(id, header.identity.clock, record.jobs, { resume: true });
  }

  /** Stops a run that is being played; what it has finished is kept. Throws `resource.run-unfinished`. */
  async cancel(id: string): Promise<BenchmarkRun> {
    this.#shelf.get(id);
    await this.#background.cancel(id);
    return this.get(id);
  }

  /** Newest first. */
  async list(): Promise<BenchmarkRun[]> {
    const runs: BenchmarkRun[] = [];
    for (const id of this.#shelf.ids) runs.push(await this.get(id));
    return runs;
  }

  /** Throws `resource.run-missing`. */
  async get(id: string): Promise<BenchmarkRun> {
    const kept = this.#shelf.get(id);
    const { header, record } = kept;
    const { identity } = header;
    const state = this.#stateOf(id);
    const outcome = state === 'finished' ? this.#shelf.outcome(id) : null;
    const { progress } = outcome ?? (await this.#howFar(kept));
    return {
      ...{ id, state, progress, createdAt: header.createdAt },
      ...{ game: identity.game, player: identity.player, clock: identity.clock, seeds: identity.seeds },
      kinds: [...new Set(identity.scenarios.map(({ kind }) => kind))],
      scenarios: identity.scenarios.length,
      selection: selectionOf(header),
      interruption: state === 'interrupted' ? (record.interruption ?? interruptions.engineEnded) : null,
      finishedAt: outcome?.finishedAt ?? null,
      stopped: outcome?.stopped ?? null,
      result: outcome?.result ?? null,
      comparable: outcome?.comparable ?? false,
      ...{ baseline: record.baseline, imported: record.imported },
      notes: state === 'running' ? [...record.notes, ...this.#background.notes(kept)] : record.notes,
    };
  }

  /** A run with all its figures. Throws `resource.run-missing`, `resource.run-broken`. */
  async detail(id: string): Promise<BenchmarkDetail> {
    const kept = this.#shelf.get(id);
    const run = await this.get(id);
    const { identity, machine, versions } = kept.header;
    const common = { ...run, identity, machine, versions, folder: this.files(id).folder };
    if (run.state !== 'finished')
      return { ...common, rows: (await this.#standing(kept)).rows, gate: null, wallMs: null };
    const { total, kinds, scenarios, gate, wallMs } = this.files(id).result();
    return { ...common, rows: { total, kinds, scenarios }, gate, wallMs };
  }

  /** Episodes that are over. Throws `resource.run-missing`, `resource.run-broken`. */
  episodes(id: string): BenchmarkEpisode[] {
    const files = this.files(id);
    const pathOf = (replay: string): string | null => {
      const path = resolve(files.folder, replay);
      return path.startsWith(`${files.folder}/`) && existsSync(path) ? path : null;
    };
    return files.episodes().map((episode) => shownEpisode(episode, pathOf));
  }

  /** Its files. Throws `resource.run-missing`. */
  files(id: string): RunFiles {
    return this.#shelf.filesOf(this.#shelf.get(id).id);
  }

  /** Its files, once it is finished. Throws `resource.run-missing`, `resource.run-unfinished`. */
  finished(id: string): RunFiles {
    const files = this.files(id);
    if (this.#stateOf(id) === 'finished') return files;
    throw runProblem(
      'resource.run-unfinished',
      'This run is not finished yet.',
      'Wait for it, or resume it.',
      id,
    );
  }

  /** Deletes a run and its replays for good. Throws `resource.run-busy` while it is played. */
  remove(id: string): void {
    this.#shelf.get(id);
    if (this.#background.live(id))
      throw runProblem(
        'resource.run-busy',
        'This run is being played.',
        'Stop it first; then it can be deleted.',
        id,
      );
    this.#shelf.remove(id);
    this.#described.delete(id);
    this.#around.hub.emit('benchmark', id, null);
  }

  /** Makes a run the baseline of all that play the same, or takes that back. Throws `resource.run-unfinished`. */
  async setBaseline(id: string, baseline: boolean): Promise<BenchmarkRun> {
    this.finished(id);
    for (const changed of this.#shelf.setBaseline(id, baseline)) this.#told(changed);
    return this.get(id);
  }

  /** Takes in the text of the `result.json` of a run that was made elsewhere. Throws `resource.run-broken`. */
  async import(content: string, name: string): Promise<BenchmarkRun> {
    const id = newId();
    const { settings } = this.#around;
    requireRunner(settings);
    const result = importedRun(content, name);
    const files = this.#shelf.filesOf(id);
    try {
      files.putImported(result);
      const request = { type: 'complete', folder: files.folder } as const;
      const { comparable } = await askRunner(settings, this.#cache, request, 'completed');
      this.#shelf.add(id);
      this.#keep(id, { imported: true, outcome: outcomeOf(result, comparable) });
    } catch (error) {
      this.#shelf.remove(id);
      throw error;
    }
    return this.get(id);
  }

  /**
   * Compares a run with another, figure by figure. Throws `resource.run-unfinished`, `resource.run-broken` where one
   * has no figures, `resource.baseline-foreign` where the two did not play the same.
   */
  async compare(run: string, baseline: string): Promise<BenchmarkComparison> {
    const [before, after] = [baseline, run].map((id) => {
      const files = this.finished(id);
      if (files.hasFigures) return files.figures;
      throw runProblem(
        'resource.run-unfinished',
        'This run has no figures to compare: nothing was played, or its scenarios have changed since.',
        'Choose another run.',
        id,
      );
    });
    const request = { type: 'compare', baseline: before!, run: after! } as const;
    const { comparison } = await askRunner(this.#around.settings, this.#cache, request, 'compared');
    return { run, baseline, ...comparison };
  }

  /** Stops what is being played; it can be resumed. */
  async close(): Promise<void> {
    await this.#background.close();
  }

  get #cache(): string {
    return join(this.#around.folder, 'cache');
  }

  #stateOf(id: string): BenchmarkRun['state'] {
    if (this.#background.live(id)) return 'running';
    return this.#shelf.filesOf(id).isFinished ? 'finished' : 'interrupted';
  }

  #keep(id: string, changes: Partial<KeptRun['record']>): void {
    this.#shelf.keep(id, changes);
    this.#told(id);
  }

  #told(id: string): void {
    void this.get(id)
      .then((run) => this.#around.hub.emit('benchmark', id, run))
      .catch(() => {});
  }

  /** How far a run is that is not finished; what is written down of it is quicker than to look. */
  async #howFar(kept: KeptRun): Promise<Pick<Standing, 'progress'>> {
    const { progress } = kept.record;
    return progress && !this.#background.live(kept.id) ? { progress } : this.#standing(kept);
  }

  /** The same with its figures. */
  async #standing({ id, header }: KeptRun): Promise<Standing> {
    const live = this.#background.live(id);
    if (live?.progress) return { progress: live.progress, rows: live.rows };
    const known = this.#background.left(id) ?? this.#described.get(id);
    if (known) return known;
    const none = { all: 0, done: 0, successes: 0, failures: 0, errors: 0, kinds: [] };
    const nothing = { progress: { ...none, jobs: header.jobs, perSecond: 0, leftMs: null }, rows: null };
    const request = { type: 'describe', folder: this.files(id).folder } as const;
    const { progress, rows } = await askRunner(
      this.#around.settings,
      this.#cache,
      request,
      'described',
    ).catch(() => nothing);
    const described = { progress, rows };
    this.#described.set(id, described);
    return described;
  }

  async #play(...how: Parameters<Background['play']>): Promise<BenchmarkRun> {
    const [id] = how;
    this.#described.delete(id);
    await this.#background.play(...how);
    return this.get(id);
  }
}
