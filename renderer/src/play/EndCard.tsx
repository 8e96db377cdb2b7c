import { Button, Group, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  type IconFlag,
  IconHourglass,
  IconMoodSad,
  IconPlayerStop,
  IconTrophy,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { CreateSession, Session, SessionEnd } from '../../../protocol/sessions.ts';
import type { EndReason } from '../../../protocol/words.ts';
import { useStartSession } from '../api/commands.ts';
import { useGames, useMetrics } from '../api/queries.ts';
import { ProblemDetails } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { createLike } from './create-like.ts';
import classes from './EndCard.module.css';
import { EarlierMoments } from './saves/EarlierMoments.tsx';

const looks: Record<EndReason, { icon: typeof IconFlag; color: string }> = {
  'goal-reached': { icon: IconTrophy, color: 'moss' },
  'gave-up': { icon: IconMoodSad, color: 'yellow' },
  'frame-limit': { icon: IconHourglass, color: 'gray' },
  'stop-condition': { icon: IconPlayerStop, color: 'gray' },
  stopped: { icon: IconPlayerStop, color: 'gray' },
  failed: { icon: IconAlertTriangle, color: 'red' },
};

interface Props {
  session: Session;
  end: SessionEnd;
  onChoose: (id: string | null) => void;
}

/** Why a session ended, and what one can do now. */
export const EndCard = ({ session, end, onChoose }: Props) => {
  const start = useStartSession(({ id }) => onChoose(id));
  const games = useGames().data ?? [];
  // An engine that died could not write its last counts down; the autosave knows how far the game was.
  const frames = Math.max(session.frame, session.autosave?.frame ?? 0);
  const decisions = useMetrics(session.id).data?.decisions || null;
  const card = useRef<HTMLDivElement>(null);
  const { icon: Icon, color } = looks[end.reason];
  const begin = (more: Partial<CreateSession>) => start.mutate({ ...createLike(session, games), ...more });
  const resumable = session.autosave !== null && end.reason !== 'goal-reached';
  useEffect(() => card.current?.focus(), []);
  return (
    <div className={classes.cover} data-reason={end.reason}>
      <Paper ref={card} tabIndex={-1} className={classes.card} shadow="xl" withBorder data-testid="end-card">
        <Group gap="sm" mb="sm" wrap="nowrap">
          <ThemeIcon variant="light" color={color} size={40} radius="xl">
            <Icon size={22} stroke={1.7} aria-hidden />
          </ThemeIcon>
          <div>
            <Title order={2} size="h4">
              {texts.end.titles[end.reason]}
            </Title>
            <Text size="xs" c="dimmed" className="tabular">
              {texts.end.summary(frames, decisions)}
            </Text>
          </div>
        </Group>
        {end.problem ? <ProblemDetails problem={end.problem} /> : <Text size="sm">{end.message}</Text>}
        <Group mt="lg" gap="xs">
          {resumable && (
            <Button
              loading={start.isPending}
              onClick={() => begin({ resumeFrom: session.id })}
              data-testid="resume-button"
            >
              {end.reason === 'stopped' ? texts.end.resume : texts.end.resumeAutosave}
            </Button>
          )}
          <Button
            variant={resumable ? 'default' : 'filled'}
            loading={start.isPending}
            onClick={() => begin({})}
            data-testid="again-button"
          >
            {texts.end.again}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => onChoose(null)}>
            {texts.end.other}
          </Button>
        </Group>
        {resumable && (
          <EarlierMoments
            sessionId={session.id}
            busy={start.isPending}
            onResume={(resumeState) => begin({ resumeFrom: session.id, resumeState })}
          />
        )}
      </Paper>
    </div>
  );
};
