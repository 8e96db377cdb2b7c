import type { HistoryStorage } from '../../protocol/backups.ts';
import type { NoticeText } from '../notices.ts';
import { problemFrom } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { Backups } from './backups.ts';

const lookEveryMs = 10 * 60_000;
/** The first look waits until the start is over. */
const firstLookMs = 60_000;
/** Between two slices everything else has its turn. */
const sliceGapMs = 50;
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** What is kept, as the settings have it now. */
export interface KeeperSettings {
  historyDetailDays: number;
  historyMinuteDays: number;
  historyCapMegabytes: number;
}

/** Keeps the store small and safe: old details go, free room is given back, a backup a day is made and checked. */
export class Keeper {
  readonly #store: Store;
  readonly #backups: Backups;
  readonly #settings: Readonly<KeeperSettings>;
  readonly #tell: (notice: NoticeText) => void;
  readonly #timers: NodeJS.Timeout[];
  #tidying: Promise<void> | null = null;
  #backupFailed = false;
  #closed = false;

  constructor(
    store: Store,
    backups: Backups,
    settings: Readonly<KeeperSettings>,
    tell: (notice: NoticeText) => void,
  ) {
    this.#store = store;
    this.#backups = backups;
    this.#settings = settings;
    this.#tell = tell;
    const look = () => void this.look();
    this.#timers = [setTimeout(look, firstLookMs).unref(), setInterval(look, lookEveryMs).unref()];
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** What is due now: tidying, and the day's backup. */
  async look(): Promise<void> {
    await this.tidy();
    const last = this.#backups.list().find(({ reason }) => reason === 'daily');
    // A backup from the future: the clock was set back since.
    if (!last || Math.abs(Date.now() - Date.parse(last.at)) >= dayMs) await this.#backUp();
  }

  /** Takes out what is no longer kept, a slice at a time; resolves when nothing is left to do. */
  tidy(): Promise<void> {
    this.#tidying ??= this.#tidy().finally(() => {
      this.#tidying = null;
    });
    return this.#tidying;
  }

  storage(): HistoryStorage {
    const { history, tidying } = this.#store;
    const backups = this.#backups.list();
    const { detailDays, minuteDays, capBytes } = this.#retention;
    const sound = tidying.recall('sound');
    return {
      ...tidying.size(),
      ...{ capBytes, detailDays, minuteDays },
      sessions: history.countAll(),
      oldest: history.oldest(),
      tidiedAt: tidying.recall('tidied-at'),
      checkedAt: tidying.recall('checked-at'),
      sound: sound === null ? null : sound === 'yes',
      backups: backups.length,
      backupBytes: backups.reduce((sum, { bytes }) => sum + bytes, 0),
      lastBackupAt: backups[0]?.at ?? null,
    };
  }

  get #retention() {
    const { historyDetailDays, historyMinuteDays, historyCapMegabytes } = this.#settings;
    return {
      detailDays: historyDetailDays,
      minuteDays: historyMinuteDays,
      capBytes: historyCapMegabytes * 1_000_000,
    };
  }

  async #tidy(): Promise<void> {
    const { tidying } = this.#store;
    try {
      const slice = (): boolean => this.#store.packLeftOver() || tidying.slice(this.#retention, Date.now());
      while (!this.#closed && slice()) {
        await new Promise((resolve) => setTimeout(resolve, sliceGapMs));
      }
      if (!this.#closed) tidying.remember('tidied-at', new Date().toISOString());
    } catch (error) {
      // A full disk: the store tells the user as soon as it cannot write, and the next look tries again.
      if (this.#closed) return;
      this.#tell({
        level: 'warning',
        message: `The history could not be tidied: ${problemFrom(error).message}`,
      });
    }
  }

  /** The day's backup; once a week every page and index of it is checked, which checks the database's own. */
  async #backUp(): Promise<void> {
    const { tidying } = this.#store;
    const checkedAt = Date.parse(tidying.recall('checked-at') ?? '') || 0;
    const whole = Math.abs(Date.now() - checkedAt) >= weekMs;
    const remember = (sound: 'yes' | 'no'): void => {
      if (!whole || this.#closed) return;
      tidying.remember('checked-at', new Date().toISOString());
      tidying.remember('sound', sound);
    };
    try {
      await this.#backups.make('daily', whole);
      remember('yes');
      this.#backupFailed = false;
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.code === 'resource.database-broken') remember('no');
      if (this.#closed || this.#backupFailed) return;
      this.#backupFailed = true;
      const { message, remedy } = problem;
      this.#tell({ level: 'warning', message: `The daily backup could not be made: ${message}`, remedy });
    }
  }
}
