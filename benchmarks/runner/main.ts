/**
 * Plays, describes and compares runs for another process, which starts this one with a channel (fork) and asks for
 * one thing: `toRunnerSchema` and `fromRunnerSchema` say what is said. Ends when that is done, or when whoever asked
 * is gone. Settings come from the environment (`EEVEE_…`), as everywhere.
 */
import { problemFrom } from '../../engine/problem.ts';
import type { FromRunner, ToRunner } from '../../protocol/benchmark-runner.ts';
import { compareFiles } from './compare.ts';
import { completeRun, describeRun } from './kept-run.ts';
import { Play } from './play.ts';
import { listen, tell } from './tell.ts';

const play = new Play();

const answerTo = (request: Exclude<ToRunner, { type: 'play' | 'jobs' | 'cancel' }>): FromRunner => {
  switch (request.type) {
    case 'describe':
      return describeRun(request.folder);
    case 'complete':
      return completeRun(request.folder);
    case 'compare':
      return { type: 'compared', comparison: compareFiles(request.baseline, request.run) };
  }
};

const leave = (): void => {
  if (process.connected) process.disconnect();
};

const obey = async (request: ToRunner): Promise<void> => {
  if (request.type === 'jobs') play.setJobs(request.jobs);
  else if (request.type === 'cancel') play.cancel();
  else {
    try {
      if (request.type === 'play') await play.play(request);
      else tell(answerTo(request));
    } catch (error) {
      tell({ type: 'problem', problem: problemFrom(error) });
      process.exitCode = 1;
    }
    leave();
  }
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => play.cancel());
listen(
  (request) => void obey(request),
  () => play.cancel(),
);
