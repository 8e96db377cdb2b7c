import { z } from 'zod';
import { caseFileSchema, caseSchema, rateSchema, ratingSchema } from '../../protocol/cases.ts';
import { answers, idParams } from './schemas.ts';
import type { Api, Served } from './server.ts';

const ratingParams = idParams.extend({ frame: z.coerce.number().int().nonnegative() });

/** What users think of decisions, and the cases that are made of it. */
export const addCaseRoutes = (api: Api, { cases }: Served): void => {
  const tags = ['ratings'];
  api.get(
    '/v1/sessions/:id/ratings',
    {
      schema: {
        tags,
        summary: 'What was thought of its decisions',
        params: idParams,
        response: answers(z.array(ratingSchema)),
      },
    },
    async (request) => cases.ratings(request.params.id),
  );
  api.put(
    '/v1/sessions/:id/ratings/:frame',
    {
      schema: {
        tags,
        summary: 'Rate the decision made at a frame, and keep it as a case that can be run again',
        params: ratingParams,
        body: rateSchema,
        response: answers(ratingSchema),
      },
    },
    async (request) => cases.rate(request.params.id, request.params.frame, request.body),
  );
  api.delete(
    '/v1/sessions/:id/ratings/:frame',
    {
      schema: {
        tags,
        summary: 'Take a rating back, and its case with it; answers with what it was',
        params: ratingParams,
        response: answers(ratingSchema),
      },
    },
    async (request) => cases.unrate(request.params.id, request.params.frame),
  );
  addCases(api, cases);
};

const addCases = (api: Api, cases: Served['cases']): void => {
  const tags = ['cases'];
  api.get(
    '/v1/cases',
    { schema: { tags, summary: 'Cases, newest first', response: answers(z.array(caseSchema)) } },
    async () => cases.list(),
  );
  api.get(
    '/v1/cases/:id',
    { schema: { tags, summary: 'One case', params: idParams, response: answers(caseSchema) } },
    async (request) => cases.get(request.params.id),
  );
  api.get(
    '/v1/cases/:id/export',
    {
      schema: {
        tags,
        summary: 'A case as one file, for “eevee case FILE”',
        params: idParams,
        response: answers(caseFileSchema),
      },
    },
    async (request, reply) =>
      reply
        .header('content-disposition', `attachment; filename="eevee-case-${request.params.id}.json"`)
        .send(cases.pack(request.params.id)),
  );
};
