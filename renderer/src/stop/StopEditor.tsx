import { Button, CloseButton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { StopCondition } from '../../../protocol/stop.ts';
import { texts } from '../texts.ts';
import type { Judging } from './draft.ts';
import classes from './StopEditor.module.css';
import { StopForm } from './StopForm.tsx';

const words = texts.stop;
/** The engine takes no more. */
const most = 20;

interface Props {
  conditions: readonly StopCondition[];
  judging: Judging;
  busy?: boolean;
  onChange: (conditions: StopCondition[]) => void;
}

/** The conditions at which a session stops by itself: a list to add to and to take from. */
export const StopEditor = ({ conditions, judging, busy = false, onChange }: Props) => {
  const [adding, { open, close }] = useDisclosure();
  const name = (word: string): string =>
    judging.tasks.find((task) => task.name === word)?.title ??
    (texts.modes as Record<string, string>)[word] ??
    word;
  return (
    <div className={classes.editor} data-testid="stop-editor">
      {conditions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      ) : (
        <ul aria-label={words.list} className={classes.list}>
          {conditions.map((condition, index) => {
            const sentence = words.words(condition, name);
            return (
              <li key={JSON.stringify(condition)} className={classes.row} data-testid="stop-condition">
                <Text size="sm" className={classes.words}>
                  {sentence}
                </Text>
                <Text size="xs" c="dimmed">
                  {condition.action === 'pause' ? words.thenPause : words.thenEnd}
                </Text>
                <CloseButton
                  size="sm"
                  disabled={busy}
                  aria-label={words.remove(sentence)}
                  onClick={() => onChange(conditions.filter((_, other) => other !== index))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {adding ? (
        <StopForm
          judging={judging}
          onCancel={close}
          onAdd={(condition) => {
            close();
            const same = JSON.stringify(condition);
            onChange([...conditions.filter((other) => JSON.stringify(other) !== same), condition]);
          }}
        />
      ) : (
        <Button
          variant="default"
          size="xs"
          disabled={busy || conditions.length >= most}
          onClick={open}
          leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
          data-testid="stop-add"
        >
          {words.add}
        </Button>
      )}
    </div>
  );
};
