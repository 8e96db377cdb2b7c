import { ScrollArea } from '@mantine/core';
import { IconCheck, IconCircle, IconPlayerPlayFilled, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { GoalNode } from '../../../../protocol/observation.ts';
import { percent, playTime } from '../../shared/format.ts';
import { texts } from '../../texts.ts';
import classes from './Tasks.module.css';

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

/** What it took so far: time, and how often it was begun if that was more than once. */
const effort = ({ state, frames = 0, tries = 0 }: GoalNode): string =>
  state === 'waiting' || frames === 0
    ? ''
    : [playTime(frames), ...(tries > 1 ? [texts.mind.tries(tries)] : [])].join(' · ');

const Task = ({ task }: { task: GoalNode }) => {
  const Icon = icons[task.state];
  const share = task.state === 'active' ? task.share : undefined;
  return (
    <li className={classes.task} data-state={task.state}>
      <Icon size={14} aria-hidden className={classes.icon} />
      <span className={classes.title}>{task.title}</span>
      <span className={classes.effort} title={effort(task) && texts.mind.spent(effort(task))}>
        {effort(task)}
      </span>
      <span className={classes.state} data-quiet={iconSaysIt[task.state] || undefined}>
        {texts.thinking.taskStates[task.state]}
      </span>
      {share !== undefined && (
        <span
          className={classes.share}
          role="progressbar"
          aria-label={texts.mind.share(percent(share))}
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: percent(share) }} />
        </span>
      )}
    </li>
  );
};

/** The tasks of the goal; the one at work stays in view. */
export const Tasks = ({ tasks }: { tasks: GoalNode[] }) => {
  const viewport = useRef<HTMLDivElement>(null);
  const active = tasks.findIndex(({ state }) => state === 'active');
  useEffect(() => {
    const item = viewport.current?.querySelectorAll('li')[active];
    // Not scrollIntoView: that scrolls the whole page along, away from the picture.
    if (item) viewport.current?.scrollTo({ top: item.offsetTop - item.offsetHeight });
  }, [active]);
  return (
    <ScrollArea.Autosize
      mah={210}
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
