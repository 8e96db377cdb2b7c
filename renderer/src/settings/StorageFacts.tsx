import { Text } from '@mantine/core';
import { Fragment } from 'react';
import type { Storage } from '../../../protocol/storage.ts';
import { problemIn } from '../api/problem.ts';
import { useStorage } from '../api/settings.ts';
import { CopyText } from '../shared/CopyText.tsx';
import { diskSpace } from '../shared/format.ts';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import classes from './SettingsRoom.module.css';

const words = texts.settings.storage;

const sizes = ({ bytes }: Storage): string => {
  const parts = Object.entries(words.parts) as [keyof Storage['bytes'], string][];
  const sum = parts.reduce((all, [part]) => all + bytes[part], 0);
  return `${diskSpace(sum)} (${parts.map(([part, title]) => `${title} ${diskSpace(bytes[part])}`).join(', ')})`;
};

/** How large the data folder is, and where what lies. */
export const StorageFacts = ({ settingsFile }: { settingsFile: string }) => {
  const { data: storage, error } = useStorage();
  if (error) return <ProblemAlert problem={problemIn(error)} />;
  const places: [string, string | undefined][] = [
    [words.logs, storage?.logs],
    [words.settingsFile, settingsFile],
  ];
  return (
    <div data-testid="storage">
      <dl className={classes.storage}>
        <dt>{words.size}</dt>
        <dd className="tabular">{storage ? sizes(storage) : '…'}</dd>
        <dt>{words.free}</dt>
        <dd className="tabular">{storage ? diskSpace(storage.freeBytes) : '…'}</dd>
        {places.map(([title, path]) => (
          <Fragment key={title}>
            <dt>{title}</dt>
            <dd>
              {path ?? '…'}
              {path !== undefined && <CopyText value={path} label={words.copyPath(title)} />}
            </dd>
          </Fragment>
        ))}
      </dl>
      <Text size="xs" c="dimmed" mt="sm">
        {words.move}
      </Text>
    </div>
  );
};
