import { z } from 'zod';
import { EeveeError } from '../../protocol/errors.ts';
import { decisionSchema } from '../../protocol/observation.ts';
import {
  createSessionSchema,
  heldButtonsSchema,
  metricsSchema,
  type Session,
  sessionSchema,
  speedSchema,
  stepSchema,
} from '../../protocol/sessions.ts';
import { stopWhenSchema } from '../../protocol/stop.ts';
import { buttonMask } from '../../protocol/words.ts';
import type { LiveSession } from '../session/live-session.ts';
import { encodePng } from './png.ts';
import { answers, idParams, limitQuery, pngAnswer, sendPng } from './schemas.ts';
import type { Api, Served } from './server.ts';

/** Verbs on a session that take nothing and answer with it. */
const verbs: { path: string; summary: string; act: (session: LiveSession) => Promise<Session> }[] = [
  { path: 'pause', summary: 'Stop the clock', act: (session) => session.pause() },
  { path: 'resume', summary: 'Go on', act: (session) => session.resume() },
  { path: 'stop', summary: 'End the session, with an autosave', act: (session) => session.stop() },
  { path: 'take-over', summary: 'The buttons are the human’s', act: (session) => session.setTurn('player') },
  {
    path: 'advise',
    summary: 'The buttons are the human’s, and the AI says what it would press',
    act: (session) => session.setTurn('advisor'),
  },
  { path: 'hand-back', summary: 'The buttons are the AI’s again', act: (session) => session.setTurn('ai') },
];

/** Sessions: start, look, act. */
export const addSessionRoutes = (api: Api, { supervisor, store, library }: Served): void => {
  const tags = ['sessions'];
  api.post(
    '/v1/sessions',
    {
      schema: {
        tags,
        summary: 'Start a session; answers when it plays',
        body: createSessionSchema,
        response: answers(sessionSchema, 201),
      },
    },
    async (request, reply) => {
      const { asked, title } = await library.resolve(request.body);
      return reply.code(201).send(await supervisor.create(asked, title));
    },
  );
  api.get(
    '/v1/sessions',
    {
      schema: {
        tags,
        summary: 'Sessions, newest first, also of earlier launches',
        querystring: limitQuery(50),
        response: answers(z.array(sessionSchema)),
      },
    },
    async (request) => supervisor.list(request.query.limit),
  );
  api.get(
    '/v1/sessions/:id',
    { schema: { tags, summary: 'One session', params: idParams, response: answers(sessionSchema) } },
    async (request) => supervisor.get(request.params.id),
  );
  api.get(
    '/v1/sessions/:id/metrics',
    { schema: { tags, summary: 'Its figures', params: idParams, response: answers(metricsSchema) } },
    async (request) => supervisor.metrics(request.params.id),
  );
  api.get(
    '/v1/sessions/:id/decisions',
    {
      schema: {
        tags,
        summary: 'Its newest decisions, oldest first',
        params: idParams,
        querystring: limitQuery(100),
        response: answers(z.array(decisionSchema)),
      },
    },
    async (request) => store.decisions(supervisor.get(request.params.id).id, request.query.limit),
  );
  addPicture(api, supervisor);
  addActions(api, supervisor);
};

/** A session that was paused before its first frame has no picture, and may never have one. */
const withinTime = <Value>(promise: Promise<Value>): Promise<Value | null> =>
  Promise.race([promise, new Promise<null>((resolve) => setTimeout(() => resolve(null), 2000).unref())]);

const addPicture = (api: Api, supervisor: Served['supervisor']): void => {
  api.get(
    '/v1/sessions/:id/frame.png',
    {
      schema: {
        tags: ['sessions'],
        summary: 'The newest picture',
        params: idParams,
        ...pngAnswer,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const picture = await withinTime(supervisor.live(id).pictures.next(-1));
      if (picture) return sendPng(reply, encodePng(picture));
      throw new EeveeError({
        code: 'session.ended',
        message: `Session ${id} shows no picture.`,
        remedy: 'Let it run; if it has ended, resume it from its last autosave.',
      });
    },
  );
};

const addActions = (api: Api, supervisor: Served['supervisor']): void => {
  const schema = { tags: ['sessions'], params: idParams, response: answers(sessionSchema) };
  for (const { path, summary, act } of verbs) {
    api.post(`/v1/sessions/:id/${path}`, { schema: { ...schema, summary } }, async (request) =>
      act(supervisor.live(request.params.id)),
    );
  }
  api.put(
    '/v1/sessions/:id/stop-when',
    { schema: { ...schema, summary: 'Say when it is to pause or end by itself', body: stopWhenSchema } },
    async (request) => supervisor.live(request.params.id).setStopWhen(request.body.stopWhen),
  );
  api.post(
    '/v1/sessions/:id/step',
    { schema: { ...schema, summary: 'Run a paused session for some frames', body: stepSchema } },
    async (request) => supervisor.live(request.params.id).step(request.body.frames),
  );
  api.post(
    '/v1/sessions/:id/speed',
    { schema: { ...schema, summary: 'Set the speed of the real-time clock', body: speedSchema } },
    async (request) => supervisor.live(request.params.id).setSpeed(request.body.speed),
  );
  api.post(
    '/v1/sessions/:id/buttons',
    { schema: { ...schema, summary: 'Hold these buttons, in the human’s turn', body: heldButtonsSchema } },
    async (request) => supervisor.live(request.params.id).setButtons(buttonMask(request.body.buttons)),
  );
};
