import { z } from 'zod';
import {
  consentSchema,
  createFeedbackSchema,
  feedbackIdSchema,
  feedbackItemSchema,
  feedbackPreviewSchema,
  type Outbox,
  outboxSchema,
  writeFeedbackSchema,
} from '../../protocol/feedback.ts';
import { feedbackFileName } from '../../protocol/feedback-words.ts';
import { answers } from './schemas.ts';
import type { Api, Served } from './server.ts';

const idParams = z.object({ id: feedbackIdSchema });

/** Feedback: write, preview, agree, follow. */
export const addFeedbackRoutes = (api: Api, { outbox }: Served): void => {
  const tags = ['feedback'];
  api.get(
    '/v1/feedback',
    {
      schema: {
        tags,
        summary: 'Drafts, the outbox and what was sent, newest first',
        response: answers(outboxSchema),
      },
    },
    async (): Promise<Outbox> => ({ hub: outbox.hub, items: outbox.list() }),
  );
  api.post(
    '/v1/feedback',
    {
      schema: {
        tags,
        summary: 'Begin a form; what can go along is collected in the background',
        body: createFeedbackSchema,
        response: answers(feedbackItemSchema, 201),
      },
    },
    async (request, reply) => reply.code(201).send(outbox.create(request.body)),
  );
  api.get(
    '/v1/feedback/:id',
    { schema: { tags, summary: 'One item', params: idParams, response: answers(feedbackItemSchema) } },
    async (request) => outbox.get(request.params.id),
  );
  api.put(
    '/v1/feedback/:id',
    {
      schema: {
        tags,
        summary: 'Keep what was written so far, be it too long or not complete',
        params: idParams,
        body: writeFeedbackSchema,
        response: answers(feedbackItemSchema),
      },
    },
    async (request) => outbox.write(request.params.id, request.body),
  );
  api.delete(
    '/v1/feedback/:id',
    {
      schema: {
        tags,
        summary: 'Delete an item; for a day it can be restored',
        params: idParams,
        response: answers(z.object({ deleted: feedbackIdSchema })),
      },
    },
    async (request) => {
      outbox.remove(request.params.id);
      return { deleted: request.params.id };
    },
  );
  api.get(
    '/v1/feedback/:id/preview',
    {
      schema: {
        tags,
        summary: 'Exactly what would leave, and the digest by which to agree to it',
        params: idParams,
        response: answers(feedbackPreviewSchema),
      },
    },
    async (request) => outbox.preview(request.params.id),
  );
  api.post(
    '/v1/feedback/:id/send',
    {
      schema: {
        tags,
        summary: 'Agree to what was previewed: it is sent to the hub, once',
        params: idParams,
        body: consentSchema,
        response: answers(feedbackItemSchema),
      },
    },
    async (request) => outbox.send(request.params.id, request.body.digest),
  );
  api.post(
    '/v1/feedback/:id/export',
    {
      schema: {
        tags,
        summary: 'Save what was previewed as a file (ZIP) instead of sending it',
        params: idParams,
        body: consentSchema,
        response: answers(z.any().describe('A ZIP file')),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const zip = outbox.export(id, request.body.digest);
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${feedbackFileName(id)}"`)
        .send(Buffer.from(zip));
    },
  );
  const verbs = {
    withdraw: 'Make it a draft again, before the hub has it',
    retry: 'Try again at once',
    restore: 'Take a deletion back',
  } as const;
  for (const verb of Object.keys(verbs) as (keyof typeof verbs)[]) {
    api.post(
      `/v1/feedback/:id/${verb}`,
      { schema: { tags, summary: verbs[verb], params: idParams, response: answers(feedbackItemSchema) } },
      async (request) => outbox[verb](request.params.id),
    );
  }
};
