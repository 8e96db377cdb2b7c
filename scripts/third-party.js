// Writes docs/third-party.md; with --check, only says whether it has to be written again.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap/paths.js';
import { problems, thirdPartyDocument } from './third-party/document.js';

const path = join(root, 'docs', 'third-party.md');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const found = problems(lock);
const text = thirdPartyDocument(lock);

/** @returns {string} */
const written = () => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (written() !== text)
  found.push('docs/third-party.md is out of date: node scripts/third-party.js writes it.');
for (const problem of found) console.error(problem);
process.exitCode = found.length > 0 ? 1 : 0;
