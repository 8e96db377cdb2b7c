import { EeveeError } from '../../protocol/errors.ts';
import type { PlayerKind, Turn } from '../../protocol/words.ts';

const refuse = (turn: Turn, message: string, remedy: string): EeveeError =>
  new EeveeError({ code: 'session.wrong-state', message, remedy, field: 'turn', value: turn });

/** Checks that there is somebody to take a turn. Throws `session.wrong-state`. */
export const requireTurn = (
  turn: Turn,
  { player, goal }: { player: PlayerKind; goal: string | null },
): void => {
  if (turn === 'player') return;
  if (player === 'none') {
    throw refuse(
      turn,
      'This session has no AI player: the buttons are the human’s.',
      'Start one with the player "eyes".',
    );
  }
  if (turn === 'ai' || (player === 'eyes' && goal !== null)) return;
  throw refuse(
    turn,
    player === 'random' ? 'Random buttons give no advice.' : 'Without a goal the AI has nothing to advise.',
    'Start a session with the player "eyes" and a goal.',
  );
};
