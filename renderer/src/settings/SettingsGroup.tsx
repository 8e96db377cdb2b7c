import { Text } from '@mantine/core';
import type { Setting } from '../../../protocol/settings.ts';
import type { SettingGroup } from '../../../protocol/settings-words.ts';
import { useHealth } from '../api/health.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import { ControlsTable } from './ControlsTable.tsx';
import { SettingRow } from './SettingRow.tsx';
import classes from './SettingsRoom.module.css';
import { StorageFacts } from './StorageFacts.tsx';
import type { Change } from './use-change.ts';

const words = texts.settings;

const Updates = () => {
  const version = useHealth().data?.version;
  return <Text size="sm">{version === undefined ? '' : words.updates(version)}</Text>;
};

interface Props {
  id: string;
  group: SettingGroup;
  settings: readonly Setting[];
  /** The file that keeps the settings. */
  file: string;
  /** True: only what was found, without the words around it. */
  searching: boolean;
  change: Change;
}

/** The settings of a group, and what else there is to say about it. */
export const SettingsGroup = ({ id, group, settings, file, searching, change }: Props) => {
  const keys = settings.find(({ form }) => form.kind === 'keys');
  const pad = settings.find(({ form }) => form.kind === 'pad');
  return (
    <div id={id} tabIndex={-1} className={classes.group}>
      <Panel title={words.groups[group]}>
        <div className={classes.rows}>
          {group === 'privacy' && !searching && <Text size="sm">{words.privacy}</Text>}
          {settings
            .filter((setting) => setting !== keys && setting !== pad)
            .map((setting) => (
              <SettingRow key={setting.name} setting={setting} change={change} />
            ))}
          {group === 'storage' && !searching && <StorageFacts settingsFile={file} />}
          {group === 'updates' && !searching && <Updates />}
          {(keys ?? pad) && <ControlsTable keyboard={keys} gamepad={pad} change={change} />}
        </div>
      </Panel>
    </div>
  );
};
