import type {
  DecisionPage,
  HistoryPage,
  HistoryQuery,
  HistorySession,
  Series,
  SeriesQuery,
} from '../../protocol/history.ts';
import type { Second, Session } from '../../protocol/sessions.ts';
import type { SessionFilter } from '../store/history-rows.ts';
import type { Store } from '../store/store.ts';
import { noFigures } from './figures.ts';
import { isoOf } from './moments.ts';

/** What was played, out of the store: what the history's routes answer. */
export class History {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Sessions that began in a range, newest first, a page at a time. */
  page(query: HistoryQuery): HistoryPage {
    const filter: SessionFilter = {
      from: isoOf(query.from),
      to: isoOf(query.to),
      game: query.game ?? null,
    };
    const rows = this.#store.history;
    // One more than asked for tells whether there is another page.
    const found = rows.sessions(filter, query.limit + 1, query.before ?? null);
    const shown = found.slice(0, query.limit);
    return {
      sessions: shown.map((session) => this.session(session)),
      next: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
      total: rows.count(filter),
    };
  }

  session(session: Session): HistorySession {
    const rows = this.#store.history;
    const sums = rows.sums(session.id);
    const { frames, playedSeconds } = sums;
    const fps = playedSeconds > 0 ? frames / playedSeconds : null;
    const tasks = session.decision?.tasks ?? [];
    const done = tasks.filter(({ state }) => state === 'done').length;
    return {
      session,
      figures: { ...noFigures, ...sums, fps, decisions: rows.decisionCount(session.id) },
      tasks: session.goal === null ? null : { done, total: tasks.length },
      stages: [],
      detail: frames > 0 ? 'second' : null,
      frameTimes: false,
    };
  }

  series(id: string, query: SeriesQuery): Series {
    const from = Math.floor(query.from ?? 0);
    const to = Math.ceil(query.to ?? Number.MAX_SAFE_INTEGER);
    const seconds = this.#store.history.seconds(id, from, to);
    const span = (seconds.at(-1)?.second ?? from) + 1 - (seconds[0]?.second ?? from);
    const step = Math.max(query.resolution === 'minute' ? 60 : 1, Math.ceil(span / query.points));
    const groups = [...Map.groupBy(seconds, ({ second }) => Math.floor(second / step))];
    const column = (value: (group: Second[]) => number) => groups.map(([, group]) => value(group));
    return {
      resolution: query.resolution === 'minute' ? 'minute' : 'second',
      step,
      time: groups.map(([number]) => number * step),
      columns: {
        frames: column((group) => sum(group, 'frames')),
        fps: column((group) => sum(group, 'frames') / Math.max(1e-3, playedOf(group))),
        pathP50: column((group) => sum(group, 'p50') / group.length),
        pathP99: column((group) => Math.max(...group.map(({ p99 }) => p99))),
        pathMax: column((group) => Math.max(...group.map(({ max }) => max))),
        lateFrames: column((group) => sum(group, 'lateFrames')),
        residentBytes: column((group) => Math.max(...group.map(({ residentBytes }) => residentBytes))),
      },
    };
  }

  decisions(id: string, limit: number, before = Number.MAX_SAFE_INTEGER): DecisionPage {
    const found = this.#store.history.decisions(id, before, limit);
    return {
      first: found[0]?.number ?? null,
      total: this.#store.history.decisionCount(id),
      decisions: found.map(({ decision }) => decision),
    };
  }
}

const sum = (group: Second[], name: 'frames' | 'p50' | 'lateFrames'): number =>
  group.reduce((total, second) => total + second[name], 0);
const playedOf = (group: Second[]): number =>
  group.reduce((total, { frames, fps }) => total + (fps > 0 ? frames / fps : 0), 0);
