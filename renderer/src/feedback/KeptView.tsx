import { Button, Group, Text } from '@mantine/core';
import type { FeedbackItem } from '../../../protocol/feedback.ts';
import { problemIn } from '../api/problem.ts';
import { Panel } from '../shared/Panel.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { BackButton } from './BackButton.tsx';
import classes from './FeedbackRoom.module.css';
import { Leaving } from './Leaving.tsx';
import { usePreview, useVerb } from './queries.ts';
import { saidOf, standingOf } from './standing.ts';

const words = texts.feedback;

/** An item that was agreed to: how it stands, what it consists of, and what can still be done. */
export const KeptView = ({ item, hub }: { item: FeedbackItem; hub: string }) => {
  const { data: preview, error } = usePreview(item.id);
  const verb = useVerb(item.id);
  const said = saidOf(item, hub);
  const { state } = item;
  return (
    <div className={classes.page} data-testid="kept" data-state={state}>
      <Group justify="space-between">
        <BackButton />
      </Group>
      <Panel title={words.kinds[item.kind].title} aside={<Text size="xs">{standingOf(item, hub)}</Text>}>
        {said && (
          <Text size="sm" mb="sm" data-testid="said">
            {said}
          </Text>
        )}
        {error && <ProblemAlert problem={problemIn(error)} mb="sm" />}
        {preview && <Leaving preview={preview} />}
        <Group gap="sm" mt="md">
          {(state === 'waiting' || state === 'refused') && (
            <Button onClick={() => verb.mutate('retry')} loading={verb.isPending} data-testid="retry">
              {words.retry}
            </Button>
          )}
          {state !== 'sent' && state !== 'sending' && (
            <Button variant="default" onClick={() => verb.mutate('withdraw')} data-testid="withdraw">
              {words.withdraw}
            </Button>
          )}
        </Group>
      </Panel>
    </div>
  );
};
