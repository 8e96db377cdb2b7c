import type { EngineAddress } from '../../../protocol/bridge.ts';
import { texts } from '../texts.ts';
import { locateEngine } from './host.ts';
import { ApiProblem, isProblem, unreachable } from './problem.ts';

/** Asks the engine at an address; throws {@link ApiProblem} for a refusal and for silence alike. */
export const request = async <Answer>(
  address: EngineAddress,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> => {
  const headers: Record<string, string> = {};
  if (address.token) headers.authorization = `Bearer ${address.token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(`${address.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw unreachable(address.url, cause);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  if (isProblem(answer)) throw new ApiProblem(answer);
  throw new ApiProblem({
    code: 'internal',
    message: texts.problems.unexpected(`${method} ${path}`, response.status),
    remedy: texts.problems.report,
  });
};

export const get = async <Answer>(path: string): Promise<Answer> =>
  request<Answer>(await locateEngine(), 'GET', path);

export const post = async <Answer>(path: string, body?: unknown): Promise<Answer> =>
  request<Answer>(await locateEngine(), 'POST', path, body);

export const put = async <Answer>(path: string, body: unknown): Promise<Answer> =>
  request<Answer>(await locateEngine(), 'PUT', path, body);

/** DELETE, whose name JavaScript keeps for itself. */
export const remove = async <Answer>(path: string): Promise<Answer> =>
  request<Answer>(await locateEngine(), 'DELETE', path);
