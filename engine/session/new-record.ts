import type { Session } from '../../protocol/sessions.ts';

/** What is known of a session before it begins. */
type Known =
  | 'id'
  | 'game'
  | 'title'
  | 'rom'
  | 'romSha256'
  | 'core'
  | 'window'
  | 'seed'
  | 'clock'
  | 'goal'
  | 'player'
  | 'speed'
  | 'turn';

/** The record of a session that begins now, or then: nothing has happened in it yet. */
export const newRecord = (
  known: Pick<Session, Known> & Pick<Partial<Session>, 'stopWhen'>,
  createdAt = new Date(),
): Session => ({
  stopWhen: [],
  ...known,
  state: 'starting',
  turnSince: null,
  frame: 0,
  goalReached: false,
  createdAt: createdAt.toISOString(),
  endedAt: null,
  end: null,
  stopped: null,
  autosave: null,
  decision: null,
  advice: null,
  agreement: { followed: 0, differed: 0 },
});
