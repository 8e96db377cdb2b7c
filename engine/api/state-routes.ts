import { z } from 'zod';
import { savedStateSchema, saveStateSchema, sessionSchema } from '../../protocol/sessions.ts';
import { answers, idParams, stateParams } from './schemas.ts';
import type { Api, Served } from './server.ts';

/** Saved states of a session. */
export const addStateRoutes = (api: Api, { supervisor }: Served): void => {
  const tags = ['states'];
  api.post(
    '/v1/sessions/:id/states',
    {
      schema: {
        tags,
        summary: 'Save a state under a name, over an older one of that name',
        params: idParams,
        body: saveStateSchema,
        response: answers(savedStateSchema, 201),
      },
    },
    async (request, reply) =>
      reply.code(201).send(await supervisor.saveState(request.params.id, request.body.name)),
  );
  api.get(
    '/v1/sessions/:id/states',
    {
      schema: {
        tags,
        summary: 'The saved states, newest first',
        params: idParams,
        response: answers(z.array(savedStateSchema)),
      },
    },
    async (request) => supervisor.states(request.params.id),
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
};
