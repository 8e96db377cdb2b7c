import type { NoticeText } from '../notices.ts';
import type { Outcome } from './run-files.ts';

/** Why a run stands still, as far as it is nobody's fault. */
export const interruptions = {
  cancelled: {
    message: 'You stopped this run.',
    remedy: 'Resume it whenever you like: what is finished is not played again.',
  },
  engineEnded: {
    message: 'Eevee was closed, or ended, while this run was being played.',
    remedy: 'Resume it: what is finished is not played again.',
  },
} as const;

const gateWords = { passed: ' The quality gate is passed.', failed: ' The quality gate is not passed.' };

/** What the user is told when a run has come to its end. */
export const endWords = ({ progress, stopped, result }: Outcome): NoticeText => {
  const reached = `${progress.successes} of ${progress.done} goals were reached.`;
  if (stopped !== null)
    return {
      level: 'warning',
      message: `The benchmark stopped early: ${stopped}. ${reached}`,
      remedy: 'Its result, as far as it got, is in the room Benchmarks.',
    };
  const gate = result && result.gate !== 'not held to it' ? gateWords[result.gate] : '';
  return {
    level: 'info',
    message: `The benchmark is finished. ${reached}${gate}`,
    remedy: 'Its result is in the room Benchmarks.',
  };
};
