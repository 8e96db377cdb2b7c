import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import packageJson from '../../package.json' with { type: 'json' };
import { nameSchemas } from './schemas.ts';
import type { Api } from './server.ts';

const about = `
The engine's API, on this machine only. Every call under \`/v1\` needs the token of this launch:
\`Authorization: Bearer …\`. This page needs none: it describes the calls and holds no data.

**Errors** are a \`Problem\`: a code, a sentence that names the thing, and what to do.

**The stream**, \`ws://…/v1/stream\` with the subprotocols \`eevee.v1\` and \`token.…\`: send a
\`ClientMessage\`, receive \`ServerEvent\`s as text and pictures as binary messages (a header of 32 bytes, then
the pixels; see \`protocol/frame-message.ts\`). Answer each picture with \`ack\`: two may be under way.
`;

/** Describes every route from its schemas, at `/docs` (and `/docs/json`). Register before the routes. */
export const addDocumentation = async (api: Api): Promise<void> => {
  nameSchemas();
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Eevee engine', version: packageJson.version, description: about },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await api.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    // The validator badge would call a server on the internet.
    uiConfig: { docExpansion: 'list', deepLinking: true, validatorUrl: null },
  });
};
