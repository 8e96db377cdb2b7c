import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import type { CaseVerdict } from '../../../protocol/cases.ts';
import { EeveeError, type Problem } from '../../../protocol/errors.ts';
import type { RerunSetup } from './rerun.ts';

/**
 * Runs a case again in a process of its own. A case from late in a long session takes its time: an hour of play is
 * played again in a minute or two. Throws what the re-run throws, and `session.process-died`.
 */
export const askRerun = (setup: RerunSetup): Promise<CaseVerdict> =>
  new Promise((resolve, reject) => {
    const entry = join(import.meta.dirname, `main${extname(import.meta.filename)}`);
    // Cores print what they like; none of it belongs to the answer.
    const child = fork(entry, [], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('message', (message) => {
      const answer = message as CaseVerdict | { problem: Problem };
      child.disconnect();
      if ('problem' in answer) reject(new EeveeError(answer.problem));
      else resolve(answer);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      reject(
        new EeveeError({
          code: 'session.process-died',
          message: `The re-run of case ${setup.case.id} ended without a verdict (${signal ?? `exit code ${code}`}).`,
          remedy: 'Run it once more; if it happens again, try another core with --core.',
        }),
      ),
    );
    child.send(setup);
  });
