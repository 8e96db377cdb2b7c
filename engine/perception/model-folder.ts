import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EeveeError } from '../../protocol/errors.ts';
import { cellClasses, screenModes } from '../../protocol/words.ts';

/** `model.json` beside a network: what it expects, what it says, and the hash it must have. */
const modelSchema = z.object({
  name: z.string(),
  file: z.string().regex(/^[\w.-]+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Pixels of its input. */
  width: z.int().positive().multipleOf(16).max(4096),
  height: z.int().positive().multipleOf(16).max(4096),
  /** The network that reads letters, where there is one. */
  letters: z
    .object({ file: z.string().regex(/^[\w.-]+$/), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
    .optional(),
  modes: z.array(z.string()),
  classes: z.array(z.string()),
});
export type ModelAbout = z.infer<typeof modelSchema>;

export interface LoadedModel {
  about: ModelAbout;
  bytes: Uint8Array;
  /** ONNX file of the network that reads letters; null where there is none. */
  letters: Uint8Array | null;
}

const invalid = (folder: string, what: string): EeveeError =>
  new EeveeError({
    code: 'resource.model-invalid',
    message: `The model in ${folder} cannot be used: ${what}.`,
    remedy: 'Restore the folder from the repository or the installation.',
    value: folder,
  });

/** Reads and checks a model's folder. Throws `resource.model-missing` or `resource.model-invalid`. */
export const loadModelFolder = async (folder: string): Promise<LoadedModel> => {
  const read = async (file: string): Promise<Buffer> => {
    try {
      return await readFile(join(folder, file));
    } catch (cause) {
      throw new EeveeError(
        {
          code: 'resource.model-missing',
          message: `The model file ${join(folder, file)} cannot be read.`,
          remedy: 'Restore it from the repository or the installation.',
          tried: [join(folder, file)],
        },
        { cause },
      );
    }
  };
  const about = parseAbout(folder, await read('model.json'));
  const readChecked = async (file: string, expected: string): Promise<Buffer> => {
    const bytes = await read(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 === expected) return bytes;
    throw invalid(folder, `${file} has SHA-256 ${sha256}, model.json says ${expected}`);
  };
  const { letters } = about;
  return {
    about,
    bytes: await readChecked(about.file, about.sha256),
    letters: letters ? await readChecked(letters.file, letters.sha256) : null,
  };
};

const parseAbout = (folder: string, text: Buffer): ModelAbout => {
  let about: ModelAbout;
  try {
    about = modelSchema.parse(JSON.parse(text.toString('utf8')));
  } catch (error) {
    throw invalid(folder, `model.json is not as it should be: ${(error as Error).message}`);
  }
  // The words are the order of the network's outputs: another order would name everything wrongly.
  if (!areFirstOf(screenModes, about.modes)) throw invalid(folder, 'its screen modes are not this version’s');
  if (!areFirstOf(cellClasses, about.classes))
    throw invalid(folder, 'its cell classes are not this version’s');
  return about;
};

/** Words are only ever added at the end: a network that was trained before knows the first ones. */
const areFirstOf = (all: readonly string[], known: readonly string[]): boolean =>
  known.length > 0 && known.every((word, i) => word === all[i]);
