import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { FieldProps } from './field-props.ts';
import { PathsField } from './PathsField.tsx';
import { useDraft } from './use-draft.ts';
import { numberFault, optionTitle, unitOf } from './values.ts';

const names = ({ labelledBy, describedBy, setting }: FieldProps) => ({
  'aria-labelledby': labelledBy,
  'aria-describedby': describedBy,
  'data-testid': `field-${setting.name}`,
});

const NumberField = (props: FieldProps) => {
  const { setting, choose, disabled } = props;
  const { draft, error, setDraft, ...rest } = useDraft<string | number>({
    value: setting.value as number,
    fault: (value) => numberFault(setting, value),
    send: (value) => choose(Number(value)),
  });
  return (
    <NumberInput
      {...names(props)}
      {...rest}
      w={200}
      value={draft}
      onChange={setDraft}
      // A number out of range is told, not bent: whoever types 0 would find 1 and wonder.
      clampBehavior="none"
      allowDecimal={setting.form.kind === 'number' && !setting.form.whole}
      thousandSeparator={unitOf(setting) ? ',' : ''}
      suffix={unitOf(setting) && ` ${unitOf(setting)}`}
      hideControls
      error={error}
      disabled={disabled}
    />
  );
};

/** Longer words than these do not fit beside each other. */
const fewLetters = 34;

const ChoiceField = (props: FieldProps) => {
  const { setting, choose, onError, disabled } = props;
  if (setting.form.kind !== 'choice') return null;
  const data = setting.form.options.map((value) => ({ value, label: optionTitle(setting.name, value) }));
  const given = { ...names(props), data, value: setting.value as string, disabled };
  const pick = (value: string | null) => value !== null && choose(value).catch(onError);
  const letters = data.reduce((sum, { label }) => sum + label.length, 0);
  if (letters > fewLetters) return <Select {...given} w={260} allowDeselect={false} onChange={pick} />;
  return <SegmentedControl {...given} onChange={pick} />;
};

const TextField = (props: FieldProps) => {
  const { setting, choose, disabled } = props;
  const { draft, error, setDraft, ...rest } = useDraft({
    value: setting.value as string,
    fault: () => null,
    send: (value) => choose(value.trim()),
  });
  const isAddress = setting.form.kind === 'address';
  return (
    <TextInput
      {...names(props)}
      {...rest}
      w="100%"
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      error={error}
      disabled={disabled}
      spellCheck={false}
      {...(isAddress ? { placeholder: 'https://', inputMode: 'url' as const } : {})}
    />
  );
};

const byKind = {
  number: NumberField,
  choice: ChoiceField,
  text: TextField,
  address: TextField,
  folder: TextField,
  paths: PathsField,
};

/** The field that asks for a setting. Keys and gamepad buttons have a table of their own. */
export const Field = (props: FieldProps) => {
  const { kind } = props.setting.form;
  if (kind === 'keys' || kind === 'pad') return null;
  const Shown = byKind[kind];
  return <Shown {...props} />;
};
