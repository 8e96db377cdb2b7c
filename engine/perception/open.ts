import { EeveeError } from '../../protocol/errors.ts';
import { OnnxEyes } from './eyes.ts';
import { loadModelFolder } from './model-folder.ts';
import type { Eyes } from './types.ts';

/**
 * Opens the eyes of a model's folder.
 * Throws `resource.model-missing` or `resource.model-invalid`, naming the file and what is wrong with it.
 */
export const openEyes = async (folder: string): Promise<Eyes> => {
  const model = await loadModelFolder(folder);
  try {
    const eyes = await OnnxEyes.open(model);
    await warmUp(eyes);
    return eyes;
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

/** Looks taken before the game begins: the first ones compile code and would miss the frame budget. */
const warmUpLooks = 30;

const warmUp = async (eyes: Eyes): Promise<void> => {
  const grey = new Uint8Array(eyes.width * eyes.height);
  for (let look = 0; look < warmUpLooks; look++) {
    for (let i = 0; i < grey.length; i++) grey[i] = (i * 7 + look * 31) & 0xff;
    await eyes.look(grey, 0);
  }
  eyes.reset();
};
