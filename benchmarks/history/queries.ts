import type { EngineClient } from '../../engine/api/client.ts';
import type { HistoryPage } from '../../protocol/history.ts';

/** Every question that the page asks of the history, with the ranges that cost most. */
export const queriesOf = async (client: EngineClient): Promise<{ what: string; path: string }[]> => {
  const { sessions } = await client.request<HistoryPage>('GET', '/v1/history/sessions?limit=50');
  const longest = sessions.toSorted((a, b) => b.figures.playedSeconds - a.figures.playedSeconds)[0]!;
  const { id } = longest.session;
  const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  const hours = (longest.figures.playedSeconds / 3600).toFixed(1);
  return [
    { what: 'newest 50 sessions with their figures', path: '/v1/history/sessions?limit=50' },
    { what: 'newest 200 sessions with their figures', path: '/v1/history/sessions?limit=200' },
    { what: 'sessions of half a year ago', path: `/v1/history/sessions?to=${ago(180)}` },
    { what: `one session of ${hours} hours`, path: `/v1/history/sessions/${id}` },
    { what: 'its series, as the page asks', path: `/v1/history/sessions/${id}/series` },
    {
      what: 'its series, each of 5400 seconds',
      path: `/v1/history/sessions/${id}/series?resolution=second&to=5400&points=5000`,
    },
    { what: 'its series, every minute', path: `/v1/history/sessions/${id}/series?resolution=minute` },
    { what: 'its newest 100 decisions', path: `/v1/history/sessions/${id}/decisions` },
    {
      what: '500 decisions from its middle',
      path: `/v1/history/sessions/${id}/decisions?limit=500&before=3000`,
    },
    { what: 'a week by the minute', path: `/v1/history/minutes?from=${ago(7)}&to=${ago(0)}` },
    {
      what: 'sessions with a goal and an outcome that none has',
      path: '/v1/history/sessions?goal=none&outcome=failed',
    },
    { what: 'games and goals to choose from', path: '/v1/history/choices' },
    { what: 'what happened in one session', path: `/v1/history/sessions/${id}/events` },
    { what: 'every day of the year', path: '/v1/history/days' },
    { what: 'the newest 50 sessions (room Play)', path: '/v1/sessions' },
    { what: 'what the history takes', path: '/v1/history/storage' },
  ];
};
