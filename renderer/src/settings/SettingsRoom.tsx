import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Setting } from '../../../protocol/settings.ts';
import { type SettingGroup, settingGroups } from '../../../protocol/settings-words.ts';
import { problemIn } from '../api/problem.ts';
import { useSettings } from '../api/settings.ts';
import { Waiting } from '../app/Waiting.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { Room } from '../shared/Room.tsx';
import { texts } from '../texts.ts';
import { SettingsBar } from './SettingsBar.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import classes from './SettingsRoom.module.css';
import { useChange } from './use-change.ts';
import { matches } from './values.ts';

const words = texts.settings;
const idOf = (group: SettingGroup): string => `settings-${group}`;

/** The way to a group, for a page that is longer than the window. */
const Index = ({ groups }: { groups: readonly SettingGroup[] }) => (
  <nav className={classes.index} aria-label={words.groupsLabel}>
    {groups.map((group) => (
      <button
        key={group}
        type="button"
        onClick={() => {
          const target = document.getElementById(idOf(group));
          target?.scrollIntoView();
          target?.focus({ preventScroll: true });
        }}
      >
        {words.groups[group]}
      </button>
    ))}
  </nav>
);

const Page = ({ settings, file }: { settings: readonly Setting[]; file: string }) => {
  const [search, setSearch] = useState('');
  const change = useChange(settings);
  const looked = search.trim();
  const found = looked === '' ? settings : settings.filter((setting) => matches(setting, looked));
  // Searching, a group without anything found is left out; otherwise each has something to say.
  const groups = settingGroups.filter((group) => looked === '' || found.some((each) => each.group === group));
  return (
    <div className={classes.page}>
      <Index groups={groups} />
      <SettingsBar
        search={search}
        onSearch={setSearch}
        found={looked === '' ? null : found.length}
        settings={settings}
        change={change}
      />
      <div className={classes.groups}>
        {groups.map((group) => (
          <SettingsGroup
            key={group}
            id={idOf(group)}
            group={group}
            settings={found.filter((each) => each.group === group)}
            file={file}
            searching={looked !== ''}
            change={change}
          />
        ))}
        {groups.length === 0 && (
          <Text c="dimmed" data-testid="nothing-found">
            {words.nothingFound(looked)}
          </Text>
        )}
      </div>
    </div>
  );
};

/** The room in which the settings of the app are looked up and changed. */
export const SettingsRoom = () => {
  const { data, error } = useSettings(true);
  if (error && !data) return <ProblemAlert problem={problemIn(error)} m="xl" />;
  if (!data) return <Waiting words={words.loading} />;
  return (
    <Room label={words.title} testId="settings">
      <Page {...data} />
    </Room>
  );
};
