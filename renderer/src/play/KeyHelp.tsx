import { Kbd, SimpleGrid, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { Dialog } from '../shared/Dialog.tsx';
import { texts } from '../texts.ts';
import classes from './KeyHelp.module.css';
import { useKeyNames } from './key-names.ts';
import { shortcuts, shownButtons } from './shortcuts.ts';
import { useControls } from './use-controls.ts';

interface Row {
  keys: string[];
  what: string;
}

const KeyList = ({ title, rows }: { title: string; rows: Row[] }) => (
  <div>
    <Title order={3} size="sm" mb="xs">
      {title}
    </Title>
    <dl className={classes.keys}>
      {rows.map(({ keys, what }) => (
        <div key={what} className={classes.row}>
          <dt>
            {keys.map((key, index) => (
              <Fragment key={key}>
                {index > 0 && ` ${texts.keys.or} `}
                <Kbd size="sm">{key}</Kbd>
              </Fragment>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </div>
);

/** All keys, from the same tables that the listeners use. */
export const KeyHelp = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { keys } = useControls();
  const nameOf = useKeyNames();
  return (
    <Dialog title={texts.keys.title} opened={opened} onClose={onClose} size="xl">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <KeyList
          title={texts.keys.always}
          rows={shortcuts.map(({ shown, what }) => ({ keys: [shown], what }))}
        />
        <KeyList
          title={texts.keys.player}
          rows={shownButtons
            .filter((button) => keys[button].length > 0)
            .map((button) => ({ keys: keys[button].map(nameOf), what: texts.keys.buttons[button] }))}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="lg">
        <strong>{texts.keys.gamepad}.</strong> {texts.keys.gamepadHint} {texts.pad.hint}
      </Text>
    </Dialog>
  );
};
