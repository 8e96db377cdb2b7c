import { Group, Radio, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { useId } from 'react';
import {
  type FeedbackForm,
  type FeedbackKind,
  type FieldRule,
  type FormFault,
  feedbackFields,
  lengthOf,
} from '../../../protocol/feedback-words.ts';
import { texts } from '../texts.ts';
import classes from './FeedbackRoom.module.css';

const words = texts.feedback;

interface FieldProps {
  name: string;
  rule: FieldRule;
  value: string;
  onChange: (text: string) => void;
  /** What keeps the form from being sent, once that was asked for. */
  fault: FormFault | undefined;
}

const Fault = ({ fault }: { fault: FormFault | undefined }) =>
  fault ? (
    <Text size="xs" c="var(--mantine-color-error)" role="alert" data-testid="fault">
      {words.fault(fault)}
    </Text>
  ) : null;

/** A field to write in, with the length of what stands there. */
const Written = ({ name, rule, value, onChange, fault }: FieldProps & { rule: { most: number } }) => {
  const { label, hint } = words.fields[name] ?? { label: name };
  const length = lengthOf(value);
  return (
    <div>
      <Textarea
        label={label}
        withAsterisk={rule.required}
        description={hint || undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={6}
        error={fault ? words.fault(fault) : undefined}
        errorProps={{ 'data-testid': 'fault' }}
        data-testid={`field-${name}`}
      />
      <Text
        size="xs"
        ta="right"
        c={length > rule.most ? 'var(--mantine-color-error)' : 'dimmed'}
        mt={2}
        data-testid={`count-${name}`}
      >
        {words.characters(length, rule.most)}
      </Text>
    </div>
  );
};

/** Stars, each with half a sentence. */
const Stars = ({ name, value, onChange, fault }: FieldProps) => {
  const { label, choices = {} } = words.fields[name] ?? { label: name };
  return (
    <Radio.Group label={label} withAsterisk value={value} onChange={onChange} data-testid={`field-${name}`}>
      <div className={classes.stars} style={{ marginTop: 6 }}>
        {Object.entries(choices).map(([stars, said]) => (
          <Radio
            key={stars}
            value={stars}
            aria-label={words.starsSpoken(stars, said)}
            label={
              <Group gap={8} wrap="nowrap" aria-hidden>
                <Group gap={1} wrap="nowrap" w={86} c="var(--eevee-ai)">
                  {Array.from({ length: Number(stars) }, (_, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: stars have no other name
                    <IconStarFilled key={index} size={15} aria-hidden />
                  ))}
                </Group>
                {said}
              </Group>
            }
          />
        ))}
      </div>
      <Fault fault={fault} />
    </Radio.Group>
  );
};

/** A field to choose from. */
const Chosen = ({
  name,
  rule,
  value,
  onChange,
  fault,
}: FieldProps & { rule: { choices: readonly string[] } }) => {
  const id = useId();
  const { label, choices = {} } = words.fields[name] ?? { label: name };
  return (
    <div>
      <Text size="sm" fw={500} id={id} mb={4}>
        {label}{' '}
        <Text span c="var(--mantine-color-error)" aria-hidden>
          *
        </Text>
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        size="sm"
        // Nothing is chosen for anybody.
        value={value === '' ? (null as unknown as string) : value}
        onChange={onChange}
        data={rule.choices.map((choice) => ({ value: choice, label: choices[choice] ?? choice }))}
        data-testid={`field-${name}`}
      />
      <Fault fault={fault} />
    </div>
  );
};

const Field = (props: FieldProps) => {
  const { name, rule } = props;
  if ('most' in rule) return <Written {...props} rule={rule} />;
  return name === 'stars' ? <Stars {...props} /> : <Chosen {...props} rule={rule} />;
};

interface Props {
  kind: FeedbackKind;
  form: FeedbackForm;
  faults: FormFault[];
  onWrite: (field: string, text: string) => void;
}

/** The fields of a form, from the list in `protocol/`. */
export const Fields = ({ kind, form, faults, onWrite }: Props) => (
  <Stack gap="md">
    {Object.entries(feedbackFields[kind] as Record<string, FieldRule>).map(([name, rule]) => (
      <Field
        key={name}
        name={name}
        rule={rule}
        value={form[name] ?? ''}
        onChange={(text) => onWrite(name, text)}
        fault={faults.find(({ field }) => field === name)}
      />
    ))}
  </Stack>
);
