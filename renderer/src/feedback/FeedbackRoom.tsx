import { useEffect, useRef } from 'react';
import { problemIn } from '../api/problem.ts';
import { Waiting } from '../app/Waiting.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { Room } from '../shared/Room.tsx';
import { useStore } from '../shared/store.ts';
import { texts } from '../texts.ts';
import { desk } from './desk.ts';
import { Home } from './Home.tsx';
import { ItemView } from './ItemView.tsx';
import { useBegin, useOutbox } from './queries.ts';

/** Makes the form that another room asked for, once. */
const useWantedForm = (): void => {
  const shown = useStore(desk);
  const begin = useBegin();
  const begun = useRef<unknown>(null);
  const { mutate } = begin;
  useEffect(() => {
    if (shown.show !== 'new' || begun.current === shown) return;
    begun.current = shown;
    const { kind, sessionId } = shown;
    mutate(
      { kind, sessionId },
      {
        onSuccess: ({ id }) => desk.set({ show: 'item', id }),
        onError: () => desk.set({ show: 'all' }),
      },
    );
  }, [shown, mutate]);
};

/** The room in which people say what they think, and see what became of it. */
export const FeedbackRoom = () => {
  const { data: outbox, error } = useOutbox();
  const shown = useStore(desk);
  useWantedForm();
  if (error && !outbox) return <ProblemAlert problem={problemIn(error)} m="xl" />;
  if (!outbox || shown.show === 'new') return <Waiting words={texts.feedback.loading} />;
  const item = shown.show === 'item' ? outbox.items.find(({ id }) => id === shown.id) : undefined;
  return (
    <Room label={texts.feedback.title} testId="feedback">
      {item ? (
        <ItemView key={`${item.id} ${item.state === 'draft'}`} item={item} hub={outbox.hub} />
      ) : (
        <Home outbox={outbox} />
      )}
    </Room>
  );
};
