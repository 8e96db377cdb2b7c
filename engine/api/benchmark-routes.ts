import { z } from 'zod';
import {
  benchmarkCatalogSchema,
  benchmarkComparisonSchema,
  benchmarkDetailSchema,
  benchmarkEpisodeSchema,
  benchmarkRunSchema,
  importBenchmarkSchema,
  largestResult,
  runIdSchema,
  startBenchmarkSchema,
} from '../../protocol/benchmarks.ts';
import { catalogOf } from '../benchmarks/catalog.ts';
import { addBenchmarkFiles } from './benchmark-files.ts';
import { answers, runParams } from './schemas.ts';
import type { Api, Served } from './server.ts';

const tags = ['benchmarks'];

/** Benchmark runs: what there is to play, the runs, their figures. */
export const addBenchmarkRoutes = (api: Api, served: Served): void => {
  const { benchmarks, settings } = served;
  api.get(
    '/v1/benchmarks/catalog',
    {
      schema: {
        tags,
        summary: 'Kinds and types of scenario, players and seeds to choose from',
        querystring: z.object({ game: z.string().max(64).optional() }),
        response: answers(benchmarkCatalogSchema),
      },
    },
    async (request) => catalogOf(request.query.game, settings.inForce),
  );
  api.post(
    '/v1/benchmarks/runs',
    {
      schema: {
        tags,
        summary: 'Start a run in the background; answers when it has begun',
        body: startBenchmarkSchema,
        response: answers(benchmarkRunSchema, 201),
      },
    },
    async (request, reply) => reply.code(201).send(await benchmarks.start(request.body)),
  );
  api.get(
    '/v1/benchmarks/runs',
    { schema: { tags, summary: 'All runs, newest first', response: answers(z.array(benchmarkRunSchema)) } },
    async () => benchmarks.list(),
  );
  api.post(
    '/v1/benchmarks/import',
    {
      // As a string in JSON a text grows by its quotes and line ends.
      bodyLimit: 2 * largestResult,
      schema: {
        tags,
        summary: 'Take in the result.json of a run that was made elsewhere',
        body: importBenchmarkSchema,
        response: answers(benchmarkRunSchema, 201),
      },
    },
    async (request, reply) =>
      reply.code(201).send(await benchmarks.import(request.body.content, request.body.name)),
  );
  api.get(
    '/v1/benchmarks/compare',
    {
      schema: {
        tags,
        summary: 'What changed between a baseline and a run, and how certain that is',
        querystring: z.object({ run: runIdSchema, baseline: runIdSchema }),
        response: answers(benchmarkComparisonSchema),
      },
    },
    async (request) => benchmarks.compare(request.query.run, request.query.baseline),
  );
  addRun(api, served);
  addBenchmarkFiles(api, served);
};

/** One run: looked at, stopped, resumed, kept as the baseline, deleted. */
const addRun = (api: Api, { benchmarks }: Served): void => {
  api.get(
    '/v1/benchmarks/runs/:id',
    {
      schema: {
        tags,
        summary: 'A run with its progress, figures and gate',
        params: runParams,
        response: answers(benchmarkDetailSchema),
      },
    },
    async (request) => benchmarks.detail(request.params.id),
  );
  api.get(
    '/v1/benchmarks/runs/:id/episodes',
    {
      schema: {
        tags,
        summary: 'Its episodes that are over',
        params: runParams,
        response: answers(z.array(benchmarkEpisodeSchema)),
      },
    },
    async (request) => benchmarks.episodes(request.params.id),
  );
  api.delete(
    '/v1/benchmarks/runs/:id',
    {
      schema: {
        tags,
        summary: 'Delete a run and its replays',
        params: runParams,
        response: answers(z.object({ deleted: runIdSchema })),
      },
    },
    async (request) => {
      benchmarks.remove(request.params.id);
      return { deleted: request.params.id };
    },
  );
  const schema = { tags, params: runParams, response: answers(benchmarkRunSchema) };
  api.post(
    '/v1/benchmarks/runs/:id/cancel',
    { schema: { ...schema, summary: 'Stop a run; what it has finished is kept' } },
    async (request) => benchmarks.cancel(request.params.id),
  );
  api.post(
    '/v1/benchmarks/runs/:id/resume',
    { schema: { ...schema, summary: 'Go on with an interrupted run' } },
    async (request) => benchmarks.resume(request.params.id),
  );
  api.post(
    '/v1/benchmarks/runs/:id/baseline',
    { schema: { ...schema, summary: 'Make it the baseline of all runs that play the same' } },
    async (request) => benchmarks.setBaseline(request.params.id, true),
  );
  api.delete(
    '/v1/benchmarks/runs/:id/baseline',
    { schema: { ...schema, summary: 'It is no baseline any more' } },
    async (request) => benchmarks.setBaseline(request.params.id, false),
  );
};
