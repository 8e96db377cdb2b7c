import type { EngineAddress } from '../../../protocol/bridge.ts';
import { texts } from '../texts.ts';
import { locateEngine } from './host.ts';
import { ApiProblem, isProblem, unreachable } from './problem.ts';

/** Asks the engine at an address; throws {@link ApiProblem} for a refusal and for silence alike. */
export const request = async <Answer>(
  address: EngineAddress,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> => {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const response = await answerTo(address, method, path, sent, 'application/json');
  return (await response.json().catch(() => null)) as Answer;
};

/** The answer to a request, whatever it consists of. Throws like {@link request}. */
const answerTo = async (
  { url, token }: EngineAddress,
  method: string,
  path: string,
  body: string | Blob | undefined,
  type: string,
): Promise<Response> => {
  const headers: Record<string, string> = {};
  if (token) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = type;
  let response: Response;
  try {
    response = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  } catch (cause) {
    throw unreachable(url, cause);
  }
  if (response.ok) return response;
  const answer: unknown = await response.json().catch(() => null);
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

export const patch = async <Answer>(path: string, body: unknown): Promise<Answer> =>
  request<Answer>(await locateEngine(), 'PATCH', path, body);

/** Sends a file as it is. */
export const upload = async <Answer>(path: string, file: Blob): Promise<Answer> => {
  const response = await answerTo(await locateEngine(), 'POST', path, file, 'application/octet-stream');
  return (await response.json()) as Answer;
};

/** Fetches a file, such as a picture. */
export const getBlob = async (path: string): Promise<Blob> =>
  (await answerTo(await locateEngine(), 'GET', path, undefined, '')).blob();

/** Asks for a file that is made on request. */
export const postForBlob = async (path: string, body: unknown): Promise<Blob> => {
  const sent = JSON.stringify(body);
  return (await answerTo(await locateEngine(), 'POST', path, sent, 'application/json')).blob();
};

/** DELETE, whose name JavaScript keeps for itself. */
export const remove = async <Answer>(path: string): Promise<Answer> =>
  request<Answer>(await locateEngine(), 'DELETE', path);
