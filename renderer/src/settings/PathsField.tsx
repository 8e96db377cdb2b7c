import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { problemIn } from '../api/problem.ts';
import { texts } from '../texts.ts';
import type { FieldProps } from './field-props.ts';
import classes from './SettingsRoom.module.css';

/** A list of paths: each can be taken out, one more can be added. */
export const PathsField = ({ setting, choose, onError, disabled, labelledBy, describedBy }: FieldProps) => {
  const [draft, setDraft] = useState('');
  const [error, setError] = useState<string | null>(null);
  const paths = setting.value as string[];
  const add = (event: FormEvent) => {
    event.preventDefault();
    const path = draft.trim();
    if (path === '' || paths.includes(path)) return;
    choose([...paths, path]).then(
      () => setDraft(''),
      (thrown: unknown) => setError(problemIn(thrown).message),
    );
  };
  return (
    <Stack gap="xs" w="100%" data-testid={`field-${setting.name}`}>
      {paths.length > 0 && (
        <ul className={classes.paths}>
          {paths.map((path) => (
            <li key={path}>
              <Text size="sm" ff="monospace" className={classes.path}>
                {path}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={texts.settings.removePath(path)}
                disabled={disabled}
                onClick={() => choose(paths.filter((each) => each !== path)).catch(onError)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            flex={1}
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            placeholder={texts.settings.path}
            value={draft}
            onChange={(event) => {
              setDraft(event.currentTarget.value);
              setError(null);
            }}
            error={error}
            disabled={disabled}
            spellCheck={false}
          />
          <Button type="submit" variant="default" disabled={disabled || draft.trim() === ''}>
            {texts.settings.add}
          </Button>
        </Group>
      </form>
    </Stack>
  );
};
