import { Button, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { ShownFolder } from '../../../protocol/bridge.ts';
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
  const bridge = window.eevee;
  const places: [title: string, path: string | undefined, which: ShownFolder | null][] = [
    [words.folder, storage?.folder, 'folder'],
    [words.logs, storage?.logs, 'logs'],
    [words.settingsFile, settingsFile, null],
  ];
  return (
    <div data-testid="storage">
      <dl className={classes.storage}>
        <dt>{words.size}</dt>
        <dd className="tabular">{storage ? sizes(storage) : '…'}</dd>
        <dt>{words.free}</dt>
        <dd className="tabular">{storage ? diskSpace(storage.freeBytes) : '…'}</dd>
        {places.map(([title, path, which]) => (
          <Fragment key={title}>
            <dt>{title}</dt>
            <dd>
              {path ?? '…'}
              <span className={classes.placeButtons}>
                {bridge && which && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => void bridge.openFolder(which)}
                    aria-label={words.openFolder(title)}
                    data-testid={`open-${which}`}
                  >
                    {words.open}
                  </Button>
                )}
                {path !== undefined && <CopyText value={path} label={words.copyPath(title)} />}
              </span>
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
