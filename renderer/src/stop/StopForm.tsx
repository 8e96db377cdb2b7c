import { Button, Group, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { StopCondition } from '../../../protocol/stop.ts';
import { type ScreenMode, screenModes } from '../../../protocol/words.ts';
import { texts } from '../texts.ts';
import { conditionOf, type Draft, freshDraft, type Judging, kindsFor, type StopKind } from './draft.ts';

const words = texts.stop;
/** Nobody waits for these: they pass by themselves. */
const passing: readonly ScreenMode[] = ['blank', 'transition'];

interface PartProps {
  draft: Draft;
  judging: Judging;
  onChange: (part: Partial<Draft>) => void;
}

/** What a kind of condition needs to know beside its kind. */
const Part = ({ draft, judging, onChange }: PartProps) => {
  const number = (field: 'minutes' | 'frames' | 'percent', min: number, max: number) => (
    <NumberInput
      label={words.fields[field]}
      value={draft[field]}
      min={min}
      max={max}
      allowDecimal={field !== 'frames'}
      allowNegative={false}
      onChange={(value) => onChange({ [field]: value })}
      data-testid="stop-number"
    />
  );
  switch (draft.when) {
    case 'minutes':
    case 'no-progress':
      return number('minutes', 0.05, 7 * 24 * 60);
    case 'frames':
      return number('frames', 1, 1e9);
    case 'late-frames':
      return number('percent', 0.1, 100);
    case 'clock-time':
      return (
        <TextInput
          type="time"
          label={words.fields.at}
          value={draft.time}
          onChange={({ currentTarget }) => onChange({ time: currentTarget.value })}
        />
      );
    case 'text':
      return (
        <TextInput
          label={words.fields.words}
          description={words.fields.wordsHint}
          inputWrapperOrder={['label', 'input', 'description']}
          value={draft.words}
          maxLength={64}
          onChange={({ currentTarget }) => onChange({ words: currentTarget.value })}
          data-testid="stop-words"
        />
      );
    case 'screen-mode':
      return (
        <Select
          label={words.fields.mode}
          data={screenModes
            .filter((mode) => !passing.includes(mode))
            .map((mode) => ({ value: mode, label: texts.modes[mode] }))}
          value={draft.mode}
          onChange={(mode) => mode && onChange({ mode: mode as ScreenMode })}
          allowDeselect={false}
          data-testid="stop-mode"
        />
      );
    case 'task-done':
      return (
        <Select
          label={words.fields.task}
          data={judging.tasks.map(({ name, title }) => ({ value: name, label: title }))}
          value={draft.task}
          onChange={(task) => task && onChange({ task })}
          allowDeselect={false}
          data-testid="stop-task"
        />
      );
    default:
      return null;
  }
};

interface Props {
  judging: Judging;
  onAdd: (condition: StopCondition) => void;
  onCancel: () => void;
}

/** Puts one condition together. No form of its own: it stands inside of one. */
export const StopForm = ({ judging, onAdd, onCancel }: Props) => {
  const kinds = kindsFor(judging);
  const [draft, setDraft] = useState(() => freshDraft(judging, kinds[0]!));
  const condition = conditionOf(draft);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <Stack gap="xs" data-testid="stop-form">
      <Select
        label={words.when}
        data={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={draft.when}
        onChange={(when) => when && change({ when: when as StopKind })}
        allowDeselect={false}
        data-testid="stop-kind"
      />
      <Part draft={draft} judging={judging} onChange={change} />
      <div>
        <Text size="sm" fw={500} mb={4} aria-hidden>
          {words.afterwards}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={words.afterwards}
          value={draft.action}
          onChange={(action) => change({ action: action as Draft['action'] })}
          data={(['pause', 'end'] as const).map((value) => ({ value, label: words.actions[value] }))}
        />
      </div>
      <Group gap="xs" justify="flex-end">
        <Button variant="subtle" color="gray" size="xs" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button
          size="xs"
          disabled={condition === null}
          onClick={() => condition && onAdd(condition)}
          data-testid="stop-put"
        >
          {words.put}
        </Button>
      </Group>
    </Stack>
  );
};
