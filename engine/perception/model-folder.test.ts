import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EeveeError } from '../../protocol/errors.ts';
import { cellClasses, screenModes } from '../../protocol/words.ts';
import { loadModelFolder } from './model-folder.ts';
import { openEyes } from './open.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eevee-model-'));
});
afterEach(() => rm(folder, { recursive: true }));

const about = (bytes: Uint8Array, change: object = {}) =>
  JSON.stringify({
    name: 'test',
    file: 'model.onnx',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width: 160,
    height: 144,
    modes: screenModes,
    classes: cellClasses,
    ...change,
  });

const problemOfOpening = async (): Promise<EeveeError['problem']> => {
  const error = await openEyes(folder).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(EeveeError);
  return (error as EeveeError).problem;
};

describe('opening the eyes', () => {
  it('names the file that is missing', async () => {
    const problem = await problemOfOpening();
    expect(problem.code).toBe('resource.model-missing');
    expect(problem.tried?.[0]).toContain('model.json');
  });

  it('refuses weights whose hash is not the one that was shipped', async () => {
    await writeFile(join(folder, 'model.onnx'), 'changed');
    await writeFile(join(folder, 'model.json'), about(Buffer.from('original')));
    const problem = await problemOfOpening();
    expect(problem.code).toBe('resource.model-invalid');
    expect(problem.message).toContain('SHA-256');
  });

  it('takes a model that was trained before the last words were added', async () => {
    const bytes = Buffer.from('weights');
    await writeFile(join(folder, 'model.onnx'), bytes);
    await writeFile(join(folder, 'model.json'), about(bytes, { modes: screenModes.slice(0, -1) }));
    expect((await loadModelFolder(folder)).about.modes).toHaveLength(screenModes.length - 1);
  });

  it('refuses a model that speaks of other classes', async () => {
    const bytes = Buffer.from('weights');
    await writeFile(join(folder, 'model.onnx'), bytes);
    await writeFile(join(folder, 'model.json'), about(bytes, { classes: [...cellClasses].reverse() }));
    expect((await problemOfOpening()).message).toContain('cell classes');
  });

  it('survives any bytes as a network or as its description', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, asDescription) => {
        await writeFile(join(folder, 'model.onnx'), bytes);
        await writeFile(join(folder, 'model.json'), asDescription ? bytes : about(bytes));
        expect((await problemOfOpening()).code).toBe('resource.model-invalid');
      }),
      { numRuns: 40 },
    );
  });
});
