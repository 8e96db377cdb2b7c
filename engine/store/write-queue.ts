import { writeProblem } from '../data-folder.ts';
import type { NoticeText } from '../notices.ts';
import type { DecisionRows } from './decision-rows.ts';
import type { Database } from './open.ts';
import type { PlayedRows } from './played-rows.ts';
import type { Statements } from './statements.ts';

/** How long rows may wait for each other before they are written in one transaction. */
const flushEveryMs = 1000;
/** Rows kept while the disk refuses them; beyond it the oldest are dropped. */
const mostWaiting = 20_000;

/** What rows are written with. */
interface Writers {
  statements: Statements;
  /** What writes more than a statement. */
  played: PlayedRows;
  decisions: DecisionRows;
}
type Write = (writers: Writers) => void;

/**
 * Rows on their way to the disk: gathered for a second, because every commit waits for it (`synchronous = FULL`). A
 * write that fails never reaches whoever made it: it is kept, tried again, and the user is told once.
 */
export class WriteQueue {
  readonly #database: Database;
  readonly #writers: Writers;
  readonly #path: string;
  readonly #tell: (notice: NoticeText) => void;
  readonly #timer: NodeJS.Timeout;
  #waiting: Write[] = [];
  #failing = false;

  /** `path`: the database's file, for the words about a disk that refuses. */
  constructor(database: Database, writers: Writers, path: string, tell: (notice: NoticeText) => void) {
    this.#database = database;
    this.#writers = writers;
    this.#path = path;
    this.#tell = tell;
    this.#timer = setInterval(() => this.flush(), flushEveryMs);
    this.#timer.unref();
  }

  /** True while writes are being refused (a full disk). */
  get failing(): boolean {
    return this.#failing;
  }

  add(write: Write): void {
    this.#waiting.push(write);
  }

  /** Writes what waits, in one transaction; keeps it when the disk refuses. */
  flush(): void {
    const batch = this.#waiting;
    if (batch.length === 0 || !this.#database.open) return;
    this.#waiting = [];
    try {
      this.#database
        .transaction(() => {
          for (const write of batch) write(this.#writers);
        })
        .immediate();
      this.#recovered();
    } catch (error) {
      if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT'))
        this.#writeSingly(batch);
      else this.#waiting = batch.concat(this.#waiting).slice(-mostWaiting);
      this.#failed(error);
    }
  }

  /** Writes what waits a last time. */
  close(): void {
    clearInterval(this.#timer);
    this.flush();
  }

  /** One row that breaks a rule of the schema must not keep its neighbours from being written, ever again. */
  #writeSingly(batch: Write[]): void {
    for (const write of batch) {
      try {
        write(this.#writers);
      } catch {
        // The row at fault; the notice names the rule that it broke.
      }
    }
  }

  #failed(error: unknown): void {
    if (this.#failing) return;
    this.#failing = true;
    const problem = writeProblem(error, this.#path);
    const message = problem?.message ?? `The database refuses to be written: ${(error as Error).message}.`;
    this.#tell({
      level: 'error',
      message: `${message} Sessions go on; their statistics and decisions wait in memory.`,
      remedy: problem?.remedy ?? 'Restart Eevee; if it happens again, report it with the log.',
    });
  }

  #recovered(): void {
    if (!this.#failing) return;
    this.#failing = false;
    this.#tell({ level: 'info', message: 'The database can be written again; nothing is waiting any more.' });
  }
}
