import type { ToRunner } from '../../protocol/benchmark-runner.ts';
import type { BenchmarkDetail, BenchmarkRun } from '../../protocol/benchmarks.ts';
import type { EngineHub } from '../events.ts';
import type { NoticeText } from '../notices.ts';
import { problemFrom } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { LiveRun, type PlayEnd } from './live-run.ts';
import { disturbedNote, nicenessOf, paceOf } from './pace.ts';
import type { KeptRun } from './run-files.ts';
import { type RunShelf, runProblem } from './shelf.ts';
import { endWords, interruptions } from './words.ts';

/** What the benchmarks need of the rest of the engine. */
export interface BenchmarkSurroundings {
  folder: string;
  settings: Settings;
  hub: EngineHub;
  tell: (notice: NoticeText) => void;
  /** Sessions that somebody watches in real time right now. */
  playing: () => number;
}

/** How far a run is, with its figures so far. */
export type Standing = Pick<BenchmarkDetail, 'progress' | 'rows'>;

/** How the newest run ended is what counts: it takes the place of what was told of the one before. */
const aboutRun = (id: string): Pick<NoticeText, 'topic' | 'about'> => ({
  topic: 'benchmark ended',
  about: { kind: 'benchmark', id },
});

/** Time that a run may take to end when it is stopped. */
const patienceMs = 10_000;

/** Plays one run at a time beside everything else, and gives way to sessions that somebody watches. */
export class Background {
  readonly #around: BenchmarkSurroundings;
  readonly #shelf: RunShelf;
  readonly #cache: string;
  readonly #changed: (id: string) => void;
  /** How far runs were when they stopped. */
  readonly #left = new Map<string, Standing>();
  #live: { id: string; run: LiveRun } | null = null;
  #starting = false;
  #closed = false;

  /** `changed`: a run began, came on or ended. */
  constructor(around: BenchmarkSurroundings, shelf: RunShelf, cache: string, changed: (id: string) => void) {
    this.#around = around;
    this.#shelf = shelf;
    this.#cache = cache;
    this.#changed = changed;
    around.hub.on('session', this.#paceAnew);
  }

  get pid(): number | undefined {
    return this.#live?.run.pid;
  }

  /** The run as long as it is played. */
  live(id: string): LiveRun | null {
    return this.#live?.id === id ? this.#live.run : null;
  }

  /** How far a run was when it stopped; undefined: it was not played since this engine began. */
  left(id: string): Standing | undefined {
    return this.#left.get(id);
  }

  /** What is to be said about the pace of a run that is being played. */
  notes({ header, record }: KeptRun): string[] {
    const { note } = paceOf(header.identity.clock, record.jobs, this.#around.playing());
    return note === null ? [] : [note];
  }

  /** Stops a run; what it has finished is kept. Throws `resource.run-unfinished` where it is not played. */
  async cancel(id: string): Promise<void> {
    const live = this.live(id);
    if (!live)
      throw runProblem(
        'resource.run-unfinished',
        'This run is not being played.',
        'There is nothing to stop.',
        id,
      );
    await live.cancel(patienceMs);
  }

  /** Stops what is being played; it can be resumed. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#around.hub.off('session', this.#paceAnew);
    await this.#live?.run.cancel(patienceMs);
  }

  /**
   * Plays a run, or goes on with it; resolves when it has begun. Throws `resource.run-busy` while another is played,
   * and the reason why it could not begin: nothing is left of a new run then.
   */
  async play(
    id: string,
    clock: BenchmarkRun['clock'],
    jobs: number | null,
    what: Omit<Extract<ToRunner, { type: 'play' }>, 'type' | 'folder' | 'jobs' | 'niceness'>,
  ): Promise<void> {
    this.#requireIdle();
    const playing = this.#around.playing();
    const { folder } = this.#shelf.filesOf(id);
    const request = {
      ...({ type: 'play', folder, ...what } as const),
      jobs: paceOf(clock, jobs, playing).jobs,
      niceness: nicenessOf(clock, playing),
    };
    this.#starting = true;
    try {
      const live = new LiveRun(this.#around.settings, this.#cache, request, {
        onProgress: () => this.#changed(id),
        onEnd: (end) => this.#ended(id, end),
      });
      await live.begun;
      const { record } = this.#shelf.add(id);
      this.#live = { id, run: live };
      const disturbed = clock === 'real-time' && playing > 0 ? [disturbedNote] : [];
      const notes = [...new Set([...record.notes, ...disturbed])];
      this.#keep(id, { jobs, notes, interruption: null, progress: null });
      // It may have been over before this was heard of.
      void live.gone.then(() => this.#forget(id));
    } catch (error) {
      if (!this.#shelf.has(id)) this.#shelf.remove(id);
      throw error;
    } finally {
      this.#starting = false;
    }
    this.#paceAnew();
  }

  #keep(id: string, changes: Partial<KeptRun['record']>): void {
    this.#shelf.keep(id, changes);
    this.#changed(id);
  }

  #requireIdle(): void {
    if (this.#closed) throw runProblem('resource.run-busy', 'The engine is closing.', 'Start it again.');
    if (!this.#live && !this.#starting) return;
    throw runProblem(
      'resource.run-busy',
      'Another benchmark is being played.',
      'Wait until it is finished, or stop it first.',
    );
  }

  #forget(id: string): void {
    if (this.#live?.id === id) this.#live = null;
  }

  #ended(id: string, end: PlayEnd): void {
    const live = this.#live?.run;
    const progress = live?.progress ? { ...live.progress, perSecond: 0, leftMs: null } : null;
    if (progress) this.#left.set(id, { progress, rows: live?.rows ?? null });
    this.#forget(id);
    if (!this.#shelf.has(id)) return;
    try {
      if (end.how === 'finished') {
        this.#around.tell({ ...endWords(this.#shelf.outcome(id)), ...aboutRun(id) });
        this.#changed(id);
      } else if (this.#closed) this.#shelf.keep(id, { progress });
      else {
        const { message, remedy } = end.how === 'cancelled' ? interruptions.cancelled : end.problem;
        this.#keep(id, { progress, interruption: { message, remedy } });
        if (end.how === 'problem') this.#around.tell({ level: 'warning', message, remedy, ...aboutRun(id) });
      }
    } catch (error) {
      // The disk may be full: the run is what it is on the disk, and the user is told why the record is not.
      const { message, remedy } = problemFrom(error);
      this.#around.tell({ level: 'error', message, remedy });
      this.#changed(id);
    }
  }

  /** A session began or ended: more or fewer episodes may be played at a time. */
  readonly #paceAnew = (): void => {
    if (!this.#live) return;
    const { header, record } = this.#shelf.get(this.#live.id);
    const { jobs } = paceOf(header.identity.clock, record.jobs, this.#around.playing());
    this.#live.run.setJobs(jobs);
  };
}
