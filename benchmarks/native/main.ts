/**
 * The hot path against its rivals in one run, as one table; the figures go to a JSON file.
 *
 *   npm run bench:native -- [--only inference,preprocessing,capture,host,path] [--quick] [--json FILE]
 *
 * "hot": as fast as it goes. "paced": once a 60th of a second, as in play. The rivals are built for this alone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAddon } from '../../native/build.js';
import { openNetwork } from '../../native/infer.ts';
import { type Figure, type Part, table } from './figure.ts';
import { measureCapture } from './measure-capture.ts';
import { measureHost, model } from './measure-host.ts';
import { measureInference } from './measure-inference.ts';
import { measurePath } from './measure-path.ts';
import { measurePreprocessing } from './measure-preprocessing.ts';

/** In their order; the long one comes last. */
const parts: Record<string, (quick: boolean) => Part | Promise<Part>> = {
  inference: measureInference,
  preprocessing: measurePreprocessing,
  capture: measureCapture,
  host: measureHost,
  path: measurePath,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(parts).join() },
    quick: { type: 'boolean', default: false },
    json: { type: 'string', default: 'artifacts/bench-native.json' },
  },
});
const chosen = values.only.split(',');
const unknown = chosen.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

await buildAddon();
const instructionSet = openNetwork(model.bytes).isa;
const figures: Figure[] = [];
const skipped: string[] = [];
const facts: Record<string, unknown> = {};
for (const name of chosen) {
  const begin = performance.now();
  process.stderr.write(`• ${name} …\n`);
  const part = await parts[name]!(values.quick);
  figures.push(...part.figures);
  skipped.push(...part.skipped);
  facts[name] = part.facts;
  process.stderr.write(`✓ ${name} (${((performance.now() - begin) / 1000).toFixed(0)} s)\n`);
}

const processor = cpus()[0]?.model ?? 'unknown';
console.log(
  `\n${processor}, ${cpus().length} processors, instruction set ${instructionSet}; one thread; microseconds\n`,
);
console.log(table(figures));
for (const { what, note } of figures) if (note) console.log(`· ${what}: ${note}`);
for (const what of new Set(skipped)) console.log(`· Left out: ${what}`);
const missed = figures.filter(({ holds }) => holds === false);
const wanted = figures.filter(({ holds }) => holds !== undefined);
console.log(`\n${wanted.length - missed.length} of ${wanted.length} wanted figures hold.`);

mkdirSync(dirname(values.json), { recursive: true });
const report = {
  processor,
  processors: cpus().length,
  memoryBytes: totalmem(),
  instructionSet,
  node: process.version,
  quick: values.quick,
  figures,
  skipped,
  facts,
};
writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
console.log(`All of it: ${values.json}`);
