import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { EeveeError, type Problem } from '../../../protocol/errors.ts';
import type { Clip } from '../../../protocol/feedback.ts';
import type { CutPlan } from './cut.ts';

/** An hour of play is gone through in less on a slow computer. */
const longestMs = 120_000;

/** A clip with the pictures of it. */
export interface CutClip {
  clip: Clip;
  file: Buffer;
  pictures: Buffer;
  /** The last picture, as PNG. */
  last: Buffer;
}

const failed = (): EeveeError =>
  new EeveeError({
    code: 'session.process-died',
    message: 'The replay could not be cut: its process ended without an answer, or took too long.',
    remedy: 'Try again, or send the report without the replay.',
  });

/** Has a clip cut by a process of its own. Throws what `cut` throws, and `session.process-died`. */
export const cutClip = async (plan: Omit<CutPlan, 'out'>): Promise<CutClip> => {
  const out = mkdtempSync(join(tmpdir(), 'eevee-clip-'));
  try {
    const entry = join(import.meta.dirname, `main${extname(import.meta.filename)}`);
    const run = promisify(execFile)(process.execPath, [entry, JSON.stringify({ ...plan, out })], {
      timeout: longestMs,
      killSignal: 'SIGKILL',
    });
    // With a problem to tell, the cutter ends with 1 and still prints it.
    const { stdout } = await run.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
    const answer = (stdout.startsWith('{') ? JSON.parse(stdout) : null) as
      | { clip: Clip }
      | { problem: Problem }
      | null;
    if (answer === null) throw failed();
    if ('problem' in answer) throw new EeveeError(answer.problem);
    const read = (name: string): Buffer => readFileSync(join(out, name));
    return {
      clip: answer.clip,
      file: read('clip.json'),
      pictures: read('pictures.png'),
      last: read('last.png'),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};
