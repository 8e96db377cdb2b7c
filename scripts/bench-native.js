import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bootstrapOrExit } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root } from './bootstrap/paths.js';

/** `npm run bench:native`: how fast the native hot path is, beside its rivals; benchmarks/native/main.ts says more. */
await bootstrapOrExit(['modules', 'cores', 'addon', 'roms', 'models', 'test-programs']);
const script = join(root, 'benchmarks', 'native', 'main.ts');
const { status } = spawnSync(findNode24(), [script, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
