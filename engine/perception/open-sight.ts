import type { SeenHost } from '../../native/types.ts';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import { problemFrom } from '../problem.ts';
import { loadModelFolder } from './model-folder.ts';
import { NativeSight } from './native-sight.ts';
import type { EyesRuntime, Sight } from './sight.ts';

/**
 * Gives a session its sight. Networks with an operator that our own engine does not cover are run by
 * onnxruntime instead; `fellBack` then hears why.
 * Throws `resource.model-missing` or `resource.model-invalid`.
 */
export const openSight = async (
  host: SeenHost,
  folder: string,
  runtime: EyesRuntime,
  fellBack: (problem: Problem) => void,
): Promise<Sight> => {
  if (runtime === 'native') {
    const model = await loadModelFolder(folder);
    try {
      return new NativeSight(host, model);
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.field !== 'operator') throw new EeveeError(problem, { cause: error });
      fellBack(problem);
    }
  }
  // Loaded only here: onnxruntime takes longer to load than a session on our own engine takes to start.
  const [{ openEyes }, { GreySight }] = await Promise.all([import('./open.ts'), import('./grey-sight.ts')]);
  return new GreySight(host, await openEyes(folder));
};
