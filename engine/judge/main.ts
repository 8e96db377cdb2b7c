import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { problemFrom } from '../problem.ts';
import { FrameAlbum } from './frame-album.ts';
import { judge } from './judge.ts';

/**
 * Entry of the judge, a process of its own: `main.ts REPLAY [--scenario NAME] [--pictures FOLDER --every N]`.
 * Prints one line of JSON, a `Verdict` or `{ problem }`; the exit code is 0 when there is a verdict, whatever
 * it says.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scenario: { type: 'string' },
    pictures: { type: 'string' },
    every: { type: 'string', default: '60' },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'eevee-judge-'));
try {
  const folders = { systemDir: join(scratch, 'system'), saveDir: join(scratch, 'saves') };
  const album =
    values.pictures === undefined ? undefined : new FrameAlbum(values.pictures, Number(values.every));
  const verdict = judge(positionals[0] ?? '', values.scenario ?? null, folders, album);
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ problem: problemFrom(error) })}\n`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
