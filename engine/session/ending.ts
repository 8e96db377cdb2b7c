import { constants } from 'node:os';
import type { Problem } from '../../protocol/errors.ts';
import type { SessionEnd } from '../../protocol/sessions.ts';
import type { Exit } from './child.ts';
import { type CoreSource, sourceName, type WindowSource } from './messages.ts';

/** Signals by which a process dies of its own code: the core's fault, not somebody's decision. */
const crashSignals = ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGABRT', 'SIGTRAP', 'SIGSYS'];

/** Problem of a session whose process died without saying so. */
export const problemOfExit = (
  { code, signal }: Exit,
  source: CoreSource | WindowSource,
  lastOutput: string,
): Problem => {
  const words = lastOutput ? ` Its last words: ${lastOutput.slice(-300)}` : '';
  if (source.kind === 'core' && signal && crashSignals.includes(signal)) {
    return {
      code: 'session.core-crashed',
      message: `${sourceName(source)} crashed (${signal}).${words}`,
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

const silent = ({ kind }: CoreSource | WindowSource): Pick<Problem, 'code' | 'remedy'> =>
  kind === 'core'
    ? {
        code: 'session.core-hung',
        remedy: 'Resume the session from its last autosave, or choose another core.',
      }
    : {
        code: 'resource.window-gone',
        remedy: 'Look whether the window and its display still work, then start a new session.',
      };

/** Problem of a session whose process stopped answering. */
export const hungProblem = (source: CoreSource | WindowSource, frame: number, silentMs: number): Problem => ({
  ...silent(source),
  message: `${sourceName(source)} has made no frame for ${Math.round(silentMs)} ms (frame ${frame}).`,
});

/** Problem of a session whose process did not get ready in time. */
export const slowStartProblem = (source: CoreSource | WindowSource, timeoutMs: number): Problem => ({
  ...silent(source),
  message: `${sourceName(source)} was not ready after ${timeoutMs} ms.`,
  ...(source.kind === 'core'
    ? { remedy: 'Choose another core; if it is the right one, raise --start-timeout-ms.' }
    : {}),
});

/** The end of a session that failed, with the autosave to resume from, if there is one. */
export const failedEnd = (problem: Problem, autosave: string | null): SessionEnd => ({
  reason: 'failed',
  message: problem.message,
  problem: autosave ? { ...problem, autosave } : problem,
});
