import { Text } from '@mantine/core';
import { useSessionEvents } from '../api/history.ts';
import { problemIn } from '../api/problem.ts';
import { secondOfDay, whole } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import classes from './HistoryRoom.module.css';

const words = texts.history.events;

/** What happened apart from playing, oldest first. */
export const EventsPanel = ({ id }: { id: string }) => {
  const { data, error } = useSessionEvents(id);
  return (
    <Panel title={words.title}>
      {error && <ProblemAlert problem={problemIn(error)} />}
      {data && data.left > 0 && (
        <Text size="xs" c="dimmed" mb="xs">
          {words.left(data.left)}
        </Text>
      )}
      {data?.events.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      )}
      {data && data.events.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keyboards have to be able to scroll it
        <ol className={classes.list} aria-label={words.title} tabIndex={0} data-testid="events">
          {data.events.map(({ id: number, at, kind, frame, message }) => (
            <li key={`${number} ${kind}`}>
              <small className="tabular">
                <time dateTime={at}>{secondOfDay(at)}</time>
                {frame !== null && ` · ${words.at(whole(frame))}`}
              </small>
              {message}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
};
