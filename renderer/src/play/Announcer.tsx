import { VisuallyHidden } from '@mantine/core';
import type { Session } from '../../../protocol/sessions.ts';
import { texts } from '../texts.ts';
import { turnWords } from './turn/TurnHead.tsx';

/** What a screen reader says when it changes: who plays, and whether it goes on. Not every action: those are many a second. */
export const Announcer = ({ session, connected }: { session: Session; connected: boolean }) => {
  const words = [
    connected ? null : texts.connection.lostTitle,
    session.state === 'running' ? null : texts.state[session.state],
    session.end?.message,
    session.state === 'ended' ? null : turnWords(session),
    session.goalReached ? texts.thinking.reached : null,
  ];
  return (
    <VisuallyHidden role="status" aria-live="polite" data-testid="announcer">
      {words.filter(Boolean).join('. ')}
    </VisuallyHidden>
  );
};
