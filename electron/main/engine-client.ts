import type { EngineAddress } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';

/** What the engine refused, in its own words. */
export class RefusedByEngine extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'message' in value && 'remedy' in value;

/** How long the engine may take to answer: a session's first frame is part of some answers. */
const patienceMs = 30_000;

/**
 * Asks the engine for something. It is ours and answers in its own schemas, so its answer is taken as it is.
 * @throws RefusedByEngine with its words, Error where it cannot be reached
 */
export const askEngine = async (
  { url, token }: EngineAddress,
  path: string,
  how: { method?: 'GET' | 'POST'; body?: unknown } = {},
): Promise<unknown> => {
  const { method = 'GET', body } = how;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patienceMs),
  });
  const answer: unknown = response.status === 204 ? null : await response.json();
  if (response.ok) return answer;
  if (isProblem(answer)) throw new RefusedByEngine(answer);
  throw new Error(`status ${response.status}`);
};

/** What went wrong in words: the engine's own, or ours about what was being done. */
export const problemOf = (error: unknown, doing: string): Problem =>
  error instanceof RefusedByEngine
    ? error.problem
    : {
        code: 'internal',
        message: `${doing}: ${error instanceof Error ? error.message : String(error)}.`,
        remedy: 'Try it once more. If that fails too, please report this with the log file.',
      };
