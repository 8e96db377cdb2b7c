import type { GovernorStep } from '../../protocol/hardware.ts';
import type { Decision } from '../../protocol/observation.ts';
import type { Notice, Second, Session } from '../../protocol/sessions.ts';
import type { StageStats } from '../../protocol/stage-stats.ts';
import type { BackupFiles } from '../backup/backup-files.ts';
import { Distribution } from '../history/distribution.ts';
import type { KeptSecond } from '../history/minute-pack.ts';
import type { PlayedSecond } from '../history/played.ts';
import type { NoticeText } from '../notices.ts';
import { DecisionRows, type NumberedDecision } from './decision-rows.ts';
import { FeedbackTable } from './feedback-table.ts';
import { fromColumns, type HardwareRow, toColumns } from './hardware-rows.ts';
import { HistoryRows } from './history-rows.ts';
import { KeepsakeRows } from './keepsake-rows.ts';
import { LibraryTable } from './library-table.ts';
import { type Database, openDatabase } from './open.ts';
import { PlayedRows } from './played-rows.ts';
import { RatingTable } from './rating-table.ts';
import { replaceContent } from './replace-content.ts';
import { readSession } from './session-record.ts';
import { prepareStatements, type Statements } from './statements.ts';
import { TidyRows } from './tidy-rows.ts';
import { WriteQueue } from './write-queue.ts';

/** Steps of the governor that are kept, and hardware that is remembered (a drive that travels between computers). */
const keptSteps = 1000;
const rememberedHardware = 50;

/** Decisions that are looked through at a time, from the newest on. */
const lookedThrough = 100;

/**
 * What outlives the engine: sessions, their seconds, decisions and events. Sessions are written at once; the
 * steady trickle is gathered.
 */
export class Store {
  /** The library of games; its writes are not gathered, because whoever adds a game waits for the answer. */
  readonly library: LibraryTable;
  /** Feedback is written at once and refused aloud: nothing of it waits in memory. */
  readonly feedback: FeedbackTable;
  readonly ratings: RatingTable;
  /** Takes out what is no longer kept; a caller's slices are written at once. */
  readonly tidying: TidyRows;
  readonly #database: Database;
  readonly #statements: Statements;
  readonly #history: HistoryRows;
  readonly #played: PlayedRows;
  readonly #decisions: DecisionRows;
  readonly #keepsakes: KeepsakeRows;
  readonly #queue: WriteQueue;
  readonly #path: string;

  private constructor(database: Database, path: string, tell: (notice: NoticeText) => void) {
    this.#database = database;
    this.#statements = prepareStatements(database);
    this.#history = new HistoryRows(database);
    this.#played = new PlayedRows(database);
    this.#decisions = new DecisionRows(database);
    this.#keepsakes = new KeepsakeRows(database);
    this.tidying = new TidyRows(database);
    this.library = new LibraryTable(database);
    this.feedback = new FeedbackTable(database, path);
    this.ratings = new RatingTable(database);
    this.#path = path;
    const writers = { statements: this.#statements, played: this.#played, decisions: this.#decisions };
    this.#queue = new WriteQueue(database, writers, path, tell);
  }

  /** See `openDatabase` for what is done about broken files and for the errors. */
  static async open(path: string, tell: (notice: NoticeText) => void, backups?: BackupFiles): Promise<Store> {
    return new Store(await openDatabase(path, tell, backups), path, tell);
  }

  /** The database's file. */
  get path(): string {
    return this.#path;
  }

  /** Copies the database while it goes on being written to. Throws what the disk of `path` says. */
  async copyTo(path: string): Promise<void> {
    this.flush();
    // Some pages a turn of the event loop: a quarter of a millisecond.
    await this.#database.backup(path, { progress: () => 100 });
  }

  /** Puts another database's content in the place of this one's; an older layout is brought up to date in that file. */
  async takeOver(path: string): Promise<void> {
    const other = await openDatabase(path, () => {});
    // Out of its way: attached below, it must not be locked by us, nor have a log beside it.
    other.pragma('journal_mode = DELETE');
    other.close();
    this.flush();
    replaceContent(this.#database, path);
  }

  /** True while writes are being refused (a full disk). */
  get failing(): boolean {
    return this.#queue.failing;
  }

  /** What the history reads, with everything that waited written. */
  get history(): HistoryRows {
    this.flush();
    return this.#history;
  }

  /** What sessions left behind, with everything that waited written. */
  get keepsakes(): KeepsakeRows {
    this.flush();
    return this.#keepsakes;
  }

  /** Inserts or updates a session, and everything that waits before it. */
  putSession(session: Session): void {
    const record = JSON.stringify(session);
    const { id, createdAt, state, goalReached } = session;
    this.#queue.add(({ statements, played, decisions }) => {
      statements.putSession.run(id, createdAt, state, record);
      if (state !== 'ended') return;
      played.packUpTo(id, Number.MAX_SAFE_INTEGER);
      decisions.packAll(id);
      if (goalReached) played.reached(id, new Date());
    });
    this.flush();
  }

  session(id: string): Session | null {
    const row = this.#statements.session.get(id);
    return row ? readSession(row.record) : null;
  }

  /** Newest first. */
  sessions(limit: number): Session[] {
    return this.#statements.sessions.all(limit).map((row) => readSession(row.record));
  }

  /** Sessions that an engine left behind unfinished: it died before it could end them. */
  unfinishedSessions(): Session[] {
    return this.#statements.unfinished.all().map((row) => readSession(row.record));
  }

  /** One second of play; `stages`: their distributions over the whole session so far; `at`: when it ended. */
  addSecond(id: string, second: PlayedSecond, stages?: StageStats[], at = new Date()): void {
    this.#queue.add(({ played }) => {
      played.add(id, second, at);
      if (stages) played.putStages(id, stages);
    });
  }

  /** Packs one minute that was left lying by a session that is over. False: there is none. */
  packLeftOver(): boolean {
    return this.#database.transaction(() => this.#played.packLeftOver()).immediate();
  }

  /** The distributions of a session's stages, once it is over. */
  putStages(id: string, stages: StageStats[]): void {
    this.#queue.add(({ played }) => played.putStages(id, stages));
  }

  /** The last `limit` seconds of a session, oldest first, as far as they are kept. */
  seconds(id: string, limit: number): Second[] {
    const end = this.history.span(id);
    return this.#history
      .seconds(id, Math.max(0, end - limit - 60), end)
      .slice(-limit)
      .map(shownSecond);
  }

  addDecision(id: string, number: number, decision: Decision): void {
    const text = JSON.stringify(decision);
    this.#queue.add(({ decisions }) => decisions.add(id, number, decision.frame, text));
  }

  /** The newest `limit` decisions, oldest first. */
  decisions(id: string, limit: number): Decision[] {
    return this.decisionPage(id, Number.MAX_SAFE_INTEGER, limit).map(({ decision }) => decision);
  }

  /** The newest `limit` decisions with a number below `before`, oldest first. */
  decisionPage(id: string, before: number, limit: number): NumberedDecision[] {
    this.flush();
    return this.#decisions.page(id, before, limit);
  }

  decisionCount(id: string): number {
    this.flush();
    return this.#decisions.count(id);
  }

  /** The decision at a frame of a session; null: there was none. */
  decisionAt(id: string, frame: number): Decision | null {
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const page = this.decisionPage(id, before, lookedThrough);
      const found = page.find(({ decision }) => decision.frame === frame);
      if (found) return found.decision;
      const oldest = page[0];
      if (!oldest || oldest.decision.frame < frame) return null;
      before = oldest.number;
    }
  }

  addEvent(id: string | null, type: string, data: unknown): void {
    const at = new Date().toISOString();
    const text = JSON.stringify(data);
    this.#queue.add(({ statements }) => statements.addEvent.run(at, id, type, text));
  }

  addNotice({ at, level, message, remedy }: Notice): void {
    this.#queue.add(({ statements }) => statements.addNotice.run(at, level, message, remedy ?? null));
  }

  /** Inserts or updates what is remembered of a hardware, which becomes the one seen last. */
  putHardware(row: HardwareRow): void {
    const columns = toColumns(row);
    this.#queue.add(({ statements }) => statements.putHardware.run(columns));
    this.flush();
  }

  /** Every hardware that is remembered, the one seen last first. */
  hardware(): HardwareRow[] {
    this.flush();
    return this.#statements.hardware.all(rememberedHardware).map(fromColumns);
  }

  addGovernorStep({ at, from, to, message }: GovernorStep): void {
    this.#queue.add(({ statements }) => {
      statements.addGovernorStep.run(at, from, to, message);
      statements.dropGovernorSteps.run(keptSteps);
    });
  }

  /** The newest `limit` steps of the governor, newest first. */
  governorSteps(limit: number): GovernorStep[] {
    this.flush();
    return this.#statements.governorSteps.all(limit);
  }

  /** Writes what waits; keeps it when the disk refuses. */
  flush(): void {
    this.#queue.flush();
  }

  close(): void {
    this.#queue.close();
    this.#database.close();
  }
}

/** A kept second as the API tells it. */
const shownSecond = ({ second, played, path }: KeptSecond): Second => {
  const way = Distribution.decode(path);
  return {
    second,
    frames: played.frames,
    fps: played.elapsedMs > 0 ? (played.frames * 1000) / played.elapsedMs : 0,
    p50: way.percentile(0.5) ?? 0,
    p99: way.percentile(0.99) ?? 0,
    max: way.max,
    lateFrames: played.lateFrames,
    residentBytes: played.residentBytes ?? 0,
  };
};
