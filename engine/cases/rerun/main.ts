import { problemFrom } from '../../problem.ts';
import { type RerunSetup, rerun } from './rerun.ts';

/**
 * Entry of a re-run, a process of its own, because cores are not ours and may crash. Takes one `RerunSetup` over its
 * pipe, answers with one `CaseVerdict` or `{ problem }`, and
 * ends when whoever asked has heard it.
 */
process.once('message', async (setup) => {
  const answer = await rerun(setup as RerunSetup).catch((error: unknown) => ({
    problem: problemFrom(error),
  }));
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));
