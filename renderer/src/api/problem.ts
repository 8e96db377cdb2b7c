import type { Problem } from '../../../protocol/errors.ts';
import { texts } from '../texts.ts';

/** A refusal by the engine, or the failure to reach it, as something that can be thrown and shown. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }
}

/** Whether something that came off the wire is a problem; checked by hand to keep zod out of the bundle. */
export const isProblem = (value: unknown): value is Problem => {
  if (typeof value !== 'object' || value === null) return false;
  const { code, message, remedy } = value as Record<string, unknown>;
  return typeof code === 'string' && typeof message === 'string' && typeof remedy === 'string';
};

/** The engine did not answer at all: it is not running, or still starting. */
export const unreachable = (url: string, cause?: unknown): ApiProblem =>
  new ApiProblem(
    {
      code: 'session.process-died',
      message: texts.connection.unreachable(url),
      remedy: texts.connection.unreachableRemedy,
    },
    { cause },
  );

/** The shell has started the engine and nothing went wrong so far: a matter of waiting, not a failure. */
export class EngineStarting extends ApiProblem {
  constructor() {
    super({
      code: 'session.process-died',
      message: texts.connection.starting,
      remedy: texts.connection.startingRemedy,
    });
  }
}

/** The problem inside anything that was thrown. */
export const problemIn = (error: unknown): Problem => {
  if (error instanceof ApiProblem) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message, remedy: texts.problems.report };
};

/** Problems that no amount of trying again will mend: the key or the origin is wrong. */
export const isRefusal = (problem: Problem): boolean => problem.code.startsWith('access.');
