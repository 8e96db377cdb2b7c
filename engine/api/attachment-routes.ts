import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { EeveeError } from '../../protocol/errors.ts';
import { changeAttachmentSchema, feedbackIdSchema, feedbackItemSchema } from '../../protocol/feedback.ts';
import { attachmentKinds } from '../../protocol/feedback-words.ts';
import { answers } from './schemas.ts';
import type { Api, Served } from './server.ts';

const idParams = z.object({ id: feedbackIdSchema });
const attachmentParams = z.object({ id: feedbackIdSchema, kind: z.enum(attachmentKinds) });

const sendFile = (reply: FastifyReply, mediaType: string, bytes: Buffer): FastifyReply =>
  reply.type(mediaType).send(bytes);

/** What can go along with feedback: look at it, change it, tick it. */
export const addAttachmentRoutes = (api: Api, { outbox }: Served): void => {
  const tags = ['feedback'];
  api.put(
    '/v1/feedback/:id/attachments/:kind',
    {
      schema: {
        tags,
        summary: 'Tick an attachment, or change it; "edit": null goes back to what was collected',
        params: attachmentParams,
        body: changeAttachmentSchema,
        response: answers(feedbackItemSchema),
      },
    },
    async ({ params, body }) => outbox.change(params.id, params.kind, body),
  );
  api.post(
    '/v1/feedback/:id/attachments/:kind/collect',
    {
      schema: {
        tags,
        summary: 'Collect an attachment once more, in the background',
        params: attachmentParams,
        response: answers(feedbackItemSchema),
      },
    },
    async ({ params }) => outbox.collect(params.id, params.kind),
  );
  api.get(
    '/v1/feedback/:id/attachments/:kind/content',
    {
      schema: {
        tags,
        summary: 'The file as it would be sent, byte for byte',
        params: attachmentParams,
        response: answers(z.any().describe('The file')),
      },
    },
    async ({ params }, reply) => {
      const { mediaType, bytes } = outbox.content(params.id, params.kind);
      return sendFile(reply, mediaType, bytes);
    },
  );
  api.get(
    '/v1/feedback/:id/attachments/replay/pictures',
    {
      schema: {
        tags,
        summary: 'Pictures of the replay as it was collected, one below the other (PNG)',
        params: idParams,
        response: answers(z.any().describe('A PNG picture')),
      },
    },
    async ({ params }, reply) => {
      const pictures = outbox.pictures(params.id);
      if (pictures) return sendFile(reply, 'image/png', pictures);
      throw new EeveeError({
        code: 'feedback.attachment-missing',
        message: 'This replay has no pictures.',
        remedy: 'Collect it once more.',
      });
    },
  );
};
