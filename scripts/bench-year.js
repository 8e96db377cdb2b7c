import { join } from 'node:path';
import { bootstrapOrExit } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root, typedIn } from './bootstrap/paths.js';
import { handOver } from './hand-over.js';

/** `npm run bench:year`: a day's bytes and a year's questions; benchmarks/history/main.ts says more. */
await bootstrapOrExit(['modules', 'cores', 'addon', 'roms', 'models']);
await handOver(findNode24(), [join(root, 'benchmarks', 'history', 'main.ts'), ...process.argv.slice(2)], {
  cwd: typedIn(),
});
