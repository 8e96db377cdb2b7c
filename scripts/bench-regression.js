import { join } from 'node:path';
import { bootstrapOrExit } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root, typedIn } from './bootstrap/paths.js';
import { handOver } from './hand-over.js';

/**
 * `npm run bench:compare`, `bench:history`, `bench:regression-proof`: the first argument says which. None of them
 * needs more than the packages.
 */
const [verb = '', ...args] = process.argv.slice(2);
const folder = join(root, 'benchmarks', 'regression');
const program = verb === 'proof' ? [join(folder, 'proof.ts')] : [join(folder, 'main.ts'), verb];

await bootstrapOrExit(['modules']);
await handOver(findNode24(), [...program, ...args], { cwd: typedIn() });
