import { saveBlob } from '../shared/save-file.ts';
import { texts } from '../texts.ts';
import { locateEngine } from './host.ts';
import { ApiProblem, isProblem, unreachable } from './problem.ts';

/** The name that the engine gives a file, or one from its address. */
const nameIn = (response: Response, path: string): string =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ??
  path.split('?')[0]!.split('/').at(-1)!;

/**
 * Saves what the engine answers as a file, as a link would, which could not bring the token. Resolves with the
 * file's name; throws {@link ApiProblem}.
 */
export const download = async (path: string): Promise<string> => {
  const { url, token } = await locateEngine();
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } }).catch(
    (cause) => {
      throw unreachable(url, cause);
    },
  );
  if (!response.ok) {
    const answer: unknown = await response.json().catch(() => null);
    if (isProblem(answer)) throw new ApiProblem(answer);
    const message = texts.problems.unexpected(`GET ${path}`, response.status);
    throw new ApiProblem({ code: 'internal', message, remedy: texts.problems.report });
  }
  const name = nameIn(response, path);
  saveBlob(name, await response.blob());
  return name;
};
