import { EeveeError, type Problem } from '../../protocol/errors.ts';
import type { Tuning } from '../../protocol/hardware.ts';
import type { Decision, Observation } from '../../protocol/observation.ts';
import type { Metrics, Second, Session, SessionEnd } from '../../protocol/sessions.ts';
import type { StopCondition } from '../../protocol/stop.ts';
import type { Rewound, Timeline } from '../../protocol/timeline.ts';
import type { Turn } from '../../protocol/words.ts';
import type { EngineHub } from '../events.ts';
import type { Meter } from '../history/meter.ts';
import type { NoticeText } from '../notices.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import { SessionProcess } from './child.ts';
import { failedEnd, hungProblem, problemOfExit, slowStartProblem } from './ending.ts';
import type { SessionFolder } from './folder.ts';
import { Heartbeat } from './heartbeat.ts';
import type {
  Figures,
  Jumped,
  JumpTarget,
  Pace,
  PackedPicture,
  Report,
  Saved,
  StartPlan,
  Verb,
} from './messages.ts';
import { PictureFeed } from './picture-feed.ts';
import { requireSensibleStops, type StopContext } from './stop/check.ts';

/** What a session needs of the engine around it. */
export interface SessionSurroundings {
  hub: EngineHub;
  store: Store;
  tell: (notice: NoticeText) => void;
  /** What the engine and the computer use while sessions play. */
  meter: Meter;
  /** As they stand when a session begins. */
  settings: Readonly<Pick<Settings, 'heartbeatTimeoutMs' | 'startTimeoutMs'>>;
  /** What sessions may spend now; later changes come by {@link LiveSession.tune}. */
  tuning: () => Tuning;
  /** Hears how sessions in real time keep their pace, and when one has ended. */
  pace: { heed(id: string, pace: Pace): void; forget(id: string): void };
}

/** Decisions whose observation is kept: as many as the page lists, and some. */
const keptSights = 100;
/** Seconds that `metrics` shows. */
const shownSeconds = 60;
/** Time that an ended process may take to leave. */
const leaveTimeoutMs = 1500;

const noFigures: Figures = {
  frames: 0,
  elapsedMs: 0,
  fps: 0,
  targetFps: 0,
  driftFrames: 0,
  lateFrames: 0,
  lostFrames: 0,
  slowLooks: 0,
  decisions: 0,
  residentBytes: 0,
  stages: [],
};

/** What the store notes of a plan: without the guide, and without what is written into the game. */
const eventOf = ({ guide: _, source, ...plan }: StartPlan): unknown => ({
  ...plan,
  source: source.kind === 'core' ? { ...source, setup: source.setup.length } : source,
});

/**
 * One session as the engine holds it: its record, its process, and the watch over that process. Whatever the
 * process does, down to dying in the middle of a frame, ends in exactly one `end` here.
 */
export class LiveSession {
  readonly folder: SessionFolder;
  readonly pictures: PictureFeed;
  /** Settles when the process is ready to play; rejects with what went wrong. */
  readonly ready: Promise<void>;
  readonly #record: Session;
  readonly #plan: StopContext;
  readonly #around: SessionSurroundings;
  readonly #process: SessionProcess;
  readonly #heartbeat: Heartbeat;
  readonly #ended = Promise.withResolvers<void>();
  readonly #left = Promise.withResolvers<void>();
  readonly #becameReady = Promise.withResolvers<void>();
  readonly #startTimer: NodeJS.Timeout;
  #figures = noFigures;
  #seconds: Second[] = [];
  #decisions = 0;
  /** What the newest decisions rest on, by frame. */
  readonly #sights = new Map<number, Observation>();
  #lastBeatFrame = -2;

  constructor(record: Session, plan: StartPlan, folder: SessionFolder, around: SessionSurroundings) {
    this.#record = record;
    this.#plan = plan;
    this.#around = around;
    this.folder = folder;
    this.ready = this.#becameReady.promise;
    // Whoever waits for `ready` hears of the failure; nobody waiting must not end the engine.
    this.ready.catch(() => {});
    around.store.putSession(record);
    around.store.addEvent(record.id, 'created', eventOf(plan));
    this.#heartbeat = new Heartbeat(around.settings.heartbeatTimeoutMs, (silentMs) =>
      this.#fail(hungProblem(plan.source, this.#record.frame, silentMs)),
    );
    this.#startTimer = setTimeout(
      () => this.#fail(slowStartProblem(plan.source, around.settings.startTimeoutMs)),
      around.settings.startTimeoutMs,
    );
    this.#process = new SessionProcess(
      (report) => this.#hear(report),
      (exit) => {
        this.#end(
          failedEnd(problemOfExit(exit, plan.source, this.#process.lastOutput), this.#autosavePath()),
        );
        this.#left.resolve();
      },
    );
    this.pictures = new PictureFeed((after) => this.#process.requestPicture(after));
    this.#process.start(plan);
    this.#publish();
  }

  get session(): Session {
    return { ...this.#record };
  }

  /** Process id of the session process, for tests and logs. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Resolves when the session has ended. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  async pause(): Promise<Session> {
    return this.#do({ verb: 'pause' });
  }
  async resume(): Promise<Session> {
    return this.#do({ verb: 'resume' });
  }
  /** Runs that many frames of a paused session. Throws `session.wrong-state` while it runs. */
  async step(frames: number): Promise<Session> {
    return this.#do({ verb: 'step', frames });
  }
  async setSpeed(speed: number): Promise<Session> {
    return this.#do({ verb: 'speed', speed });
  }
  async setTurn(turn: Turn): Promise<Session> {
    return this.#do({ verb: 'turn', turn });
  }

  /** Other stop conditions from now on. Throws `configuration.invalid` for one that this session cannot judge. */
  async setStopWhen(conditions: StopCondition[]): Promise<Session> {
    requireSensibleStops(conditions, this.#plan);
    await this.#ask({ verb: 'stop-when', conditions });
    this.#record.stopWhen = conditions;
    this.#publish();
    return this.session;
  }

  /** What the session may spend from now on. One that is starting asks by itself once it plays. */
  tune(tuning: Tuning): void {
    const { state } = this.#record;
    if (state !== 'running' && state !== 'paused') return;
    // A process that dies instead of answering ends the session by itself.
    this.#ask({ verb: 'tune', tuning }).catch(() => {});
  }

  /** Buttons held by the human. Throws `session.wrong-state` while it is the AI's turn. */
  async setButtons(mask: number): Promise<Session> {
    this.#requireAlive();
    if (this.#record.turn !== 'ai') return this.#do({ verb: 'buttons', mask });
    throw new EeveeError({
      code: 'session.wrong-state',
      message: 'It is the AI’s turn at the buttons.',
      remedy: 'Take over first (POST …/take-over).',
    });
  }

  /** What the eyes said when a decision was made; null once it is too long ago. */
  sightAt(frame: number): Observation | null {
    return this.#sights.get(frame) ?? null;
  }

  /** Has the inputs so far written to the replay, if the session still lives. */
  async record(): Promise<void> {
    const { state } = this.#record;
    if (state !== 'running' && state !== 'paused') return;
    // One that ends meanwhile has written them by itself.
    await this.#ask({ verb: 'record' }).catch(() => {});
  }

  /** Saves the present under a name; what was saved lies in the session's folder then. */
  async saveState(name: string, title: string, path: string): Promise<void> {
    const saved = (await this.#ask({ verb: 'save', path, name, title })) as Saved;
    this.#around.store.addEvent(this.#record.id, 'state', { name, ...saved });
  }

  /**
   * Throws `resource.state-foreign` or `resource.state-broken`; the session then goes on as it was. `own`: this
   * session saved it.
   */
  async loadState(path: string, own: boolean): Promise<Session> {
    return this.#do({ verb: 'load', path, own });
  }

  /** What can be gone back to. Throws `session.wrong-state` where there is no going back. */
  async timeline(): Promise<Omit<Timeline, 'id'>> {
    return (await this.#ask({ verb: 'timeline' })) as Omit<Timeline, 'id'>;
  }

  /** The picture of one of the timeline's keyframes; null where there is none. */
  async thumbnail(frame: number): Promise<PackedPicture | null> {
    return (await this.#ask({ verb: 'thumbnail', frame })) as PackedPicture | null;
  }

  /** Goes back; throws `configuration.invalid` for a frame that cannot be reached. */
  async rewind(to: JumpTarget): Promise<Rewound> {
    return this.#jump({ verb: 'rewind', to });
  }

  /** Takes the last jump back, or an undo. Throws `session.wrong-state` where there is none. */
  async retrace(verb: 'undo-rewind' | 'redo-rewind'): Promise<Rewound> {
    return this.#jump({ verb });
  }

  /** Fresh figures while the session lives, the last ones after. */
  async metrics(): Promise<Metrics> {
    if (this.#record.state === 'running' || this.#record.state === 'paused') {
      this.#figures = (await this.#ask({ verb: 'metrics' }).catch(() => this.#figures)) as Figures;
    }
    return this.lastMetrics();
  }

  /** The figures of the last second that was heard of. */
  lastMetrics(): Metrics {
    return { id: this.#record.id, ...this.#figures, seconds: [...this.#seconds] };
  }

  /** Ends the session in order; resolves when its process has left. */
  async stop(): Promise<Session> {
    if (this.#record.state === 'starting') {
      this.#process.kill();
      this.#end({ reason: 'stopped', message: 'Stopped while it was starting.' });
    } else if (this.#record.state !== 'ended') {
      const late = setTimeout(() => this.#process.kill(), leaveTimeoutMs);
      await this.#ask({ verb: 'stop' }).catch(() => {});
      await this.#left.promise;
      clearTimeout(late);
    }
    await this.#left.promise;
    return this.session;
  }

  async #jump(verb: Verb): Promise<Rewound> {
    const jumped = (await this.#ask(verb)) as Jumped;
    this.#around.store.addEvent(this.#record.id, 'jump', jumped);
    return { session: this.session, ...jumped };
  }

  async #do(verb: Verb): Promise<Session> {
    await this.#ask(verb);
    return this.session;
  }

  #ask(verb: Verb): Promise<unknown> {
    this.#requireAlive();
    return this.#process.ask(verb);
  }

  #requireAlive(): void {
    const { state, id, end } = this.#record;
    if (state === 'starting') {
      throw new EeveeError({
        code: 'session.wrong-state',
        message: `Session ${id} is still starting.`,
        remedy: 'Wait until its state is "running".',
      });
    }
    if (state !== 'ended') return;
    throw new EeveeError({
      code: 'session.ended',
      message: `Session ${id} has ended: ${end?.message ?? ''}`,
      remedy: 'Start a new one; with "resumeFrom" it goes on from the last autosave.',
    });
  }

  #hear(report: Report): void {
    if (this.#record.state === 'ended') return;
    const { hub, store, tell } = this.#around;
    const { id } = this.#record;
    switch (report.type) {
      case 'ready':
        clearTimeout(this.#startTimer);
        this.#figures = { ...this.#figures, targetFps: report.info.fps };
        this.#stand(report.standing);
        this.tune(this.#around.tuning());
        this.#becameReady.resolve();
        return;
      case 'standing':
        this.#stand(report.standing);
        return;
      case 'beat':
        this.#beat(report.frame);
        return;
      case 'second':
        this.#figures = report.figures;
        this.#seconds = [...this.#seconds, report.second].slice(-shownSeconds);
        this.#keepSecond(report);
        hub.emit('metrics', this.lastMetrics());
        return;
      case 'pace':
        // Lockstep has no deadline to miss.
        if (this.#record.clock === 'real-time') this.#around.pace.heed(id, report.pace);
        return;
      case 'decisions':
        this.#rememberSights(report.decisions, report.seen);
        for (const decision of report.decisions) {
          store.addDecision(id, this.#decisions++, decision);
          this.#record.decision = decision;
          hub.emit('decision', id, decision);
        }
        return;
      case 'advice':
        this.#record.advice = report.advice;
        this.#record.agreement = report.agreement;
        for (const { number, frame, action, answer } of report.answered) {
          store.addEvent(id, 'advice', { number, frame, action, answer });
        }
        hub.emit('advice', id, report.advice, report.agreement);
        return;
      case 'observation':
        hub.emit('observation', id, report.observation);
        return;
      case 'autosave':
        this.#record.autosave = { path: report.saved.path, frame: report.saved.frame };
        store.addEvent(id, 'autosave', report.saved);
        this.#publish();
        return;
      case 'picture':
        this.pictures.arrived(report.picture);
        return;
      case 'notice':
        tell({
          level: report.level,
          message: report.message,
          ...(report.remedy ? { remedy: report.remedy } : {}),
        });
        return;
      case 'ended':
        this.#record.frame = report.frame;
        this.#figures = report.figures ?? this.#figures;
        store.putStages(id, this.#figures.stages);
        this.#end(report.end.problem ? failedEnd(report.end.problem, this.#autosavePath()) : report.end);
        return;
    }
  }

  /** Hands a second to the history, with what the engine itself and the computer used meanwhile. */
  #keepSecond({ played, figures }: Extract<Report, { type: 'second' }>): void {
    const { store, meter } = this.#around;
    Object.assign(played.played, meter.over(played.played.elapsedMs));
    // The stages' distributions are of the whole session: once a minute is often enough.
    store.addSecond(this.#record.id, played, played.second % 60 === 0 ? figures.stages : undefined);
  }

  #rememberSights(decisions: Decision[], seen: Observation[]): void {
    for (const [i, { frame }] of decisions.entries()) this.#sights.set(frame, seen[i]!);
    const old = [...this.#sights.keys()].slice(0, Math.max(0, this.#sights.size - keptSights));
    for (const frame of old) this.#sights.delete(frame);
  }

  #stand(standing: Extract<Report, { type: 'standing' }>['standing']): void {
    if (standing.turn !== this.#record.turn) this.#record.turnSince = new Date().toISOString();
    Object.assign(this.#record, standing);
    if (standing.turn !== 'advisor') this.#record.advice = null;
    this.#heartbeat.alive(standing.state === 'running');
    this.#around.store.addEvent(this.#record.id, 'standing', standing);
    this.#publish();
  }

  /** A beat counts as life only when frames went by: a stuck core may leave the event loop running. */
  #beat(frame: number): void {
    const { state } = this.#record;
    if (frame === this.#lastBeatFrame && state === 'running') return;
    this.#lastBeatFrame = frame;
    if (state === 'running') this.#record.frame = Math.max(0, frame);
    this.#heartbeat.alive(state === 'running');
  }

  /** Ends the session because of something seen from outside, and the process with it. */
  #fail(problem: Problem): void {
    this.#process.kill();
    this.#end(failedEnd(problem, this.#autosavePath()));
  }

  #end(end: SessionEnd): void {
    if (this.#record.state === 'ended') return;
    clearTimeout(this.#startTimer);
    this.#heartbeat.close();
    this.#around.pace.forget(this.#record.id);
    this.#record.state = 'ended';
    this.#record.advice = null;
    this.#record.endedAt = new Date().toISOString();
    this.#record.end = end;
    this.pictures.close();
    const late = setTimeout(() => this.#process.kill(), leaveTimeoutMs);
    void this.#left.promise.then(() => clearTimeout(late));
    this.#around.store.addEvent(this.#record.id, 'end', end);
    this.#publish();
    this.#becameReady.reject(
      new EeveeError(
        end.problem ?? { code: 'session.ended', message: end.message, remedy: 'Start it again.' },
      ),
    );
    this.#ended.resolve();
  }

  #publish(): void {
    this.#around.store.putSession(this.#record);
    this.#around.hub.emit('session', this.session);
  }

  #autosavePath(): string | null {
    return this.#record.autosave?.path ?? null;
  }
}
