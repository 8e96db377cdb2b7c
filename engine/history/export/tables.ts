import type { HistorySession, Series } from '../../../protocol/history.ts';
import { historyColumnNames, historyColumns } from '../../../protocol/history-words.ts';
import { csvLine } from '../../csv.ts';

/** A series as a table: a line a point, its time in seconds of play; empty cells were not measured. */
export function* seriesCsv({ time, columns }: Series): Generator<string> {
  const names = historyColumnNames.filter((name) => columns[name]);
  yield csvLine(['time', ...names]);
  for (const [index, seconds] of time.entries()) {
    yield csvLine([seconds, ...names.map((name) => columns[name]![index] ?? null)]);
  }
}

/** A session with its summary, its series, and what each column is. */
export const sessionJson = (session: HistorySession, series: Series): string =>
  `${JSON.stringify({ format: 'eevee-history-1', ...session, columns: historyColumns, series })}\n`;

const facts = ['id', 'createdAt', 'endedAt', 'game', 'title', 'player', 'clock', 'goal'] as const;

/** Sessions with their summary figures, a line each. */
export function* sessionsCsv(sessions: Iterable<HistorySession>): Generator<string> {
  const names = historyColumnNames;
  yield csvLine([...facts, 'goalReached', 'end', 'playedSeconds', 'tasksDone', 'tasks', ...names]);
  for (const { session, figures, tasks } of sessions) {
    yield csvLine([
      ...facts.map((name) => session[name]),
      session.goalReached ? 1 : 0,
      session.end?.reason ?? null,
      figures.playedSeconds,
      tasks?.done ?? null,
      tasks?.total ?? null,
      ...names.map((name) => figures[name]),
    ]);
  }
}

/** The same as JSON, with what each column is. */
export function* sessionsJson(sessions: Iterable<HistorySession>): Generator<string> {
  yield `{"format":"eevee-history-1","columns":${JSON.stringify(historyColumns)},"sessions":[`;
  let begin = '\n';
  for (const session of sessions) {
    yield begin + JSON.stringify(session);
    begin = ',\n';
  }
  yield '\n]}\n';
}
