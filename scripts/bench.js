import { join } from 'node:path';
import { bootstrapOrExit, needsOf } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root, typedIn } from './bootstrap/paths.js';
import { handOver } from './hand-over.js';

/** `npm run bench`: plays the benchmark suite. Help must work while things are missing. */
const args = process.argv.slice(2);
const asked = args.some((arg) => arg === '--help' || arg === '-h');
await bootstrapOrExit(asked ? needsOf.tools : needsOf.play);
await handOver(findNode24(), [join(root, 'benchmarks', 'suite', 'main.ts'), ...args], { cwd: typedIn() });
