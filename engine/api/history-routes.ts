import type { FastifyReply } from 'fastify';
import {
  daysQuerySchema,
  decisionPageSchema,
  decisionsQuerySchema,
  historyDaysSchema,
  historyPageSchema,
  historyQuerySchema,
  historySessionSchema,
  minutesQuerySchema,
  seriesQuerySchema,
  seriesSchema,
} from '../../protocol/history.ts';
import { answers, idParams } from './schemas.ts';
import type { Api, Served } from './server.ts';

/**
 * Sends an answer without checking it against its schema once more: the compiler has, and with ten thousands of
 * numbers it takes longer than finding them.
 */
const unchecked = <Answer>(reply: FastifyReply, answer: Answer): Answer => {
  reply.type('application/json').serializer((payload: unknown) => JSON.stringify(payload));
  return answer;
};

/** What was played: sessions with their figures, series for plots, decisions. */
export const addHistoryRoutes = (api: Api, served: Served): void => {
  addSessions(api, served);
  addTrends(api, served);
};

const addTrends = (api: Api, { history }: Served): void => {
  const tags = ['history'];
  api.get(
    '/v1/history/minutes',
    {
      schema: {
        tags,
        summary: 'How all sessions together ran, from minute to minute, over a week at most',
        querystring: minutesQuerySchema,
        response: answers(seriesSchema),
      },
    },
    async (request, reply) => unchecked(reply, history.minutes(request.query)),
  );
  api.get(
    '/v1/history/days',
    {
      schema: {
        tags,
        summary: 'Each day that was played, and their sum; days are kept for ever',
        querystring: daysQuerySchema,
        response: answers(historyDaysSchema),
      },
    },
    async (request, reply) => unchecked(reply, history.days(request.query)),
  );
};

const addSessions = (api: Api, { history, supervisor }: Served): void => {
  const tags = ['history'];
  api.get(
    '/v1/history/sessions',
    {
      schema: {
        tags,
        summary: 'Sessions with their summary figures, newest first, a page at a time',
        querystring: historyQuerySchema,
        response: answers(historyPageSchema),
      },
    },
    async (request, reply) => unchecked(reply, history.page(request.query)),
  );
  api.get(
    '/v1/history/sessions/:id',
    {
      schema: {
        tags,
        summary: 'One session with its summary figures',
        params: idParams,
        response: answers(historySessionSchema),
      },
    },
    async (request) => history.session(supervisor.get(request.params.id)),
  );
  api.get(
    '/v1/history/sessions/:id/series',
    {
      schema: {
        tags,
        summary: 'How it ran from second to second, or from minute to minute, as columns for a plot',
        params: idParams,
        querystring: seriesQuerySchema,
        response: answers(seriesSchema),
      },
    },
    async (request, reply) =>
      unchecked(reply, history.series(supervisor.get(request.params.id).id, request.query)),
  );
  api.get(
    '/v1/history/sessions/:id/decisions',
    {
      schema: {
        tags,
        summary: 'Its decisions, a page at a time, from the newest back',
        params: idParams,
        querystring: decisionsQuerySchema,
        response: answers(decisionPageSchema),
      },
    },
    async (request) =>
      history.decisions(supervisor.get(request.params.id).id, request.query.limit, request.query.before),
  );
};
