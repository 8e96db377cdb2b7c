import { Badge, Group, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Decision } from '../../../protocol/observation.ts';
import type { Session } from '../../../protocol/sessions.ts';
import { useDecision, useGames } from '../api/queries.ts';
import { percent } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { useStore } from '../shared/store.ts';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import classes from './Thinking.module.css';
import { Decisions } from './thinking/Decisions.tsx';
import { Tasks } from './thinking/Tasks.tsx';
import { Thumbs } from './thinking/Thumbs.tsx';
import type { RatingOf } from './thinking/use-rating.ts';

const Confidence = ({ value }: { value: number }) => (
  <Group gap="sm" wrap="nowrap">
    <Text size="xs" c="dimmed" w="6.2rem">
      {texts.sureWords(value)}
    </Text>
    <Progress
      value={value * 100}
      flex={1}
      size="sm"
      aria-label={texts.thinking.sure}
      transitionDuration={150}
    />
    <Text size="xs" fw={600} className="tabular" w="2.6rem" ta="right">
      {percent(value)}
    </Text>
  </Group>
);

const heading = ({ state, turn }: Session): string => {
  if (state === 'ended') return texts.thinking.last;
  return turn === 'ai' ? texts.thinking.now : texts.thinking.before;
};

const Doing = ({ decision, session, rating }: { decision: Decision; session: Session; rating: RatingOf }) => (
  <div className={classes.doing}>
    <Group gap="xs" mb={4} justify="space-between" wrap="nowrap">
      <Text size="xs" c="dimmed">
        {heading(session)}
      </Text>
      <Group gap={6} wrap="nowrap">
        <Badge variant="light" size="sm" tt="none" fw={500} data-testid="skill" title={decision.skill}>
          {texts.mind.methods[decision.skill] ?? decision.skill}
        </Badge>
        <Thumbs frame={decision.frame} rating={rating} newest />
      </Group>
    </Group>
    <Text className={classes.action} data-testid="action">
      {decision.action}
    </Text>
    <Text size="sm" c="dimmed" className={classes.why}>
      {decision.why}
    </Text>
    <Confidence value={decision.confidence} />
  </div>
);

/**
 * What was read last, kept until something else is read or until play goes back to before that: `read: “…”` is how
 * the player tells of it.
 */
const useRead = (decision: Decision | null): string | null => {
  const last = useRef<{ frame: number; words: string } | null>(null);
  if (decision && last.current && decision.frame < last.current.frame) last.current = null;
  if (decision?.skill === 'read')
    last.current = { frame: decision.frame, words: decision.action.replace(/^read: /, '') };
  return last.current?.words ?? null;
};

/** The goal, its tasks, and what the AI is doing about it right now, in words. */
export const Thinking = ({ session, rating }: { session: Session; rating: RatingOf }) => {
  const decision = useDecision(session.id).data ?? session.decision;
  const advice = useStore(useEngine().live.advice)?.advice ?? session.advice;
  const read = useRead(decision);
  const goals = useGames().data?.find(({ id }) => id === session.game)?.goals;
  const title = goals?.find(({ name }) => name === session.goal)?.title ?? session.goal;
  // While the AI advises, its newest thought is the advice. The last one was made on the way to the goal, so it
  // still shows its last task as under way.
  const tasks = (advice ?? decision)?.tasks ?? [];
  const shown = session.goalReached ? tasks.map((task) => ({ ...task, state: 'done' as const })) : tasks;
  const done = shown.filter(({ state }) => state === 'done').length;
  return (
    <Panel
      title={texts.thinking.goal}
      aside={
        session.goalReached ? (
          <Badge
            color="moss"
            variant="filled"
            size="sm"
            tt="none"
            leftSection={<IconCheck size={12} aria-hidden />}
          >
            {texts.thinking.reached}
          </Badge>
        ) : (
          shown.length > 0 && (
            <Text size="xs" c="dimmed" className="tabular">
              {texts.thinking.progress(done, shown.length)}
            </Text>
          )
        )
      }
    >
      <Stack gap="sm">
        <Text className={classes.goal}>{title ?? texts.thinking.noGoal}</Text>
        {shown.length > 0 && <Tasks tasks={shown} />}
        {session.turn === 'player' && session.state !== 'ended' && session.player !== 'none' && (
          <Text size="sm" c="dimmed">
            {texts.thinking.human}
          </Text>
        )}
        {decision ? (
          <>
            <Doing decision={decision} session={session} rating={rating} />
            {read && (
              <Text size="sm" className={classes.read} data-testid="last-read">
                <span>{texts.mind.read}</span> {read}
              </Text>
            )}
            <Decisions sessionId={session.id} rating={rating} />
          </>
        ) : session.player !== 'eyes' ? null : session.state === 'paused' ? (
          <Text size="sm" c="dimmed" data-testid="undecided">
            {texts.thinking.undecided}
          </Text>
        ) : (
          <Stack gap="xs" aria-busy>
            <Text size="sm" c="dimmed">
              {texts.thinking.waiting}
            </Text>
            <Skeleton height={10} radius="xl" />
            <Skeleton height={10} width="70%" radius="xl" />
          </Stack>
        )}
      </Stack>
    </Panel>
  );
};
