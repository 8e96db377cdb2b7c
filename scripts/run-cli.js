import { join } from 'node:path';
import { bootstrapOrExit, needsOf } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root, typedIn } from './bootstrap/paths.js';
import { handOver } from './hand-over.js';

const args = process.argv.slice(2);
const command = args.find((arg) => !arg.startsWith('-')) ?? '';
/** @param {string} name */
const has = (name) => args.some((arg) => arg === name || arg.startsWith(`${name}=`));

/** What a command of the engine's command line needs. Help, and the doctor, must run while things are missing. */
const needsOfCommand = () => {
  if (has('--help') || has('-h')) return needsOf.tools;
  if (command === 'serve') return needsOf.serve;
  if (command === 'play') return has('--headless') ? needsOf.play : needsOf.serve;
  return command === 'replay' ? needsOf.play : needsOf.tools;
};

// Whoever names a core, or plays in another program's window, needs none of ours.
const bringsCore = has('--core') || has('--window');
const needs = needsOfCommand().filter((need) => need !== 'cores' || !bringsCore);
await bootstrapOrExit(needs);
await handOver(findNode24(), [join(root, 'engine', 'cli', 'main.ts'), ...args], { cwd: typedIn() });
