import { EeveeError } from '../../../protocol/errors.ts';
import type { HistorySession } from '../../../protocol/history.ts';
import type { ExportFormat } from '../../../protocol/history-words.ts';
import type { Session } from '../../../protocol/sessions.ts';
import type { History } from '../history.ts';
import { capFrameX } from './capframex.ts';
import type { ExportedHardware } from './hardware.ts';
import { mangoHud } from './mangohud.ts';
import { seriesCsv, sessionJson, sessionsCsv, sessionsJson } from './tables.ts';

/** A file that is written piece by piece. */
export interface Exported {
  /** Its name, as the programs that open it expect one. */
  name: string;
  type: string;
  pieces: Iterable<string>;
}

const csv = 'text/csv; charset=utf-8';
const json = 'application/json';
const pageOf = 100;

/** A session as a file. Throws `resource.frames-missing` where a format needs frame times that are gone. */
export const exportSession = (
  history: History,
  session: Session,
  format: ExportFormat,
  hardware: ExportedHardware,
): Exported => {
  const told = history.session(session);
  const { id, createdAt } = session;
  // 2026-01-31T12:00:00.000Z as 2026-01-31_12-00-00: what every file system takes.
  const moment = createdAt.slice(0, 19).replace('T', '_').replaceAll(':', '-');
  const series = () => history.wholeSeries(id);
  switch (format) {
    case 'capframex': {
      requireFrames(told);
      const pieces = capFrameX(told, () => history.everyFrame(id), hardware);
      return { name: `CapFrameX-eevee-${moment}.json`, type: json, pieces };
    }
    case 'mangohud': {
      requireFrames(told);
      const seconds = series();
      const pieces = mangoHud(
        history.everyFrame(id),
        seconds.resolution === 'second' ? seconds : null,
        hardware,
      );
      return { name: `eevee_${moment}.csv`, type: csv, pieces };
    }
    case 'csv':
      return { name: `eevee-${id}.csv`, type: csv, pieces: seriesCsv(series()) };
    case 'json':
      return { name: `eevee-${id}.json`, type: json, pieces: [sessionJson(told, series())] };
  }
};

const requireFrames = ({ frameTimes, session, detail }: HistorySession): void => {
  if (frameTimes) return;
  const why =
    session.clock === 'lockstep'
      ? 'it ran as fast as it could, where single frames have no time of their own'
      : detail === null
        ? 'nothing of it was played'
        : 'they are kept for some days only';
  throw new EeveeError({
    code: 'resource.frames-missing',
    message: `There are no frame times of session ${session.id}: ${why}.`,
    remedy: 'Export it as csv or json, which hold its seconds or minutes.',
    field: 'format',
    allowed: ['csv', 'json'],
  });
};

/** Sessions that began in a range, oldest last, as one file. */
export const exportRange = (
  history: History,
  range: { from?: string | undefined; to?: string | undefined },
  format: 'csv' | 'json',
): Exported => {
  const sessions = allSessions(history, range);
  return {
    name: `eevee-sessions.${format}`,
    type: format === 'csv' ? csv : json,
    pieces: format === 'csv' ? sessionsCsv(sessions) : sessionsJson(sessions),
  };
};

function* allSessions(
  history: History,
  range: { from?: string | undefined; to?: string | undefined },
): Generator<HistorySession> {
  for (let before: string | undefined; ; ) {
    const page = history.page({ ...range, limit: pageOf, before });
    yield* page.sessions;
    if (page.next === null) return;
    before = page.next;
  }
}
