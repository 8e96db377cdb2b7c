import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { problemFrom } from '../problem.ts';
import { judge } from './judge.ts';

/**
 * Entry of the judge, a process of its own: `main.ts REPLAY [--scenario NAME]`. Prints one line of JSON, a
 * `Verdict` or `{ problem }`; the exit code is 0 when there is a verdict, whatever it says.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scenario: { type: 'string' } },
});
const scratch = mkdtempSync(join(tmpdir(), 'eevee-judge-'));
try {
  const folders = { systemDir: join(scratch, 'system'), saveDir: join(scratch, 'saves') };
  process.stdout.write(`${JSON.stringify(judge(positionals[0] ?? '', values.scenario ?? null, folders))}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ problem: problemFrom(error) })}\n`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
