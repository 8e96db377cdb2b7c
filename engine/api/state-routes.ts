import { z } from 'zod';
import {
  retitleStateSchema,
  savedStateSchema,
  saveStateSchema,
  sessionSchema,
} from '../../protocol/sessions.ts';
import {
  deleteState,
  listAutosaves,
  listStates,
  readThumbnail,
  requireUsersName,
  restoreState,
  retitle,
} from '../session/saves.ts';
import { answers, idParams, pngAnswer, sendPng, stateParams } from './schemas.ts';
import type { Api, Served } from './server.ts';

const tags = ['states'];

/** Saved states of a session. */
export const addStateRoutes = (api: Api, { supervisor }: Served): void => {
  api.post(
    '/v1/sessions/:id/states',
    {
      schema: {
        tags,
        summary: 'Save a state under a name, over an older one of that name unless told not to',
        params: idParams,
        body: saveStateSchema,
        response: answers(savedStateSchema, 201),
      },
    },
    async (request, reply) =>
      reply.code(201).send(await supervisor.saveState(request.params.id, request.body)),
  );
  const list = { tags, params: idParams, response: answers(z.array(savedStateSchema)) };
  api.get(
    '/v1/sessions/:id/states',
    { schema: { ...list, summary: 'The saved states, newest first' } },
    async (request) => listStates(supervisor.folder(request.params.id)),
  );
  api.get(
    '/v1/sessions/:id/autosaves',
    { schema: { ...list, summary: 'The last autosaves, newest first, at growing distances' } },
    async (request) => listAutosaves(supervisor.folder(request.params.id)),
  );
  api.post(
    '/v1/sessions/:id/states/:name/load',
    {
      schema: {
        tags,
        summary: 'Go on from a saved state; "autosave" is the last autosave',
        params: stateParams,
        response: answers(sessionSchema),
      },
    },
    async (request) => supervisor.loadState(request.params.id, request.params.name),
  );
  api.get(
    '/v1/sessions/:id/states/:name/thumbnail.png',
    { schema: { tags, summary: 'Its picture', params: stateParams, ...pngAnswer } },
    async (request, reply) =>
      sendPng(reply, readThumbnail(supervisor.folder(request.params.id), request.params.name)),
  );
  addKeeping(api, supervisor);
};

/** Keeping saved states in order: only the user's own have a title, and can be deleted. */
const addKeeping = (api: Api, supervisor: Served['supervisor']): void => {
  const schema = { tags, params: stateParams, response: answers(savedStateSchema) };
  const path = '/v1/sessions/:id/states/:name';
  const place = ({ id, name }: { id: string; name: string }) => {
    requireUsersName(name);
    return [supervisor.folder(id), name] as const;
  };
  api.put(
    path,
    { schema: { ...schema, summary: 'Give it another title', body: retitleStateSchema } },
    async (request) => retitle(...place(request.params), request.body.title),
  );
  api.delete(
    path,
    { schema: { ...schema, summary: 'Delete it; the last ones deleted can be restored' } },
    async (request) => deleteState(...place(request.params)),
  );
  api.post(
    `${path}/restore`,
    { schema: { ...schema, summary: 'Bring a deleted one back' } },
    async (request) => restoreState(...place(request.params)),
  );
};
