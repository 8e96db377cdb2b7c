import { z } from 'zod';
import { episodesCsv } from '../benchmarks/csv.ts';
import type { RunFiles } from '../benchmarks/run-files.ts';
import { answers, runParams } from './schemas.ts';
import type { Api, Served } from './server.ts';

/** A report has colours and plots of its own, and nothing else: no script, no network, no way out of its frame. */
const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

const formats = {
  json: { type: 'application/json', of: (files: RunFiles) => files.resultText() },
  csv: { type: 'text/csv; charset=utf-8', of: (files: RunFiles) => episodesCsv(files.episodes()) },
  html: { type: 'text/html; charset=utf-8', of: (files: RunFiles) => files.report() },
} as const;

const text = answers(z.string());

/** A finished run as files: its report to look at, and everything to take along. */
export const addBenchmarkFiles = (api: Api, { benchmarks }: Served): void => {
  const tags = ['benchmarks'];
  api.get(
    '/v1/benchmarks/runs/:id/report',
    {
      schema: {
        tags,
        summary: 'The report of a finished run, one HTML page without scripts',
        produces: ['text/html'],
        params: runParams,
        response: text,
      },
    },
    async (request, reply) =>
      reply
        .header('content-security-policy', reportPolicy)
        .type(formats.html.type)
        .serializer(String)
        .send(benchmarks.finished(request.params.id).report()),
  );
  api.get(
    '/v1/benchmarks/runs/:id/export',
    {
      schema: {
        tags,
        summary: 'A finished run as a file: all of it (json), its episodes (csv), its report (html)',
        produces: ['application/json', 'text/csv', 'text/html'],
        params: runParams,
        querystring: z.object({ format: z.enum(['json', 'csv', 'html']).default('json') }),
        response: text,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { format } = request.query;
      const { type, of } = formats[format];
      return reply
        .headers({
          'content-security-policy': reportPolicy,
          'content-disposition': `attachment; filename="eevee-benchmark-${id}.${format}"`,
        })
        .type(type)
        .serializer(String)
        .send(of(benchmarks.finished(id)));
    },
  );
};
