/**
 * Records the noise of real runs: plays the gate scenario over a range of seeds and keeps, raw, how many frames
 * each session took and how long each stage did. The regression check is proven on such recordings.
 *
 *   node benchmarks/regression/record.ts --seeds 0-299 --json FILE [--core FILE] [--clock lockstep|real-time]
 *     [--speed 1]
 *
 * Nothing is built here: `npm run bench:native` or `npm run eevee -- play` does that once.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { EngineClient } from '../../engine/api/client.ts';
import { watchSession } from '../../engine/cli/watch.ts';
import { startEngine } from '../../engine/engine.ts';
import { readGiven, withDefaults } from '../../engine/settings/given.ts';
import { openNetwork } from '../../native/infer.ts';
import type { CreateSession, Metrics } from '../../protocol/sessions.ts';
import type { StageStats } from '../../protocol/stage-stats.ts';
import { median } from './statistics/order.ts';
import { readYardstick } from './yardstick.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '0-29' },
    json: { type: 'string' },
    core: { type: 'string' },
    clock: { type: 'string', default: 'lockstep' },
    speed: { type: 'string', default: '1' },
  },
});
const [first = 0, last = first] = values.seeds.split('-').map(Number);
if (!Number.isInteger(first) || !Number.isInteger(last) || first > last)
  throw new Error(`--seeds ${values.seeds} is no range such as 0-299.`);
/** Inferences that are timed beside each session, and how many make one sample. */
const inferences = 200;
/** A player that loses its way must not hold up the recording. */
const frameLimit = 20_000;

const dataDir = mkdtempSync(join(tmpdir(), 'eevee-record-'));
const settings = readGiven({ dataDir, logLevel: 'error' });
const modelBytes = readFileSync(join(withDefaults(settings).modelDir, 'model.onnx'));
const network = openNetwork(modelBytes);
network.run(Uint8Array.from({ length: network.inputs[0]!.elements }, (_, i) => (i * 37) % 251));

/** Name → one sample a seed. */
const samples: Record<string, number[]> = {};
const keep = (figure: string, value: number): void => {
  samples[figure] ??= [];
  samples[figure].push(Number(value.toPrecision(6)));
};
const keepStages = (stages: StageStats[]): void => {
  for (const { stage, count, p50, p99 } of stages) {
    if (count === 0) continue;
    keep(`${stage}-p50`, p50);
    keep(`${stage}-p99`, p99);
  }
};

const engine = await startEngine(settings);
let identity = {};
const lost: number[] = [];
try {
  const client = new EngineClient(engine);
  for (let seed = first; seed <= last; seed += 1) {
    const asked: Partial<CreateSession> = {
      goal: 'gate',
      seed,
      clock: values.clock as CreateSession['clock'],
      speed: Number(values.speed) as CreateSession['speed'],
      frameLimit,
      endOnGoal: true,
      ...(values.core === undefined ? {} : { core: values.core }),
    };
    const before = readYardstick();
    const begin = performance.now();
    const { id } = await client.create(asked);
    let latest: Metrics | undefined;
    const session = await watchSession(client, id, { metrics: (metrics) => (latest = metrics) });
    const seconds = (performance.now() - begin) / 1000;
    const metrics = await client.metrics(id).catch(() => latest);
    if (!session.goalReached) lost.push(seed);
    keep('frames-to-gate', session.frame);
    keep('session-seconds', seconds);
    keep('yardstick', (before + readYardstick()) / 2);
    keep('eyes-alone', median([...network.timeRuns(inferences, 0)]));
    if (metrics) {
      keep('frames-a-second', metrics.fps);
      keep('resident-bytes', metrics.residentBytes);
      keep('decisions', metrics.decisions);
      keepStages(metrics.stages);
    }
    identity = { romSha256: session.romSha256, core: basename(session.core) };
  }
} finally {
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
}

const recording = {
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  node: process.versions.node,
  ...identity,
  modelSha256: createHash('sha256').update(modelBytes).digest('hex'),
  settings: { goal: 'gate', player: 'eyes', clock: values.clock, speed: Number(values.speed) },
  seeds: { first, last },
  /** Seeds on which the gate was not reached; their frames are those played until then. */
  lost,
  samples,
};
// Biome's formatter breaks the lines of what is to be kept.
const text = `${JSON.stringify(recording)}\n`;
if (values.json === undefined) process.stdout.write(text);
else writeFileSync(values.json, text);
