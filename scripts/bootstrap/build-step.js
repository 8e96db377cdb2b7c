// Runs one build function in Node 24, in a process of its own: the bootstrap itself may be running in an older
// Node, before there was any other, and a crash in a compiler's bindings must not take it down.
// Usage: build-step.js <module> <function> <file for the result>
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , modulePath = '', functionName = '', resultPath = ''] = process.argv;
try {
  const module = await import(pathToFileURL(modulePath).href);
  const result = await module[functionName]({ log: (/** @type {string} */ line) => console.log(line) });
  writeFileSync(resultPath, JSON.stringify(result ?? null));
} catch (error) {
  console.error(error);
  process.exit(1);
}
