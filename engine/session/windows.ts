import { EeveeError, type Problem } from '../../protocol/errors.ts';
import type { GameWindow } from '../../protocol/sessions.ts';
import { askChild } from './ask-child.ts';

/** Time that a display may take to list its windows. */
const listTimeoutMs = 5000;

/** What the listing child sends. */
export type WindowList = { windows: GameWindow[] } | { problem: Problem };

/**
 * The windows of a display; without a name, of the one that the engine was started on, if any. A display that does not
 * answer would keep whoever asks waiting, so a process of its own does.
 * Throws `resource.display-missing`, `resource.addon-missing`.
 */
export const windowsOf = async (display?: string): Promise<GameWindow[]> => {
  const asked = await askChild<WindowList>('list-windows', display ?? '', listTimeoutMs);
  const name = display ?? 'of this computer';
  if (!('answer' in asked)) {
    throw new EeveeError({
      code: 'resource.display-missing',
      message: `The display ${name} did not list its windows: ${asked.late ? 'it does not answer' : asked.how}.`,
      remedy: 'Look whether the display still works, then ask again.',
      field: 'display',
      value: display ?? null,
    });
  }
  if ('windows' in asked.answer) return asked.answer.windows;
  const { problem } = asked.answer;
  // A computer without a display has no windows: that is an answer, unless somebody named a display.
  if (display === undefined && problem.code === 'resource.display-missing') return [];
  throw new EeveeError(problem);
};
