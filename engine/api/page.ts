import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { mending } from '../../protocol/mending.ts';
import type { Api } from './server.ts';

const { remedy } = mending({ remedy: 'Run <code>npm run build</code>, then reload.' });
const notBuilt = `<!doctype html><meta charset="utf-8"><title>Eevee</title>
<p>The engine is running, but its page is not there. ${remedy}
<p>The API is described at <a href="/docs">/docs</a>.`;

/** Serves the built page at `/`; without one, a page that says how to build it. */
export const addPage = async (api: Api, pageDir: string): Promise<void> => {
  if (!existsSync(join(pageDir, 'index.html'))) {
    api.get('/', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/html').send(notBuilt),
    );
    return;
  }
  await api.register(fastifyStatic, {
    root: pageDir,
    dotfiles: 'deny',
    index: 'index.html',
    // A rebuilt page has to be seen at the next reload; the files come from this very machine.
    cacheControl: false,
    schemaHide: true,
  });
};
