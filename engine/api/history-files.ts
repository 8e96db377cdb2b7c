import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { exportQuerySchema, rangeExportQuerySchema } from '../../protocol/history.ts';
import { type Exported, exportRange, exportSession } from '../history/export/export.ts';
import { exportedHardware } from '../history/export/hardware.ts';
import { answers, idParams } from './schemas.ts';
import type { Api, Served } from './server.ts';

const file = answers(z.string());

/** Sent piece by piece, as fast as it is taken: a day of frames is large, and the engine has other things to do. */
const send = (reply: FastifyReply, { name, type, pieces }: Exported): FastifyReply =>
  reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(type)
    .send(Readable.from(pieces, { objectMode: false }) as never);

/** The history as files that other programs open. */
export const addHistoryFiles = (api: Api, { history, supervisor, platform }: Served): void => {
  const tags = ['history'];
  api.get(
    '/v1/history/sessions/:id/export',
    {
      schema: {
        tags,
        summary: 'A session as a file: for CapFrameX, as a MangoHud log, as a table (csv), all of it (json)',
        produces: ['application/json', 'text/csv'],
        params: idParams,
        querystring: exportQuerySchema,
        response: file,
      },
    },
    async (request, reply) => {
      const session = supervisor.get(request.params.id);
      const hardware = exportedHardware((await platform.seen()).found);
      return send(reply, exportSession(history, session, request.query.format, hardware));
    },
  );
  api.get(
    '/v1/history/export',
    {
      schema: {
        tags,
        summary: 'Sessions of a range with their summary figures, as a file',
        produces: ['application/json', 'text/csv'],
        querystring: rangeExportQuerySchema,
        response: file,
      },
    },
    async (request, reply) => send(reply, exportRange(history, request.query, request.query.format)),
  );
};
