import { EeveeError } from '../../protocol/errors.ts';
import type { Session } from '../../protocol/sessions.ts';

/** What is said of a session that has ended to whoever wants something of it. */
export const endedError = ({ id, end }: Pick<Session, 'id' | 'end'>): EeveeError =>
  new EeveeError({
    code: 'session.ended',
    message: `Session ${id} has ended: ${end?.message ?? ''}`,
    remedy: 'Start a new one; with "resumeFrom" it goes on from the last autosave.',
  });

/** Throws `session.wrong-state` while the session starts, `session.ended` afterwards. */
export const requireAlive = (session: Readonly<Session>): void => {
  if (session.state === 'ended') throw endedError(session);
  if (session.state !== 'starting') return;
  throw new EeveeError({
    code: 'session.wrong-state',
    message: `Session ${session.id} is still starting.`,
    remedy: 'Wait until its state is "running".',
  });
};

/** Throws `session.wrong-state` while it is the AI's turn. */
export const requireHuman = ({ turn }: Readonly<Session>): void => {
  if (turn !== 'ai') return;
  throw new EeveeError({
    code: 'session.wrong-state',
    message: 'It is the AI’s turn at the buttons.',
    remedy: 'Take over first (POST …/take-over).',
  });
};
