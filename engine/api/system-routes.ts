import { z } from 'zod';
import { listGames } from '../../games/catalog.ts';
import packageJson from '../../package.json' with { type: 'json' };
import {
  dismissNoticesSchema,
  gameSchema,
  type Health,
  healthSchema,
  noticeSchema,
  windowQuerySchema,
  windowSchema,
} from '../../protocol/sessions.ts';
import { windowsOf } from '../session/windows.ts';
import { answers } from './schemas.ts';
import type { Api, Served } from './server.ts';

/** Games, windows, notices and health. */
export const addSystemRoutes = (api: Api, { supervisor, store, notices }: Served): void => {
  const tags = ['system'];
  api.get(
    '/v1/games',
    { schema: { tags, summary: 'The games of the catalogue', response: answers(z.array(gameSchema)) } },
    async () => listGames(),
  );
  api.get(
    '/v1/windows',
    {
      schema: {
        tags,
        summary: 'Windows of other programs, in which a game may run',
        querystring: windowQuerySchema,
        response: answers(z.array(windowSchema)),
      },
    },
    async (request) => windowsOf(request.query.display),
  );
  api.get(
    '/v1/notices',
    { schema: { tags, summary: 'What the user has to be told', response: answers(z.array(noticeSchema)) } },
    async () => notices.list(),
  );
  api.post(
    '/v1/notices/dismiss',
    {
      schema: {
        tags,
        summary: 'Take away notices that were read, in every window',
        body: dismissNoticesSchema,
        response: answers(dismissNoticesSchema.extend({ ids: z.array(z.int()) })),
      },
    },
    async (request) => ({ ids: notices.dismiss(request.body.ids) }),
  );
  api.get(
    '/v1/health',
    { schema: { tags, summary: 'Whether everything works', response: answers(healthSchema) } },
    async (): Promise<Health> => ({
      status: store.failing ? 'degraded' : 'ok',
      version: packageJson.version,
      uptimeMs: process.uptime() * 1000,
      sessions: supervisor.running,
    }),
  );
};
