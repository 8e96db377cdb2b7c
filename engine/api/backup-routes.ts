import { z } from 'zod';
import {
  backupNameSchema,
  backupSchema,
  historyStorageSchema,
  restoredSchema,
} from '../../protocol/backups.ts';
import { answers } from './schemas.ts';
import type { Api, Served } from './server.ts';

const nameParams = z.object({ name: backupNameSchema });

/** What the history takes, and backups of it. */
export const addBackupRoutes = (api: Api, { backups, keeper }: Served): void => {
  const tags = ['history'];
  api.get(
    '/v1/history/storage',
    {
      schema: {
        tags,
        summary:
          'What the history takes, how long what is kept, when it was last tidied, checked and backed up',
        response: answers(historyStorageSchema),
      },
    },
    async () => keeper.storage(),
  );
  api.post(
    '/v1/history/tidy',
    {
      schema: {
        tags,
        summary: 'Take out now what is no longer kept, and give free room back; answers when that is done',
        response: answers(historyStorageSchema),
      },
    },
    async () => {
      await keeper.tidy();
      return keeper.storage();
    },
  );
  api.get(
    '/v1/backups',
    { schema: { tags, summary: 'Backups, newest first', response: answers(z.array(backupSchema)) } },
    async () => backups.list(),
  );
  api.post(
    '/v1/backups',
    {
      schema: {
        tags,
        summary: 'Back the database up now, while it is used',
        response: answers(backupSchema, 201),
      },
    },
    async (_request, reply) => reply.code(201).send(await backups.make('manual')),
  );
  api.post(
    '/v1/backups/:name/restore',
    {
      schema: {
        tags,
        summary: 'Put a backup’s content in the place of the database’s; what was there is backed up first',
        params: nameParams,
        response: answers(restoredSchema),
      },
    },
    async (request) => backups.restore(request.params.name),
  );
};
