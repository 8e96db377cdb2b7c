import { EeveeError, type Problem } from '../../protocol/errors.ts';
import type { Tuning } from '../../protocol/hardware.ts';
import type { Observation } from '../../protocol/observation.ts';
import type { Metrics, Session, SessionEnd } from '../../protocol/sessions.ts';
import { SessionProcess } from './child.ts';
import { failedEnd, problemOfExit } from './ending.ts';
import type { SessionFolder } from './folder.ts';
import { LiveRecord } from './live-record.ts';
import type { Figures, Report, Standing, StartPlan, Verb } from './messages.ts';
import { PictureFeed } from './picture-feed.ts';
import { ProcessWatch } from './process-watch.ts';
import { requireAlive } from './refusals.ts';
import { SessionVerbs } from './session-verbs.ts';
import type { SessionSurroundings } from './surroundings.ts';

/** Time that an ended process may take to leave. */
const leaveTimeoutMs = 1500;

/**
 * One session as the engine holds it: its record, its process, and the watch over that process. Whatever the
 * process does, down to dying in the middle of a frame, ends in exactly one `end` here.
 */
export class LiveSession extends SessionVerbs {
  readonly folder: SessionFolder;
  readonly pictures: PictureFeed;
  /** Settles when the process is ready to play; rejects with what went wrong. */
  readonly ready: Promise<void>;
  readonly #around: SessionSurroundings;
  readonly #process: SessionProcess;
  readonly #watch: ProcessWatch;
  readonly #ended = Promise.withResolvers<void>();
  readonly #left = Promise.withResolvers<void>();
  readonly #becameReady = Promise.withResolvers<void>();

  constructor(record: Session, plan: StartPlan, folder: SessionFolder, around: SessionSurroundings) {
    super(new LiveRecord(record, plan, around), plan);
    this.#around = around;
    this.folder = folder;
    this.ready = this.#becameReady.promise;
    // Whoever waits for `ready` hears of the failure; nobody waiting must not end the engine.
    this.ready.catch(() => {});
    this.#watch = new ProcessWatch(
      plan.source,
      around.settings,
      () => this.known.now.frame,
      (problem) => this.#fail(problem),
    );
    this.#process = new SessionProcess(
      (report) => this.#hear(report),
      (exit) => {
        this.#end(
          failedEnd(problemOfExit(exit, plan.source, this.#process.lastOutput), this.known.autosavePath),
        );
        this.#left.resolve();
      },
    );
    this.pictures = new PictureFeed((after) => this.#process.requestPicture(after));
    this.#process.start(plan);
    this.known.publish();
  }

  get session(): Session {
    return this.known.session;
  }

  /** Process id of the session process, for tests and logs. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Resolves when the session has ended. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  /** What the session may spend from now on. One that is starting asks by itself once it plays. */
  tune(tuning: Tuning): void {
    if (!this.#plays) return;
    // A process that dies instead of answering ends the session by itself.
    this.ask({ verb: 'tune', tuning }).catch(() => {});
  }

  /** What the eyes said when a decision was made; null once it is too long ago. */
  sightAt(frame: number): Observation | null {
    return this.known.sightAt(frame);
  }

  /** Has the inputs so far written to the replay, if the session still lives. */
  async record(): Promise<void> {
    if (!this.#plays) return;
    // One that ends meanwhile has written them by itself.
    await this.ask({ verb: 'record' }).catch(() => {});
  }

  /** Fresh figures while the session lives, the last ones after. */
  async metrics(): Promise<Metrics> {
    // A process that ends meanwhile has said its last figures by itself.
    if (this.#plays) {
      const figures = (await this.ask({ verb: 'metrics' }).catch(() => null)) as Figures | null;
      if (figures) this.known.putFigures(figures);
    }
    return this.lastMetrics();
  }

  /** The figures of the last second that was heard of. */
  lastMetrics(): Metrics {
    return this.known.metrics();
  }

  /** Ends the session in order; resolves when its process has left. */
  async stop(): Promise<Session> {
    const { state } = this.known.now;
    if (state === 'starting') {
      this.#process.kill();
      this.#end({ reason: 'stopped', message: 'Stopped while it was starting.' });
    } else if (state !== 'ended') {
      const late = setTimeout(() => this.#process.kill(), leaveTimeoutMs);
      await this.ask({ verb: 'stop' }).catch(() => {});
      await this.#left.promise;
      clearTimeout(late);
    }
    await this.#left.promise;
    return this.session;
  }

  /** Throws `session.wrong-state` while it starts, `session.ended` afterwards, and what the process refuses. */
  protected async ask(verb: Verb): Promise<unknown> {
    requireAlive(this.known.now);
    return this.#process.ask(verb);
  }

  /** Whether its process answers verbs. */
  get #plays(): boolean {
    const { state } = this.known.now;
    return state === 'running' || state === 'paused';
  }

  #hear(report: Report): void {
    const { id, state, clock } = this.known.now;
    if (state === 'ended') return;
    switch (report.type) {
      case 'ready':
        this.#watch.ready();
        this.known.putFigures({ targetFps: report.info.fps });
        this.#stand(report.standing);
        this.tune(this.#around.tuning());
        this.#becameReady.resolve();
        return;
      case 'standing':
        this.#stand(report.standing);
        return;
      case 'beat':
        if (this.#watch.beat(report.frame, state === 'running') && state === 'running') {
          this.known.reach(report.frame);
        }
        return;
      case 'pace':
        // Lockstep has no deadline to miss.
        if (clock === 'real-time') this.#around.pace.heed(id, report.pace);
        return;
      case 'picture':
        this.pictures.arrived(report.picture);
        return;
      case 'notice':
        this.#around.tell({
          level: report.level,
          message: report.message,
          ...(report.remedy ? { remedy: report.remedy } : {}),
          ...(report.topic ? { topic: `${report.topic} ${id}`, about: { kind: 'session', id } } : {}),
        });
        return;
      case 'reply':
        // `SessionProcess` gives it to whoever asked.
        return;
      case 'ended':
        this.known.putLast(report.frame, report.figures);
        this.#end(report.end.problem ? failedEnd(report.end.problem, this.known.autosavePath) : report.end);
        return;
      default:
        this.known.take(report);
    }
  }

  #stand(standing: Standing): void {
    this.#watch.alive(standing.state === 'running');
    this.known.stand(standing);
  }

  /** Ends the session because of something seen from outside, and the process with it. */
  #fail(problem: Problem): void {
    this.#process.kill();
    this.#end(failedEnd(problem, this.known.autosavePath));
  }

  #end(end: SessionEnd): void {
    if (this.known.now.state === 'ended') return;
    this.#watch.close();
    this.#around.pace.forget(this.known.now.id);
    this.known.end(end);
    this.pictures.close();
    const late = setTimeout(() => this.#process.kill(), leaveTimeoutMs);
    void this.#left.promise.then(() => clearTimeout(late));
    this.known.publish();
    this.#becameReady.reject(
      new EeveeError(
        end.problem ?? { code: 'session.ended', message: end.message, remedy: 'Start it again.' },
      ),
    );
    this.#ended.resolve();
  }
}
