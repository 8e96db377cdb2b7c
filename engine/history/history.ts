import type {
  DecisionPage,
  HistoryPage,
  HistoryQuery,
  HistorySession,
  Series,
  SeriesQuery,
} from '../../protocol/history.ts';
import type { Session } from '../../protocol/sessions.ts';
import type { SessionFilter } from '../store/history-rows.ts';
import type { Store } from '../store/store.ts';
import { figuresOf } from './figures.ts';
import { isoOf } from './moments.ts';
import { seriesOf } from './series.ts';

/** Ranges up to which `auto` and `second` are told second by second; beyond it takes too long to put together. */
const finestRange = { auto: 3 * 3600, second: 4 * 3600, minute: 0 } as const;

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
      goal: query.goal ?? null,
      outcome: query.outcome ?? null,
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
    const { played, frameTimes, path, stages } = rows.session(session.id);
    const tasks = session.decision?.tasks ?? [];
    const done = tasks.filter(({ state }) => state === 'done').length;
    const kept = rows.kept(session.id);
    return {
      session,
      figures: figuresOf(played, frameTimes, path),
      tasks: session.goal === null ? null : { done, total: tasks.length },
      stages,
      detail: kept.seconds ? 'second' : kept.minutes ? 'minute' : null,
      frameTimes: kept.everyFrame,
    };
  }

  series(id: string, query: SeriesQuery): Series {
    const rows = this.#store.history;
    const from = query.from ?? 0;
    const to = Math.min(query.to ?? Number.MAX_SAFE_INTEGER, Math.max(from, rows.span(id)));
    const finest = rows.kept(id).seconds && to - from <= finestRange[query.resolution];
    const parts = finest ? rows.seconds(id, from, to) : rows.minutes(id, from, to);
    const width = finest ? 1 : 60;
    const step = width * Math.max(1, Math.ceil((to - from) / width / query.points));
    return {
      resolution: finest ? 'second' : 'minute',
      ...seriesOf(
        parts.map((part) => ({ ...part, time: part.second })),
        step,
      ),
    };
  }

  decisions(id: string, limit: number, before = Number.MAX_SAFE_INTEGER): DecisionPage {
    const found = this.#store.decisionPage(id, before, limit);
    return {
      first: found[0]?.number ?? null,
      total: this.#store.decisionCount(id),
      decisions: found.map(({ decision }) => decision),
    };
  }
}
