import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconLock } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { Setting } from '../../../protocol/settings.ts';
import { problemIn } from '../api/problem.ts';
import { texts } from '../texts.ts';
import { Field } from './fields.tsx';
import classes from './SettingsRoom.module.css';
import type { Change } from './use-change.ts';
import { isChosen, valueWords } from './values.ts';

const words = texts.settings;

/** When a change is felt; while it waits, what is in force. */
const When = ({ setting }: { setting: Setting }) => {
  if (setting.waiting) {
    return (
      <Badge
        variant="light"
        color="yellow"
        tt="none"
        fw={500}
        className={classes.waiting}
        data-testid={`waiting-${setting.name}`}
      >
        {words.waiting(valueWords(setting, setting.inForce))}
      </Badge>
    );
  }
  if (setting.applies === 'now' || setting.locked !== null) return null;
  return (
    <Text size="xs" c="dimmed">
      {words.applies[setting.applies]}
    </Text>
  );
};

/** Brings the default back; there only where something else was chosen. */
const Reset = ({ setting, onReset }: { setting: Setting; onReset: () => void }) => {
  if (!isChosen(setting)) return null;
  const label = words.reset(setting.title);
  return (
    <Tooltip label={words.usual(valueWords(setting, setting.usual)).replace(/: $/, '')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        onClick={onReset}
        data-testid={`reset-${setting.name}`}
      >
        <IconArrowBackUp size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
};

interface Props {
  setting: Setting;
  change: Change;
  /** Instead of the usual field, in the whole width; null: it stands elsewhere. */
  children?: ReactNode;
}

/** One setting: what it is called, what it does, its value, and how to get the default back. */
export const SettingRow = ({ setting, change, children }: Props) => {
  const titleId = useId();
  const aboutId = useId();
  const [error, setError] = useState<string | null>(null);
  const show = (thrown: unknown) => setError(problemIn(thrown).message);
  const isWide = ['text', 'address', 'folder', 'paths'].includes(setting.form.kind);
  return (
    <div
      className={classes.row}
      data-wide={isWide || children !== undefined}
      data-testid={`setting-${setting.name}`}
    >
      <div className={classes.words}>
        <div className={classes.head}>
          <Text id={titleId} size="sm" fw={600}>
            {setting.title}
          </Text>
          <When setting={setting} />
          {setting.locked === null && (
            <Reset
              setting={setting}
              onReset={() => {
                setError(null);
                change.reset(setting).catch(show);
              }}
            />
          )}
        </div>
        <Text id={aboutId} size="sm" c="dimmed">
          {setting.about}
        </Text>
        {setting.locked !== null && (
          <Text size="xs" className={classes.locked}>
            <IconLock size={14} stroke={1.7} aria-hidden />
            {setting.locked}
          </Text>
        )}
        {error && (
          <Text size="sm" role="alert" className={classes.error}>
            {error}
          </Text>
        )}
      </div>
      {children !== undefined ? (
        children
      ) : (
        <div className={classes.field}>
          <Field
            setting={setting}
            labelledBy={titleId}
            describedBy={aboutId}
            disabled={setting.locked !== null}
            choose={async (value) => {
              setError(null);
              await change.choose(setting, value);
            }}
            onError={show}
          />
        </div>
      )}
    </div>
  );
};
