import { ActionIcon, Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { FeedbackItem } from '../../../protocol/feedback.ts';
import { texts } from '../texts.ts';
import { desk } from './desk.ts';
import classes from './FeedbackRoom.module.css';
import { useRemove } from './queries.ts';
import { saidOf, standingOf } from './standing.ts';
import { gist } from './words.ts';

const words = texts.feedback;

interface Props {
  item: FeedbackItem;
  /** The hub that is set now. */
  hub: string;
  onDeleted: () => void;
}

/** One item in a list: what it is, how it stands, and what can be done about it at once. */
export const ItemRow = ({ item, hub, onDeleted }: Props) => {
  const remove = useRemove(item.id);
  const said = saidOf(item, hub);
  const title = `${words.kinds[item.kind].title}: ${gist(item)}`;
  return (
    <li className={classes.row} data-testid="item" data-state={item.state}>
      <div>
        <button
          type="button"
          className={classes.open}
          onClick={() => desk.set({ show: 'item', id: item.id })}
          aria-label={words.open(title)}
        >
          <span className={classes.gist}>{gist(item)}</span>
          <span className={classes.small}>
            {words.kinds[item.kind].title} · {standingOf(item, hub)}
          </span>
        </button>
        {said && (
          <div className={`${classes.small} ${item.state === 'sent' ? '' : classes.bad}`} data-testid="said">
            {said}
          </div>
        )}
      </div>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={`${words.remove}: ${title}`}
          disabled={item.state === 'sending'}
          onClick={() => remove.mutate(undefined, { onSuccess: onDeleted })}
          data-testid="delete"
        >
          <IconTrash size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
};
