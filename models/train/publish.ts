/**
 * Puts a trained network into its folder and writes what the engine and the bootstrap check it against:
 *
 *   node models/train/publish.ts FILE.onnx NAME
 *
 * Writes models/NAME/model.onnx, models/NAME/model.json and the entry in models/manifest.json.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadGame } from '../../games/catalog.ts';
import { cellClasses, screenModes } from '../../protocol/words.ts';

const [source, name] = process.argv.slice(2);
if (!source || !name) throw new Error('usage: publish.ts FILE.onnx NAME');
const models = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(models, name);
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

await mkdir(folder, { recursive: true });
await copyFile(source, join(folder, 'model.onnx'));
const weights = await readFile(join(folder, 'model.onnx'));
const about = {
  name,
  file: 'model.onnx',
  sha256: sha256Of(weights),
  width: 160,
  height: 144,
  modes: screenModes,
  classes: cellClasses,
};
await writeFile(join(folder, 'model.json'), `${JSON.stringify(about, null, 2)}\n`);

const manifestPath = join(models, 'manifest.json');
const manifest = await readFile(manifestPath, 'utf8').then(
  (text) => JSON.parse(text) as { files: { file: string }[] },
  () => ({ files: [] }),
);
const rom = sha256Of(await readFile((await loadGame('thistlevale')).romPath));
const entries = await Promise.all(
  ['model.onnx', 'model.json'].map(async (file) => {
    const bytes = await readFile(join(folder, file));
    return {
      file: `${name}/${file}`,
      sha256: sha256Of(bytes),
      bytes: bytes.length,
      provenance: `trained here by models/train on frames of the game with SHA-256 ${rom}`,
    };
  }),
);
const others = manifest.files.filter(({ file }) => !file.startsWith(`${name}/`));
await writeFile(manifestPath, `${JSON.stringify({ files: [...others, ...entries] }, null, 2)}\n`);
console.log(`published ${name}: ${weights.length} bytes, SHA-256 ${about.sha256}`);
