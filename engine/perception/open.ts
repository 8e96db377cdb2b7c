import { EeveeError } from '../../protocol/errors.ts';
import { ThreadEyes } from './eyes-thread/thread-eyes.ts';
import { loadModelFolder } from './model-folder.ts';
import type { Eyes } from './types.ts';

/**
 * Opens the eyes of a model's folder, run by onnxruntime on a thread of their own.
 * Throws `resource.model-missing` or `resource.model-invalid`, naming the file and what is wrong with it.
 */
export const openEyes = async (folder: string): Promise<Eyes> => {
  const model = await loadModelFolder(folder);
  try {
    return await ThreadEyes.open(model);
  } catch (cause) {
    throw new EeveeError(
      {
        code: 'resource.model-invalid',
        message: `The network in ${folder} cannot be loaded: ${(cause as Error).message}`,
        remedy: 'Restore the folder from the repository or the installation.',
        value: folder,
      },
      { cause },
    );
  }
};
