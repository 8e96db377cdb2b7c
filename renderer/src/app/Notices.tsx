import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Notice } from '../../../protocol/sessions.ts';
import { useNotices } from '../api/queries.ts';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { useStore } from '../shared/store.ts';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';

const colours: Record<Notice['level'], string> = { info: 'blue', warning: 'yellow', error: 'red' };
/** More than these at once would push the picture off the page; the rest follows as they are dismissed. */
const mostShown = 3;
/** Numbers begin anew with each engine, so the time belongs to the name. */
const nameOf = ({ id, at }: Notice): string => `${id} ${at}`;

const NoticeAlert = ({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) => (
  <Alert
    role={notice.level === 'error' ? 'alert' : 'status'}
    color={colours[notice.level]}
    variant="light"
    icon={notice.level === 'info' ? <IconInfoCircle aria-hidden /> : <IconAlertTriangle aria-hidden />}
    withCloseButton
    closeButtonLabel={texts.dismiss}
    onClose={onDismiss}
  >
    <Text size="sm">{notice.message}</Text>
    {notice.remedy && (
      <Text size="sm" fw={600}>
        {notice.remedy}
      </Text>
    )}
  </Alert>
);

/** What the engine has to tell and what went wrong here, above everything, until it was read. */
export const Notices = () => {
  const { problems } = useEngine();
  const posted = useStore(problems.store);
  const notices = useNotices().data ?? [];
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const unread = notices.filter((notice) => !read.has(nameOf(notice))).slice(-mostShown);
  if (posted.length === 0 && unread.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={texts.notices.label} data-testid="notices">
      {posted.map(({ id, problem }) => (
        <ProblemAlert key={id} problem={problem} onDismiss={() => problems.dismiss(id)} />
      ))}
      {unread.map((notice) => (
        <NoticeAlert
          key={nameOf(notice)}
          notice={notice}
          onDismiss={() => setRead(new Set(read).add(nameOf(notice)))}
        />
      ))}
    </Stack>
  );
};
