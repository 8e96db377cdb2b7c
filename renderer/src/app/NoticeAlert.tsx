import { Alert, Anchor, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Notice } from '../../../protocol/sessions.ts';
import { chosenRun } from '../benchmarks/chosen-run.ts';
import { linkTo } from '../history/places.ts';
import { texts } from '../texts.ts';

const colours: Record<Notice['level'], string> = { info: 'blue', warning: 'yellow', error: 'red' };

/** The way to what a notice speaks of. */
const Open = ({ about: { kind, id } }: { about: NonNullable<Notice['about']> }) => {
  const session = kind === 'session';
  return (
    <Anchor
      size="sm"
      href={session ? linkTo({ view: 'session', id }) : '#benchmarks'}
      onClick={() => session || chosenRun.set(id)}
      data-testid="notice-open"
    >
      {texts.notices.open[kind]}
    </Anchor>
  );
};

/** One notice; screen readers speak it when it comes. */
export const NoticeAlert = ({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) => (
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
    {notice.about && <Open about={notice.about} />}
  </Alert>
);
