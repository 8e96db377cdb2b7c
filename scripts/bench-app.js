import { join } from 'node:path';
import { bootstrapOrExit, needsOf } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root, typedIn } from './bootstrap/paths.js';
import { handOver } from './hand-over.js';

/** `npm run bench:app`: the figures of the whole app, from its window. */
await bootstrapOrExit(needsOf.window);
await handOver(findNode24(), [join(root, 'tests', 'figures', 'main.ts'), ...process.argv.slice(2)], {
  cwd: typedIn(),
});
