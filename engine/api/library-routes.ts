import { z } from 'zod';
import { EeveeError } from '../../protocol/errors.ts';
import {
  addedSchema,
  addRomSchema,
  libraryEntrySchema,
  libraryIdSchema,
  patchEntrySchema,
  pinArtSchema,
  uploadQuerySchema,
} from '../../protocol/library.ts';
import { encodePng } from './png.ts';
import { answers } from './schemas.ts';
import type { Api, Served } from './server.ts';

const params = z.object({ id: libraryIdSchema });
const tags = ['library'];

/** The library of games. */
export const addLibraryRoutes = (api: Api, served: Served): void => {
  const { library } = served;
  api.get(
    '/v1/library',
    {
      schema: {
        tags,
        summary: 'The games, those played last first',
        response: answers(z.array(libraryEntrySchema)),
      },
    },
    async () => library.list(),
  );
  api.post(
    '/v1/library',
    {
      schema: {
        tags,
        summary: 'Add a ROM that stays where it is',
        body: addRomSchema,
        response: answers(addedSchema, 201),
      },
    },
    async (request, reply) => reply.code(201).send(await library.addPath(request.body.path)),
  );
  addUpload(api, served);
  api.get(
    '/v1/library/:id',
    { schema: { tags, summary: 'One game', params, response: answers(libraryEntrySchema) } },
    async (request) => library.one(request.params.id),
  );
  api.patch(
    '/v1/library/:id',
    {
      schema: {
        tags,
        summary: 'Rename a game, say where its file is now, or take the file as it is now',
        params,
        body: patchEntrySchema,
        response: answers(libraryEntrySchema),
      },
    },
    async (request) => library.patch(request.params.id, request.body),
  );
  api.delete(
    '/v1/library/:id',
    {
      schema: {
        tags,
        summary:
          'Take a game out; for a day it can be brought back, and files of the player’s are never touched',
        params,
        response: answers(z.object({ removed: libraryIdSchema })),
      },
    },
    async (request) => {
      library.remove(request.params.id);
      return { removed: request.params.id };
    },
  );
  api.post(
    '/v1/library/:id/restore',
    { schema: { tags, summary: 'Bring a removed game back', params, response: answers(libraryEntrySchema) } },
    async (request) => library.restore(request.params.id),
  );
  addArt(api, served);
};

/** The one route whose body is a file: it is read as it comes, never whole into memory. */
const addUpload = (api: Api, { library }: Served): void => {
  void api.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    (scope as unknown as Api).post(
      '/v1/library/upload',
      {
        schema: {
          tags,
          summary: 'Add a ROM, or a .zip with one, by its bytes; it is kept as a copy',
          consumes: ['application/octet-stream'],
          querystring: uploadQuerySchema,
          response: answers(addedSchema, 201),
        },
      },
      async (request, reply) => {
        const { name, for: game, replace } = request.query;
        const stream = request.body as AsyncIterable<Uint8Array> | undefined;
        if (typeof stream?.[Symbol.asyncIterator] !== 'function') throw noFile();
        return reply.code(201).send(await library.receive(stream, name, { game, replace }));
      },
    );
  });
};

const noFile = (): EeveeError =>
  new EeveeError({
    code: 'configuration.invalid',
    message: 'body: there is no file in it.',
    remedy: 'Send the file itself, as application/octet-stream.',
    field: 'body',
  });

const addArt = (api: Api, { library, art, supervisor }: Served): void => {
  api.get(
    '/v1/library/:id/art.png',
    {
      schema: {
        tags,
        summary: 'The picture of a game',
        produces: ['image/png'],
        params,
        response: answers(z.string().meta({ format: 'binary' })),
      },
    },
    async (request, reply) => {
      const png = await art.read(request.params.id);
      return reply
        .type('image/png')
        .serializer(String)
        .send(png as never);
    },
  );
  api.put(
    '/v1/library/:id/art',
    {
      schema: {
        tags,
        summary: 'Choose what a session shows now as the picture of a game',
        params,
        body: pinArtSchema,
        response: answers(libraryEntrySchema),
      },
    },
    async (request) => {
      const { id } = request.params;
      const picture = await supervisor.live(request.body.session).pictures.next(-1);
      if (!picture) throw noPicture(request.body.session);
      await art.put(id, encodePng(picture), { score: 0, pinned: true });
      return library.one(id);
    },
  );
  api.delete(
    '/v1/library/:id/art',
    {
      schema: {
        tags,
        summary: 'Let the picture be chosen from play again',
        params,
        response: answers(libraryEntrySchema),
      },
    },
    async (request) => {
      art.unpin(request.params.id);
      return library.one(request.params.id);
    },
  );
};

const noPicture = (session: string): EeveeError =>
  new EeveeError({
    code: 'session.ended',
    message: `Session ${session} shows no picture.`,
    remedy: 'Let it run for a moment, then choose.',
  });
