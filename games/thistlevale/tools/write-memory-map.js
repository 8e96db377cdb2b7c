/** Writes memory-map.md; run it after a change of the list in memory-map.js. */
import { writeFileSync } from 'node:fs';
import { memoryMapDocument } from './memory-map.js';

writeFileSync(new URL('../memory-map.md', import.meta.url), memoryMapDocument());
