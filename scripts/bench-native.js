import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapOrExit } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root } from './bootstrap/paths.js';

/**
 * `npm run bench:native`: how fast the native hot path is, against its rivals in the same run. Each part prints
 * its table and leaves the figures as JSON in artifacts/.
 */
const artifacts = join(root, 'artifacts');
/** @param {string} name */
const report = (name) => join(artifacts, `bench-${name}.json`);

/** @type {{ name: string, args: string[] }[]} */
const parts = [
  { name: 'infer', args: ['--json', report('infer')] },
  { name: 'preprocess', args: ['--json', report('preprocess')] },
  { name: 'capture', args: ['20', report('capture')] },
];

await bootstrapOrExit(['modules', 'cores', 'addon', 'roms', 'models', 'test-programs']);
mkdirSync(artifacts, { recursive: true });
const failed = parts.filter(({ name, args }) => {
  console.log(`\n── ${name} ──`);
  const script = join(root, 'benchmarks', 'native', `${name}.ts`);
  return spawnSync(findNode24(), [script, ...args], { cwd: root, stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`\n${failed.map(({ name }) => name).join(' and ')} failed; the message stands above.`);
  process.exitCode = 1;
}
