import { Badge, Group, Progress, ScrollArea, Skeleton, Stack, Text } from '@mantine/core';
import { IconCheck, IconCircle, IconPlayerPlayFilled, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Decision, GoalNode } from '../../../protocol/observation.ts';
import type { Session } from '../../../protocol/sessions.ts';
import { useDecision, useGames } from '../api/queries.ts';
import { percent } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import classes from './Thinking.module.css';

const icons: Record<GoalNode['state'], typeof IconCheck> = {
  waiting: IconCircle,
  active: IconPlayerPlayFilled,
  done: IconCheck,
  failed: IconX,
};

/** States whose icon is enough for the eye; the word stays for screen readers. */
const iconSaysIt: Record<GoalNode['state'], boolean> = {
  waiting: true,
  active: false,
  done: true,
  failed: false,
};

const Task = ({ task }: { task: GoalNode }) => {
  const Icon = icons[task.state];
  return (
    <li className={classes.task} data-state={task.state}>
      <Icon size={14} aria-hidden className={classes.taskIcon} />
      <span className={classes.taskTitle}>{task.title}</span>
      <span className={classes.taskState} data-quiet={iconSaysIt[task.state] || undefined}>
        {texts.thinking.taskStates[task.state]}
      </span>
    </li>
  );
};

/** The tasks of the goal; the one at work stays in view. */
const Tasks = ({ tasks }: { tasks: GoalNode[] }) => {
  const viewport = useRef<HTMLDivElement>(null);
  const active = tasks.findIndex(({ state }) => state === 'active');
  useEffect(() => {
    const item = viewport.current?.querySelectorAll('li')[active];
    // Not scrollIntoView: that scrolls the whole page along, away from the picture.
    if (item) viewport.current?.scrollTo({ top: item.offsetTop - item.offsetHeight });
  }, [active]);
  return (
    <ScrollArea.Autosize
      mah={190}
      type="auto"
      viewportRef={viewport}
      viewportProps={{ tabIndex: 0, 'aria-label': texts.thinking.tasks }}
    >
      <ul className={classes.tasks} aria-label={texts.thinking.tasks}>
        {tasks.map((task) => (
          <Task key={task.name} task={task} />
        ))}
      </ul>
    </ScrollArea.Autosize>
  );
};

const Confidence = ({ value }: { value: number }) => (
  <Group gap="sm" wrap="nowrap">
    <Text size="xs" c="dimmed">
      {texts.thinking.sure}
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

const Doing = ({ decision, turn, over }: { decision: Decision; turn: Session['turn']; over: boolean }) => (
  <div className={classes.doing}>
    <Group gap="xs" mb={4} justify="space-between" wrap="nowrap">
      <Text size="xs" c="dimmed">
        {over ? texts.thinking.last : texts.thinking.now}
      </Text>
      {turn === 'ai' && (
        <Badge variant="light" size="sm" tt="none" fw={500} data-testid="skill">
          {decision.skill}
        </Badge>
      )}
    </Group>
    {turn === 'player' ? (
      <Text size="sm">{texts.thinking.human}</Text>
    ) : (
      <>
        <Text className={classes.action} data-testid="action">
          {decision.action}
        </Text>
        <Text size="sm" c="dimmed" className={classes.why}>
          {decision.why}
        </Text>
        <Confidence value={decision.confidence} />
      </>
    )}
  </div>
);

/** The goal, its tasks, and what the AI is doing about it right now, in words. */
export const Thinking = ({ session }: { session: Session }) => {
  const decision = useDecision(session.id).data ?? session.decision;
  const goals = useGames().data?.find(({ id }) => id === session.game)?.goals;
  const title = goals?.find(({ name }) => name === session.goal)?.title ?? session.goal;
  // The last decision was made on the way to the goal, so it still shows its last task as under way.
  const tasks = (decision?.tasks ?? []).map((task) =>
    session.goalReached ? { ...task, state: 'done' as const } : task,
  );
  const done = tasks.filter(({ state }) => state === 'done').length;
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
          tasks.length > 0 && (
            <Text size="xs" c="dimmed" className="tabular">
              {texts.thinking.progress(done, tasks.length)}
            </Text>
          )
        )
      }
    >
      <Stack gap="sm">
        <Text className={classes.goal}>{title ?? texts.thinking.noGoal}</Text>
        {tasks.length > 0 && <Tasks tasks={tasks} />}
        {decision ? (
          <Doing
            decision={decision}
            turn={session.state === 'ended' ? 'ai' : session.turn}
            over={session.state === 'ended'}
          />
        ) : session.player !== 'eyes' ? null : (
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
