/**
 * Puts trained networks into their folder and writes what the engine and the bootstrap check them against:
 *
 *   node models/train/publish.ts NAME [--eyes FILE.onnx] [--letters FILE.onnx]
 *
 * Writes models/NAME/model.onnx, letters.onnx and model.json, and their entries in models/manifest.json. What is
 * not given stays as it is.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadGame } from '../../games/catalog.ts';
import { cellClasses, screenModes } from '../../protocol/words.ts';

interface Entry {
  file: string;
  sha256: string;
  bytes: number;
  provenance: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { eyes: { type: 'string' }, letters: { type: 'string' } },
});
const name = positionals[0];
if (!name) throw new Error('usage: publish.ts NAME [--eyes FILE.onnx] [--letters FILE.onnx]');
const models = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(models, name);
const aboutPath = join(folder, 'model.json');
const manifestPath = join(models, 'manifest.json');
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const readJson = async <T>(path: string, otherwise: T): Promise<T> =>
  readFile(path, 'utf8').then(JSON.parse, () => otherwise);

await mkdir(folder, { recursive: true });
const about = await readJson<Record<string, unknown>>(aboutPath, {});
const manifest = await readJson<{ files: Entry[] }>(manifestPath, { files: [] });
const rom = sha256Of(await readFile((await loadGame('thistlevale')).romPath));

const put = async (file: string, provenance: string): Promise<void> => {
  const bytes = await readFile(join(folder, file));
  const entry = { file: `${name}/${file}`, sha256: sha256Of(bytes), bytes: bytes.length, provenance };
  const at = manifest.files.findIndex((other) => other.file === entry.file);
  manifest.files.splice(at < 0 ? manifest.files.length : at, at < 0 ? 0 : 1, entry);
  console.log(`${entry.file}: ${entry.bytes} bytes, SHA-256 ${entry.sha256}`);
};

const adopt = async (source: string, file: string, provenance: string): Promise<string> => {
  await copyFile(source, join(folder, file));
  await put(file, provenance);
  return sha256Of(await readFile(join(folder, file)));
};

if (values.eyes) {
  const sha256 = await adopt(
    values.eyes,
    'model.onnx',
    `trained here by models/train on frames of the game with SHA-256 ${rom}`,
  );
  Object.assign(about, { name, file: 'model.onnx', sha256, width: 160, height: 144 });
  Object.assign(about, { modes: screenModes, classes: cellClasses });
}
if (values.letters) {
  const sha256 = await adopt(
    values.letters,
    'letters.onnx',
    "trained here by models/train on the game's own fonts",
  );
  Object.assign(about, { letters: { file: 'letters.onnx', sha256 } });
}
await writeFile(aboutPath, `${JSON.stringify(about, null, 2)}\n`);
await put('model.json', 'written by models/train/publish.ts');
await writeFile(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
