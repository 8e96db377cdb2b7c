import { join } from 'node:path';
import { bootstrapOrExit } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root, typedIn } from './bootstrap/paths.js';
import { handOver } from './hand-over.js';

/** `npm run bench:kill`: kill −9 at random moments; benchmarks/kill/main.ts says more. */
await bootstrapOrExit(['modules', 'cores', 'addon', 'roms', 'models']);
await handOver(findNode24(), [join(root, 'benchmarks', 'kill', 'main.ts'), ...process.argv.slice(2)], {
  cwd: typedIn(),
});
