import type { Session } from '../../../protocol/sessions.ts';
import { speeds, type Turn } from '../../../protocol/words.ts';
import { useCommand } from '../api/commands.ts';
import { texts } from '../texts.ts';
import { useLoadNewest, useSaveState } from './saves/queries.ts';
import { titleOf } from './saves/title.ts';

export type Speed = (typeof speeds)[number];

const verbOfTurn = { ai: 'hand-back', player: 'take-over', advisor: 'advise' } as const satisfies Record<
  Turn,
  string
>;

/** A name for the next save: the frame says when it was, and sorts. */
const saveName = (frame: number): string => `frame-${frame}`;

interface Around {
  connected: boolean;
  /** Number of the frame on the screen. */
  currentFrame: () => number;
  /** Says that something worked. */
  flash: (words: string) => void;
}

/** What can be done while watching a session; buttons and keys call the same functions. */
export const usePlayActions = (session: Session, { connected, currentFrame, flash }: Around) => {
  const command = useCommand(session.id);
  const save = useSaveState(session.id);
  const load = useLoadNewest(session.id);
  const alive = connected && (session.state === 'running' || session.state === 'paused');
  const setSpeed = (speed: Speed) => alive && command.mutate({ verb: 'speed', body: { speed } });
  const shift = (by: number) => {
    const next = speeds[speeds.indexOf(session.speed as Speed) + by];
    if (next) setSpeed(next);
  };
  // The engine would refuse, with words: the same is seen here beforehand.
  const canAdvise = session.player === 'eyes' && session.goal !== null;
  const giveTurn = (turn: Turn) => {
    if (!alive || session.player === 'none' || turn === session.turn) return;
    if (turn === 'advisor' && !canAdvise) return;
    command.mutate({ verb: verbOfTurn[turn] });
  };
  return {
    alive,
    busy: command.isPending,
    togglePause: () => alive && command.mutate({ verb: session.state === 'paused' ? 'resume' : 'pause' }),
    /** Steps from a pause; a running game is paused first, so that the key does something one can see. */
    step: () =>
      alive &&
      command.mutate(session.state === 'paused' ? { verb: 'step', body: { frames: 1 } } : { verb: 'pause' }),
    canAdvise,
    giveTurn,
    toggleTurn: () => giveTurn(session.turn === 'ai' ? 'player' : 'ai'),
    toggleAdvice: () => giveTurn(session.turn === 'advisor' ? 'player' : 'advisor'),
    stop: () => alive && command.mutate({ verb: 'stop' }),
    save: () => {
      if (!alive) return;
      save.mutate(
        { name: saveName(currentFrame()) },
        { onSuccess: (state) => flash(texts.saves.saved(titleOf(state))) },
      );
    },
    /** Goes back to what was saved last. */
    load: () => {
      if (!alive || session.window) return;
      load.mutate(undefined, {
        onSuccess: (state) => flash(state ? texts.saves.loaded(titleOf(state)) : texts.saves.nothingToLoad),
      });
    },
    /** Says that something worked. */
    say: flash,
    saving: save.isPending,
    setSpeed,
    faster: () => shift(1),
    slower: () => shift(-1),
  };
};

export type PlayActions = ReturnType<typeof usePlayActions>;
