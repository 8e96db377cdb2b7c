import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  historyChoicesSchema,
  type SessionFiles,
  sessionEventsSchema,
  sessionFilesSchema,
} from '../../protocol/session-keepsakes.ts';
import { sessionSchema } from '../../protocol/sessions.ts';
import { eeveeCommand, quoted } from '../cli-command.ts';
import { tellEvents } from '../history/session-events.ts';
import { sessionFolder } from '../session/folder.ts';
import { bytesAt } from '../storage.ts';
import { answers, idParams } from './schemas.ts';
import type { Api, Served } from './server.ts';

/** Events that are told of one session; nobody reads more, and a session left alone for a week may have many. */
const mostEvents = 500;

/** What a session left behind: its events, its files; and taking it away. */
export const addKeepsakeRoutes = (api: Api, { store, supervisor, data }: Served): void => {
  const tags = ['history'];
  const filesOf = async (id: string): Promise<SessionFiles> => {
    const { root, inputs } = sessionFolder(join(data.sessions, id));
    const replay = existsSync(inputs)
      ? { path: inputs, bytes: statSync(inputs).size, command: eeveeCommand(`replay ${quoted(inputs)}`) }
      : null;
    return { folder: root, bytes: await bytesAt(root), replay };
  };
  api.get(
    '/v1/history/choices',
    {
      schema: {
        tags,
        summary: 'Games and goals that were played, to look for sessions by',
        response: answers(historyChoicesSchema),
      },
    },
    async () => store.keepsakes.choices(),
  );
  api.get(
    '/v1/history/sessions/:id/events',
    {
      schema: {
        tags,
        summary: 'What happened in it: turns, pauses, saves, jumps in time, its end',
        params: idParams,
        response: answers(sessionEventsSchema),
      },
    },
    async (request) => {
      const { id } = supervisor.get(request.params.id);
      const events = tellEvents(store.keepsakes.events(id, mostEvents));
      return { events, left: Math.max(0, store.keepsakes.eventCount(id) - mostEvents) };
    },
  );
  api.get(
    '/v1/history/sessions/:id/files',
    {
      schema: {
        tags,
        summary: 'Its files, and how to replay it',
        params: idParams,
        response: answers(sessionFilesSchema),
      },
    },
    async (request) => filesOf(supervisor.get(request.params.id).id),
  );
  api.delete(
    '/v1/sessions/:id',
    {
      schema: {
        tags,
        summary:
          'Delete an ended session: its files, figures, decisions, events and cases; for an hour it can be restored',
        params: idParams,
        response: answers(sessionSchema),
      },
    },
    async (request) => supervisor.remove(request.params.id),
  );
  api.post(
    '/v1/sessions/:id/restore',
    { schema: { tags, summary: 'Take a deletion back', params: idParams, response: answers(sessionSchema) } },
    async (request) => supervisor.restore(request.params.id),
  );
};
