import { constants } from 'node:os';
import type { Problem } from '../../protocol/errors.ts';
import type { SessionEnd } from '../../protocol/sessions.ts';
import type { Exit } from './child.ts';

/** Signals by which a process dies of its own code: the core's fault, not somebody's decision. */
const crashSignals = ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGABRT', 'SIGTRAP', 'SIGSYS'];

/** Problem of a session whose process died without saying so. */
export const problemOfExit = ({ code, signal }: Exit, core: string, lastOutput: string): Problem => {
  const words = lastOutput ? ` Its last words: ${lastOutput.slice(-300)}` : '';
  if (signal && crashSignals.includes(signal)) {
    return {
      code: 'session.core-crashed',
      message: `The core ${core} crashed (${signal}).${words}`,
      remedy: 'Resume the session from its last autosave, or choose another core.',
      value: signal,
    };
  }
  const how = signal ? `by ${signal} (${constants.signals[signal]})` : `with exit code ${code}`;
  return {
    code: 'session.process-died',
    message: `The session's process ended ${how}.${words}`,
    remedy: 'Resume the session from its last autosave.',
    value: signal ?? code,
  };
};

/** Problem of a session whose process stopped answering. */
export const hungProblem = (core: string, frame: number, silentMs: number): Problem => ({
  code: 'session.core-hung',
  message: `The core ${core} has made no frame for ${Math.round(silentMs)} ms (frame ${frame}).`,
  remedy: 'Resume the session from its last autosave, or choose another core.',
});

/** Problem of a session whose process did not get ready in time. */
export const slowStartProblem = (core: string, timeoutMs: number): Problem => ({
  code: 'session.core-hung',
  message: `The core ${core} was not ready after ${timeoutMs} ms.`,
  remedy: 'Choose another core; if it is the right one, raise --start-timeout-ms.',
});

/** The end of a session that failed, with the autosave to resume from, if there is one. */
export const failedEnd = (problem: Problem, autosave: string | null): SessionEnd => ({
  reason: 'failed',
  message: problem.message,
  problem: autosave ? { ...problem, autosave } : problem,
});
