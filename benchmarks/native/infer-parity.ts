/**
 * Compares the integer engine with onnxruntime on frames of the game, played at random.
 *
 *   node benchmarks/native/infer-parity.ts [--frames 10000] [--seed 1] [--core mgba]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadGame } from '../../games/catalog.ts';
import { installedCore } from '../../native/testing/fixtures.ts';
import { compareWithOnnxruntime, randomPlay } from '../../native/testing/inference-parity.ts';
import { openToolsHost } from '../../native/tools.ts';

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    core: { type: 'string', default: 'mgba' },
  },
});
const core = installedCore(values.core);
if (!core)
  throw new Error(
    `There is no core ${values.core}. Install it with: apt-get install libretro-${values.core}`,
  );

const scratch = mkdtempSync(join(tmpdir(), 'eevee-parity-'));
try {
  const game = await loadGame('thistlevale');
  const model = readFileSync(new URL('../../models/thistlevale-eyes/model.onnx', import.meta.url));
  const host = openToolsHost({ core, rom: game.romPath, systemDir: scratch, saveDir: scratch });
  const parity = await compareWithOnnxruntime(
    model,
    randomPlay(host, Number(values.frames), Number(values.seed)),
  );
  host.close();
  const share = (part: number, whole: number): string =>
    `${part} of ${whole} (${((100 * part) / whole).toFixed(4)} %)`;
  console.log(`${parity.frames} frames, ${values.core}, seed ${values.seed}`);
  console.log(`  differ at all                ${share(parity.different, parity.elements)}`);
  console.log(`  differ by more than a quantum ${share(parity.beyondOne, parity.elements)}`);
  console.log(`  another class                ${share(parity.otherClasses, parity.classes)}`);
  if (parity.beyondOne > parity.elements / 1000 || parity.otherClasses > 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
