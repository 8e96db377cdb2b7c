import type { Decision, Observation } from '../../protocol/observation.ts';
import type { Metrics, Second, Session, SessionEnd } from '../../protocol/sessions.ts';
import type { StopCondition } from '../../protocol/stop.ts';
import type { Figures, Jumped, JumpVerb, Loaded, Report, Saved, Standing, StartPlan } from './messages.ts';
import type { SessionSurroundings } from './surroundings.ts';

/** What a session's process tells of the game and of its player. */
export type Told = Extract<
  Report,
  { type: 'second' | 'decisions' | 'arrived' | 'advice' | 'observation' | 'autosave' }
>;

/** Decisions whose observation is kept: as many as the page lists, and some. */
const keptSights = 100;
/** Seconds that `metrics` shows. */
const shownSeconds = 60;

/** The figures of a session that has not been heard of yet. */
export const noFigures: Figures = {
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

/** What the engine knows of a session that lives. Each change is kept in the store and told to whoever listens. */
export class LiveRecord {
  readonly #record: Session;
  readonly #around: Pick<SessionSurroundings, 'hub' | 'store' | 'meter'>;
  #figures = noFigures;
  #seconds: Second[] = [];
  #decisions = 0;
  /** What the newest decisions rest on, by frame. */
  readonly #sights = new Map<number, Observation>();

  constructor(
    record: Session,
    plan: StartPlan,
    around: Pick<SessionSurroundings, 'hub' | 'store' | 'meter'>,
  ) {
    this.#record = record;
    this.#around = around;
    around.store.putSession(record);
    around.store.addEvent(record.id, 'created', eventOf(plan));
  }

  /** The session as it is now; to read only. */
  get now(): Readonly<Session> {
    return this.#record;
  }

  /** A copy for whoever asks: it does not change any more. */
  get session(): Session {
    return { ...this.#record };
  }

  /** Where to resume from; null before the first autosave. */
  get autosavePath(): string | null {
    return this.#record.autosave?.path ?? null;
  }

  /** What the eyes said when a decision was made; null once it is too long ago. */
  sightAt(frame: number): Observation | null {
    return this.#sights.get(frame) ?? null;
  }

  /** The figures of the last second that was heard of. */
  metrics(): Metrics {
    return { id: this.#record.id, ...this.#figures, seconds: [...this.#seconds] };
  }

  /** Newer figures than those known. */
  putFigures(figures: Partial<Figures>): void {
    this.#figures = { ...this.#figures, ...figures };
  }

  /** The process left at that frame. `figures`: its last ones, if it still said any. */
  putLast(frame: number, figures: Figures | null): void {
    this.#record.frame = frame;
    this.#figures = figures ?? this.#figures;
    this.#around.store.putStages(this.#record.id, this.#figures.stages);
  }

  /** Takes in what the process told. */
  take(told: Told): void {
    const { hub, store } = this.#around;
    const { id } = this.#record;
    switch (told.type) {
      case 'second':
        this.#figures = told.figures;
        this.#seconds = [...this.#seconds, told.second].slice(-shownSeconds);
        this.#keepSecond(told);
        hub.emit('metrics', this.metrics());
        return;
      case 'decisions':
        this.#rememberSights(told.decisions, told.seen);
        for (const decision of told.decisions) {
          store.addDecision(id, this.#decisions++, decision);
          this.#record.decision = decision;
          hub.emit('decision', id, decision);
        }
        return;
      case 'arrived':
        // The standing there follows at once, and tells of both.
        this.#record.decision = told.decision;
        return;
      case 'advice':
        this.#record.advice = told.advice;
        this.#record.agreement = told.agreement;
        for (const { number, frame, action, answer } of told.answered) {
          store.addEvent(id, 'advice', { number, frame, action, answer });
        }
        hub.emit('advice', id, told.advice, told.agreement);
        return;
      case 'observation':
        hub.emit('observation', id, told.observation);
        return;
      case 'autosave':
        this.#record.autosave = { path: told.saved.path, frame: told.saved.frame };
        store.addEvent(id, 'autosave', told.saved);
        // Nobody who watches a session shows it; told with the next change, it costs their page no rendering.
        store.putSession(this.#record);
        return;
    }
  }

  /** State, turn, speed and so on have changed. */
  stand(standing: Standing): void {
    if (standing.turn !== this.#record.turn) this.#record.turnSince = new Date().toISOString();
    Object.assign(this.#record, standing);
    if (standing.turn !== 'advisor') this.#record.advice = null;
    this.#around.store.addEvent(this.#record.id, 'standing', standing);
    this.publish();
  }

  /** The running game is at that frame. */
  reach(frame: number): void {
    this.#record.frame = Math.max(0, frame);
  }

  putStops(conditions: StopCondition[]): void {
    this.#record.stopWhen = conditions;
    this.publish();
  }

  noteState(name: string, saved: Saved): void {
    this.#around.store.addEvent(this.#record.id, 'state', { name, ...saved });
  }

  noteJump(verb: JumpVerb['verb'], jumped: Jumped): void {
    this.#around.store.addEvent(this.#record.id, 'jump', { verb, ...jumped });
  }

  noteLoad(title: string, loaded: Loaded): void {
    this.#around.store.addEvent(this.#record.id, 'load', { title, ...loaded });
  }

  /** The session has ended, now. {@link publish} tells it. */
  end(end: SessionEnd): void {
    this.#record.state = 'ended';
    this.#record.advice = null;
    this.#record.endedAt = new Date().toISOString();
    this.#record.end = end;
    this.#around.store.addEvent(this.#record.id, 'end', end);
  }

  publish(): void {
    this.#around.store.putSession(this.#record);
    this.#around.hub.emit('session', this.session);
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
}
