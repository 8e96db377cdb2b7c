import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { HistorySession } from '../../../protocol/history.ts';
import { useStartSession } from '../api/commands.ts';
import { useGames } from '../api/queries.ts';
import { createLike } from '../play/create-like.ts';
import { moment, whole } from '../shared/format.ts';
import { useFlash } from '../shared/use-flash.ts';
import { texts } from '../texts.ts';
import { BackLink } from './BackLink.tsx';
import { DeleteSession } from './DeleteSession.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { useGoalTitle } from './Filters.tsx';
import { outcomeOf } from './figures.ts';
import classes from './HistoryRoom.module.css';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { goTo } from './places.ts';

const words = texts.history;

/** Goes on from the last autosave, in the room where one plays; a session that still runs is watched there. */
const Resume = ({ entry }: { entry: HistorySession }) => {
  const { session } = entry;
  const games = useGames().data ?? [];
  const start = useStartSession(() => {
    location.hash = '#play';
  });
  if (session.end === null) {
    return (
      <Button component="a" href="#play" data-testid="history-watch">
        {words.watch}
      </Button>
    );
  }
  if (session.autosave === null || session.window) return null;
  return (
    <Button
      leftSection={<IconPlayerPlay size={18} stroke={1.7} aria-hidden />}
      title={words.resumeHint(whole(session.autosave.frame))}
      loading={start.isPending}
      onClick={() => start.mutate({ ...createLike(session, games), resumeFrom: session.id })}
      data-testid="history-resume"
    >
      {words.resume}
    </Button>
  );
};

/** What was played, what came of it, and what can be done with it now. */
export const SessionHead = ({ entry }: { entry: HistorySession }) => {
  const { session, tasks } = entry;
  const goalTitle = useGoalTitle();
  const [flashed, flash] = useFlash();
  const goal = session.goal === null ? words.freely : goalTitle(session.goal);
  return (
    <div className={classes.head}>
      <div>
        <BackLink />
        <Title order={2} size="h3" mt={4}>
          {session.title}
        </Title>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {moment(session.createdAt)} · {goal}
            {tasks && tasks.total > 0 && ` · ${words.tasks(tasks.done, tasks.total)}`}
          </Text>
          <OutcomeBadge outcome={outcomeOf(entry)} />
        </Group>
      </div>
      <Group gap="xs">
        <Text size="sm" c="dimmed" role="status" data-testid="history-flash">
          {flashed}
        </Text>
        <Resume entry={entry} />
        <ExportMenu entry={entry} onSaved={(file) => flash(words.exported(file))} />
        {session.end !== null && (
          <DeleteSession id={session.id} onDeleted={() => goTo({ view: 'sessions' })} />
        )}
      </Group>
    </div>
  );
};
