/**
 * The integer engine against onnxruntime-node with one thread, the same networks in the same run: as fast as it
 * goes ("hot"), and one run every sixtieth of a second ("paced"), where caches and clocks have cooled down.
 *
 *   node benchmarks/native/infer.ts [--hot 20000] [--paced 600] [--json FILE]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Tensor } from 'onnxruntime-node';
import { openNetwork } from '../../native/infer.ts';
import { openReference } from '../../native/testing/inference-parity.ts';

const { values } = parseArgs({
  options: {
    hot: { type: 'string', default: '20000' },
    paced: { type: 'string', default: '600' },
    json: { type: 'string' },
  },
});
const hotRuns = Number(values.hot);
const pacedRuns = Number(values.paced);
const frameUs = 16_667;
/** Paced runs alternate between the two in slices, so that a busy neighbour slows both. */
const slices = 6;

interface Row {
  network: string;
  pace: 'hot' | 'paced';
  engine: 'ours' | 'onnxruntime';
  p50: number;
  p99: number;
  p999: number;
}

const rows: Row[] = [];
let isa = '';

const models = fileURLToPath(new URL('../../models/', import.meta.url));
const networks = readdirSync(models, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(`${models}${entry.name}`).includes('model.onnx'))
  .map((entry) => ({ name: entry.name, path: `${models}${entry.name}/model.onnx` }));
networks.push({ name: 'fixed 1.4 MMAC', path: fileURLToPath(new URL('fixed-net.onnx', import.meta.url)) });

for (const { name, path } of networks) {
  const bytes = readFileSync(path);
  const ours = openNetwork(bytes);
  isa = ours.isa;
  const { name: input, dims, elements } = ours.inputs[0]!;
  const picture = Uint8Array.from({ length: elements }, (_, i) => (i * 37) % 251);
  ours.run(picture);
  const session = await openReference(bytes);
  const feeds = { [input]: new Tensor('uint8', picture, dims) };

  const timeTheirs = async (runs: number, paced: boolean): Promise<number[]> => {
    const times: number[] = [];
    let due = performance.now();
    for (let i = 0; i < runs; i += 1) {
      due += frameUs / 1000;
      if (paced) await sleep(Math.max(0, due - performance.now()));
      const begin = performance.now();
      await session.run(feeds);
      times.push((performance.now() - begin) * 1000);
    }
    return times;
  };

  for (const pace of ['hot', 'paced'] as const) {
    const runs = Math.ceil((pace === 'hot' ? hotRuns : pacedRuns) / slices);
    await timeTheirs(200, false);
    ours.timeRuns(200, 0);
    const taken = { ours: [] as number[], onnxruntime: [] as number[] };
    for (let slice = 0; slice < slices; slice += 1) {
      taken.ours.push(...ours.timeRuns(runs, pace === 'hot' ? 0 : frameUs));
      taken.onnxruntime.push(...(await timeTheirs(runs, pace === 'paced')));
    }
    for (const engine of ['ours', 'onnxruntime'] as const) {
      const sorted = taken[engine].sort((a, b) => a - b);
      const at = (share: number): number =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
      rows.push({ network: name, pace, engine, p50: at(0.5), p99: at(0.99), p999: at(0.999) });
    }
  }
  await session.release();
}

const processor = cpus()[0]?.model ?? 'unknown';
console.log(`${processor}, ${isa}, one thread; microseconds a run\n`);
console.log('network            pace   engine            p50       p99     p99.9    times faster (p50)');
for (const row of rows) {
  const rival = rows.find(
    (r) => r.network === row.network && r.pace === row.pace && r.engine === 'onnxruntime',
  )!;
  const ratio = row.engine === 'ours' ? (rival.p50 / row.p50).toFixed(1) : '';
  const numbers = [row.p50, row.p99, row.p999].map((us) => us.toFixed(1).padStart(10)).join('');
  console.log(
    `${row.network.padEnd(18)} ${row.pace.padEnd(6)} ${row.engine.padEnd(11)}${numbers}    ${ratio}`,
  );
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ processor, isa, rows }, null, 2)}\n`);
