import { Button, Group, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { useDismissNotices, useNotices } from '../api/notices.ts';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { useStore } from '../shared/store.ts';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import { NoticeAlert } from './NoticeAlert.tsx';

/** More than these at once would push the picture off the page; the rest is there on request. */
const mostShown = 3;

/** What the engine has to tell and what went wrong here, above everything, until it was read. */
export const Notices = () => {
  const { problems } = useEngine();
  const posted = useStore(problems.store);
  const notices = useNotices().data ?? [];
  const dismiss = useDismissNotices();
  const [all, setAll] = useState(false);
  const section = useRef<HTMLDivElement>(null);
  const shown = all ? notices : notices.slice(-mostShown);
  const count = posted.length + notices.length;
  if (count === 0) return null;
  /** The button that was pressed is gone; whoever uses the keyboard goes on from here, or from the content. */
  const thenFocus = (left: number): void =>
    (left > 0 ? section.current : document.getElementById('main'))?.focus({ preventScroll: true });
  const dismissAll = (): void => {
    problems.clear();
    dismiss(notices.map(({ id }) => id));
    thenFocus(0);
  };
  return (
    <Stack
      gap="xs"
      component="section"
      ref={section}
      tabIndex={-1}
      mah={all ? '50vh' : undefined}
      style={{ overflowY: all ? 'auto' : undefined, flexShrink: 0, outline: 'none' }}
      aria-label={texts.notices.label}
      data-testid="notices"
    >
      {posted.map(({ id, problem }) => (
        <ProblemAlert
          key={id}
          problem={problem}
          onDismiss={() => {
            problems.dismiss(id);
            thenFocus(count - 1);
          }}
        />
      ))}
      {shown.map((notice) => (
        <NoticeAlert
          // Numbers begin anew with each engine, so the time belongs to the name.
          key={`${notice.id} ${notice.at}`}
          notice={notice}
          onDismiss={() => {
            dismiss([notice.id]);
            thenFocus(count - 1);
          }}
        />
      ))}
      {count > 1 && (
        <Group gap="xs" justify="flex-end">
          {shown.length < notices.length && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => setAll(true)}
              data-testid="more-notices"
            >
              {texts.notices.more(notices.length - shown.length)}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={dismissAll} data-testid="dismiss-notices">
            {texts.notices.dismissAll(count)}
          </Button>
        </Group>
      )}
    </Stack>
  );
};
