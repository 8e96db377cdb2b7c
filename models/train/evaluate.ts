/**
 * Judges a model on the validation part of collected data, with the same eyes that play:
 *
 *   node models/train/evaluate.ts MODEL_DIR DATA_DIR...
 *
 * Prints accuracy by head and by cell class as JSON, one line a data folder.
 */
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEyes } from '../../engine/perception/open.ts';
import { cellClasses, screenModes } from '../../protocol/words.ts';

const [modelDir, ...dataDirs] = process.argv.slice(2);
if (!modelDir || dataDirs.length === 0) throw new Error('usage: evaluate.ts MODEL_DIR DATA_DIR...');

interface Tally {
  right: number;
  of: number;
}
const tally = (): Tally => ({ right: 0, of: 0 });
const count = (into: Tally, right: boolean): void => {
  into.of++;
  if (right) into.right++;
};
const share = ({ right, of }: Tally): string => `${((100 * right) / Math.max(1, of)).toFixed(2)} % of ${of}`;

const eyes = await openEyes(modelDir);
for (const dataDir of dataDirs) {
  const about = JSON.parse(await readFile(join(dataDir, 'data.json'), 'utf8'));
  const [from, to] = about.parts.validate as [number, number];
  const pixels = about.width * about.height;
  const cellCount = (about.width / 16) * (about.height / 16);
  const labels = await readFile(join(dataDir, 'labels.bin'));
  const frames = await open(join(dataDir, 'frames.bin'));
  const grey = new Uint8Array(pixels);
  const mode = tally();
  const aligned = tally();
  const cells = tally();
  const byClass = cellClasses.map(tally);
  const confusions = new Map<string, number>();
  for (let i = from; i < to; i++) {
    await frames.read(grey, 0, pixels, i * pixels);
    const truth = labels.subarray(i * (2 + cellCount), (i + 1) * (2 + cellCount));
    eyes.reset();
    const seen = await eyes.look(grey, i);
    count(mode, screenModes[truth[0]!] === seen.mode);
    if (screenModes[truth[0]!] !== 'overworld') continue;
    count(aligned, (truth[1] === 1) === seen.aligned);
    if (truth[1] !== 1) continue;
    for (let cell = 0; cell < cellCount; cell++) {
      const right = truth[2 + cell]!;
      count(cells, right === seen.cells[cell]);
      count(byClass[right]!, right === seen.cells[cell]);
      if (right === seen.cells[cell]) continue;
      const key = `${cellClasses[right]} taken for ${cellClasses[seen.cells[cell]!]}`;
      confusions.set(key, (confusions.get(key) ?? 0) + 1);
    }
  }
  await frames.close();
  const worst = [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 6);
  console.log(
    JSON.stringify({
      data: { core: about.core, seeds: about.seeds, frames: to - from },
      mode: share(mode),
      aligned: share(aligned),
      cells: share(cells),
      byClass: Object.fromEntries(
        cellClasses
          .map((name, i) => [name, share(byClass[i]!)] as const)
          .filter(([, text]) => !text.endsWith(' 0')),
      ),
      confusions: Object.fromEntries(worst),
    }),
  );
}
await eyes.close();
