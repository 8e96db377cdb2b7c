import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { storm } from '../engine/feedback/testing/storm.ts';

/**
 * Feedback in bad weather: `node scripts/outbox-storm.js --kills 200`. Prints what was agreed to, what arrived, and
 * what was lost or came twice; the exit code is 1 unless both are none.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    reports: { type: 'string', default: '12' },
    faults: { type: 'string', default: '0.5' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'eevee-storm-'));
try {
  const result = await storm({
    folder,
    seed: Number(values.seed),
    kills: Number(values.kills),
    reportsALife: Number(values.reports),
    faults: Number(values.faults),
  });
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (result.lost.length + result.twice.length + result.broken.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
