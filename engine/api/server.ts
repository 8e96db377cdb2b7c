import websocket from '@fastify/websocket';
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import type { Backups } from '../backup/backups.ts';
import type { Keeper } from '../backup/keeper.ts';
import type { Benchmarks } from '../benchmarks/benchmarks.ts';
import type { Cases } from '../cases/cases.ts';
import type { DataFolder } from '../data-folder.ts';
import type { EngineHub } from '../events.ts';
import type { Outbox } from '../feedback/outbox.ts';
import type { History } from '../history/history.ts';
import type { Art } from '../library/art.ts';
import type { Library } from '../library/library.ts';
import type { Logger } from '../log.ts';
import type { Notices } from '../notices.ts';
import type { Governor } from '../platform/governor/governor.ts';
import type { Platform } from '../platform/platform.ts';
import type { Supervisor } from '../session/supervisor.ts';
import type { SettingsBoard } from '../settings/board.ts';
import type { Store } from '../store/store.ts';
import { requireKnownOrigin, requireOwnHost, requireToken, streamProtocol } from './access.ts';
import { addAttachmentRoutes } from './attachment-routes.ts';
import { addBackupRoutes } from './backup-routes.ts';
import { addBenchmarkRoutes } from './benchmark-routes.ts';
import { addCaseRoutes } from './case-routes.ts';
import { addDocumentation } from './documentation.ts';
import { addFeedbackRoutes } from './feedback-routes.ts';
import { isApiPath, setCorsHeaders, setSecurityHeaders } from './headers.ts';
import { addHistoryFiles } from './history-files.ts';
import { addHistoryRoutes } from './history-routes.ts';
import { addKeepsakeRoutes } from './keepsake-routes.ts';
import { addLibraryRoutes } from './library-routes.ts';
import { addPage } from './page.ts';
import { addPlatformRoutes } from './platform-routes.ts';
import { answerTo } from './problems.ts';
import { addSessionRoutes } from './session-routes.ts';
import { addSettingsRoutes } from './settings-routes.ts';
import { addStateRoutes } from './state-routes.ts';
import { addStream } from './stream.ts';
import { addSystemRoutes } from './system-routes.ts';
import { addTimelineRoutes } from './timeline-routes.ts';

/** What the API gives access to. */
export interface Served {
  cases: Cases;
  supervisor: Supervisor;
  store: Store;
  history: History;
  backups: Backups;
  keeper: Keeper;
  hub: EngineHub;
  notices: Notices;
  platform: Platform;
  outbox: Outbox;
  governor: Governor;
  benchmarks: Benchmarks;
  settings: SettingsBoard;
  data: DataFolder;
  library: Library;
  art: Art;
  logger: Logger;
  token: string;
  pageDir: string;
}

const largestBody = 1024 * 1024;

const bare = (logger: Logger) =>
  Fastify({
    loggerInstance: logger,
    bodyLimit: largestBody,
    // Our own line a request, without headers and query.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    requestTimeout: 30_000,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
    clientErrorHandler: (_error, socket) => {
      if (socket.destroyed || !socket.writable) return;
      const problem: Problem = {
        code: 'configuration.invalid',
        message: 'This is not an HTTP request that the engine can read.',
        remedy: 'Use an HTTP client.',
      };
      const body = JSON.stringify(problem);
      const head = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
      socket.end(`HTTP/1.1 400 Bad Request\r\n${head}\r\nconnection: close\r\n\r\n${body}`);
    },
  }).withTypeProvider<ZodTypeProvider>();

export type Api = ReturnType<typeof bare>;

/** `GET /v1/health`: what a request was for, without its query. */
const lineOf = ({ method, url }: FastifyRequest): string => `${method} ${url.split('?')[0]}`;

const sendProblem = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): unknown => {
  const parts = { body: request.body, params: request.params, querystring: request.query };
  const { status, problem } = answerTo(error, parts);
  if (problem.code === 'internal') request.log.error({ err: error }, 'unexpected error');
  const refused = problem.code.startsWith('access.');
  request.log[refused ? 'warn' : 'debug'](
    { req: request.raw, status, problem },
    `refused: ${lineOf(request)}`,
  );
  return reply.code(status).type('application/json').send(JSON.stringify(problem));
};

/**
 * Builds the API. The guard stands before everything, in this order: was this machine meant (Host), may this
 * page ask (Origin), does it know the token. Page and documentation need no token: they hold no data.
 */
export const buildApi = async (served: Served): Promise<Api> => {
  const api = bare(served.logger);
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  api.setErrorHandler<FastifyError>((error, request, reply) => sendProblem(error, request, reply));

  // Before the guard: this plugin closes the sockets of upgrades that were refused, if it saw them first.
  await api.register(websocket, {
    options: {
      maxPayload: 64 * 1024,
      // Only ever the plain name: the token that comes beside it is not to be sent back.
      handleProtocols: (offered: Set<string>) => (offered.has(streamProtocol) ? streamProtocol : false),
    },
  });
  api.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(request, reply);
    setCorsHeaders(request, reply);
    requireOwnHost(request.headers.host, request.socket.localPort ?? 0);
    requireKnownOrigin(request.headers.origin, request.headers.host);
    // A preflight never carries a token; it is answered by who asks, and gives nothing away.
    if (request.method === 'OPTIONS') return reply.code(204).send();
    if (isApiPath(request.url)) requireToken(request.headers, served.token);
    return undefined;
  });
  api.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    request.log.debug({ req: request.raw, res: reply.raw, ms }, `${lineOf(request)} ${reply.statusCode}`);
  });
  api.setNotFoundHandler((request) => {
    throw new EeveeError({
      code: 'request.not-found',
      message: `There is nothing at ${lineOf(request)}.`,
      remedy: 'See /docs for what there is.',
    });
  });
  acceptEmptyJson(api);

  await addDocumentation(api);
  await api.register(async (scope) => {
    const routes = scope as unknown as Api;
    addSystemRoutes(routes, served);
    addSessionRoutes(routes, served);
    addStateRoutes(routes, served);
    addCaseRoutes(routes, served);
    addLibraryRoutes(routes, served);
    addTimelineRoutes(routes, served);
    addPlatformRoutes(routes, served);
    addSettingsRoutes(routes, served);
    addHistoryRoutes(routes, served);
    addHistoryFiles(routes, served);
    addBackupRoutes(routes, served);
    addBenchmarkRoutes(routes, served);
    addKeepsakeRoutes(routes, served);
    addFeedbackRoutes(routes, served);
    addAttachmentRoutes(routes, served);
    addStream(routes, served);
  });
  await addPage(api, served.pageDir);
  return api;
};

/** Lets a POST without a body pass as `{}`, also when its client announces JSON all the same. */
const acceptEmptyJson = (api: Api): void => {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeContentTypeParser('application/json');
  api.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.trim() === '') done(null, {});
    else void parse(request, body, done);
  });
  api.addHook('preValidation', async (request) => {
    if (request.method === 'POST' && request.headers['content-type'] === undefined) request.body ??= {};
  });
};
