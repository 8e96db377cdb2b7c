import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killAtRandom } from '../../engine/testing/killed-engine.ts';

/**
 * `npm run bench:kill -- --times 200`: kills a playing engine, or its session's process, at random moments, and
 * looks what is left. Exit code 1: something was lost.
 */
const { values } = parseArgs({ options: { times: { type: 'string', default: '200' } } });
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const scratch = mkdtempSync(join(tmpdir(), 'eevee-kill-'));
try {
  const began = performance.now();
  const tally = await killAtRandom(Number(values.times), scratch, ({ kills, faults }) => {
    if (kills % 10 === 0) say(`${kills} kills, ${faults.length} faults`);
  });
  const { faults, ...counts } = tally;
  for (const fault of faults) say(`Fault: ${fault}`);
  for (const [name, count] of Object.entries(counts)) say(`${name.padEnd(14)} ${count}`);
  say(`seconds        ${((performance.now() - began) / 1000).toFixed(0)}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
