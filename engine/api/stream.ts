import { EeveeError } from '../../protocol/errors.ts';
import { serverEventSchema } from '../../protocol/sessions.ts';
import { answers } from './schemas.ts';
import type { Api, Served } from './server.ts';
import { StreamConnection, type StreamSocket } from './stream-connection.ts';

/** The WebSocket at `/v1/stream`. The guard has seen the request before it is upgraded. */
export const addStream = (api: Api, { supervisor, hub }: Served): void => {
  api.route({
    method: 'GET',
    url: '/v1/stream',
    schema: {
      tags: ['stream'],
      summary: 'The stream, a WebSocket: events as text, pictures as binary',
      description: 'Send a `ClientMessage`, receive a `ServerEvent`. Without an upgrade it answers 400.',
      response: answers(serverEventSchema),
    },
    handler: async () => {
      throw new EeveeError({
        code: 'configuration.invalid',
        message: '/v1/stream is a WebSocket.',
        remedy: 'Open it with the subprotocols eevee.v1 and token.…',
        field: 'upgrade',
      });
    },
    wsHandler: (socket: StreamSocket) => {
      new StreamConnection(socket, supervisor, hub);
    },
  });
};
