import { EeveeError } from '../../protocol/errors.ts';
import type {
  DaysQuery,
  DecisionPage,
  HistoryDay,
  HistoryDays,
  HistoryPage,
  HistoryQuery,
  HistorySession,
  MinutesQuery,
  Series,
  SeriesQuery,
} from '../../protocol/history.ts';
import type { Session } from '../../protocol/sessions.ts';
import type { CountedBytes, HistoryRows, SessionFilter } from '../store/history-rows.ts';
import type { Store } from '../store/store.ts';
import { Distribution } from './distribution.ts';
import { figuresOf } from './figures.ts';
import { decodeFrameTimes } from './frame-times.ts';
import { isoOf } from './moments.ts';
import { addPlayed, nothingPlayed } from './played.ts';
import { seriesOf } from './series.ts';

/** Ranges up to which `auto` and `second` are told second by second; beyond it takes too long to put together. */
const finestRange = { auto: 3600, second: 5400, minute: 0 } as const;

/** Seconds that a trend by the minute may span. */
const longestTrend = 7 * 86_400 + 3600;

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

  /** Every second that is kept of a session, else its minutes: for exports, which may take their time. */
  wholeSeries(id: string): Series {
    return this.series(
      id,
      { resolution: 'second', points: Number.MAX_SAFE_INTEGER },
      Number.MAX_SAFE_INTEGER,
    );
  }

  /** `longest`: seconds that may be told one by one. */
  series(id: string, query: SeriesQuery, longest: number = finestRange[query.resolution]): Series {
    const rows = this.#store.history;
    const from = query.from ?? 0;
    const to = Math.min(query.to ?? Number.MAX_SAFE_INTEGER, Math.max(from, rows.span(id)));
    const finest = rows.kept(id).seconds && to - from <= longest;
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

  /** All sessions together, from minute to minute. Throws `configuration.invalid` for more than a week. */
  minutes(query: MinutesQuery): Series {
    const from = Date.parse(isoOf(query.from) ?? '') / 1000;
    const to = Date.parse(isoOf(query.to) ?? '') / 1000;
    if (to - from > longestTrend || to < from) {
      throw new EeveeError({
        code: 'configuration.invalid',
        message: 'Minutes can be told of seven days at most, from an earlier moment to a later one.',
        remedy: 'Choose a shorter range, or ask for days.',
        field: 'to',
        value: query.to,
      });
    }
    const step = 60 * Math.max(1, Math.ceil((to - from) / 60 / query.points));
    const rows = this.#store.history.minutesBetween(from * 1000, to * 1000);
    return { resolution: 'minute', ...seriesOf(timed(rows), step) };
  }

  /** Days of play and their sum. */
  days(query: DaysQuery): HistoryDays {
    const rows = this.#store.history.days(query.from ?? null, query.to ?? null, query.game ?? null);
    const byDay = Map.groupBy(rows, ({ day }) => day);
    return {
      days: [...byDay].map(([day, games]) => dayOf(day, games)),
      total: rows.length > 0 ? dayOf(rows.at(-1)!.day, rows) : null,
    };
  }

  /** Each frame's time in microseconds, a second of play at a time; nothing where they are no longer kept. */
  *everyFrame(id: string): Generator<number[]> {
    for (const second of this.#store.history.everyFrame(id)) yield decodeFrameTimes(second);
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

function* timed(rows: Iterable<CountedBytes>): Generator<CountedBytes & { time: number }> {
  for (const row of rows) yield { ...row, time: row.at / 1000 };
}

type DayRow = ReturnType<HistoryRows['days']>[number];

const dayOf = (day: string, rows: DayRow[]): HistoryDay => {
  const [frameTimes, path] = [new Distribution(), new Distribution()];
  for (const row of rows) {
    frameTimes.merge(row.frameTimes);
    path.merge(row.path);
  }
  const played = rows.reduce((sum, row) => addPlayed(sum, row.played), nothingPlayed());
  return {
    day,
    sessions: rows.reduce((sum, { sessions }) => sum + sessions, 0),
    goalsReached: rows.reduce((sum, { goals }) => sum + goals, 0),
    figures: figuresOf(played, frameTimes, path),
  };
};
