import { join } from 'node:path';
import { bootstrapOrExit, needsOf } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root, typedIn } from './bootstrap/paths.js';
import { handOver } from './hand-over.js';

/** What each command of the CLI needs; any other, and every `--help`, needs the packages only. */
const needsOfCommand = { play: needsOf.play, replay: needsOf.play, serve: needsOf.serve };

const args = process.argv.slice(2);
const command = args.find((arg) => !arg.startsWith('-')) ?? '';
const asksHelp = args.includes('--help') || args.includes('-h');
const bringsCore = args.some((arg) => arg === '--core' || arg.startsWith('--core='));
const known = /** @type {Record<string, import('./bootstrap/index.js').Need[] | undefined>} */ (
  needsOfCommand
);
const needs = (asksHelp ? undefined : known[command]) ?? needsOf.tools;
await bootstrapOrExit(needs.filter((need) => need !== 'cores' || !bringsCore));
await handOver(findNode24(), [join(root, 'engine', 'cli', 'main.ts'), ...args], { cwd: typedIn() });
