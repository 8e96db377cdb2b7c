import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ErrorCode, Problem } from '../../protocol/errors.ts';
import { problemFrom } from '../problem.ts';

/** The HTTP status of a problem. */
export const statusOf = (code: ErrorCode): number => {
  if (code === 'access.no-token' || code === 'access.wrong-token') return 401;
  if (code.startsWith('access.')) return 403;
  if (code === 'configuration.unknown-setting' || code === 'resource.run-missing') return 404;
  if (code === 'resource.run-busy' || code === 'resource.run-unfinished') return 409;
  if (code === 'configuration.locked') return 409;
  if (code.endsWith('.not-found') || code === 'resource.state-missing' || code === 'resource.backup-missing')
    return 404;
  if (code === 'resource.state-exists') return 409;
  if (code === 'session.wrong-state' || code === 'session.ended' || code === 'resource.core-busy') return 409;
  if (code === 'session.too-many') return 429;
  if (code === 'feedback.not-found' || code === 'feedback.attachment-missing') return 404;
  if (code === 'feedback.wrong-state' || code === 'feedback.changed') return 409;
  if (code.startsWith('feedback.')) return 422;
  if (code === 'resource.disk-full') return 507;
  if (code.startsWith('configuration.')) return 400;
  if (code.startsWith('resource.')) return 422;
  return 500;
};

/** One thing that a schema found wrong, as the type provider passes zod's issue on. */
interface Fault {
  /** JSON pointer to it: `/seed`. */
  instancePath: string;
  message: string;
  params: { values?: unknown[]; keys?: string[]; minimum?: unknown; maximum?: unknown };
}

const allowedBy = ({ values, minimum, maximum }: Fault['params']): unknown[] | undefined => {
  if (values) return values;
  const limits = [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
  ];
  return limits.length > 0 ? limits : undefined;
};

const valueAt = (root: unknown, path: string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], root);

/** The problem of a body, path or query that does not fit its schema: the first fault, with its field. */
const validationProblem = (error: FastifyError, parts: Record<string, unknown>): Problem => {
  const context = error.validationContext ?? 'body';
  const [fault] = (error.validation ?? []) as unknown as [Fault];
  const { instancePath, message, params } = fault;
  const path = [...instancePath.split('/').filter(Boolean), ...(params.keys?.slice(0, 1) ?? [])];
  const value = valueAt(parts[context], path);
  const allowed = allowedBy(params);
  const field = path.join('.') || context;
  return {
    code: 'configuration.invalid',
    message: `${field}: ${message}`,
    remedy: 'Correct the field; /docs describes what each request takes.',
    field,
    ...(value === undefined ? {} : { value }),
    ...(allowed ? { allowed } : {}),
  };
};

/** Any error of a request as status and problem. `parts`: what the request brought, by context. */
export const answerTo = (
  error: FastifyError,
  parts: Record<string, unknown>,
): { status: number; problem: Problem } => {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return { status: 400, problem: validationProblem(error, parts) };
  }
  // Refusals of Fastify and its plugins: a body that is too large or no JSON, a path that cannot be read or
  // leads out of the page's folder.
  const { statusCode } = error;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    const hidden = statusCode === 403 || statusCode === 404;
    const code = hidden ? 'request.not-found' : 'configuration.invalid';
    const message = hidden ? 'There is nothing at this path.' : error.message;
    const remedy = 'See /docs for what there is, and what each request takes (JSON of at most 1 MB).';
    const field = error.code?.startsWith('FST_ERR_CTP') ? { field: 'body' } : {};
    return { status: hidden ? 404 : statusCode, problem: { code, message, remedy, ...field } };
  }
  const problem = problemFrom(error);
  // An unexpected error may name paths and values that are nobody's business but the log's.
  if (problem.code === 'internal') problem.message = 'The engine met an error that it did not expect.';
  return { status: statusOf(problem.code), problem };
};
