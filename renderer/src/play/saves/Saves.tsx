import { ActionIcon, Button, Popover, SegmentedControl, Stack, Tooltip } from '@mantine/core';
import { IconBookmark, IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Session } from '../../../../protocol/sessions.ts';
import { texts } from '../../texts.ts';
import { shownKey } from '../shortcuts.ts';
import type { PlayActions } from '../use-play-actions.ts';
import { Autosaves, OwnSaves } from './SaveList.tsx';
import classes from './Saves.module.css';

/** Save this moment, or go back to one saved before. */
export const Saves = ({ session, actions }: { session: Session; actions: PlayActions }) => {
  const [open, setOpen] = useState(false);
  const [list, setList] = useState('mine');
  const loaded = (title: string) => {
    setOpen(false);
    actions.say(texts.saves.loaded(title));
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={400}
      position="top-end"
      shadow="md"
      trapFocus
      returnFocus
      withArrow
    >
      <Popover.Target>
        <Tooltip label={texts.controls.saves} disabled={open}>
          <ActionIcon
            variant={open ? 'light' : 'subtle'}
            color="gray"
            size={38}
            aria-label={texts.controls.saves}
            disabled={!actions.alive}
            onClick={() => setOpen(!open)}
            data-testid="saves-button"
          >
            <IconBookmark size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={texts.saves.title} className={classes.dropdown} data-testid="saves">
        {open && (
          // The bar around it keeps clicks from taking the focus; a title has to be typed here.
          <Stack gap="sm" onMouseDown={(event) => event.stopPropagation()}>
            <Button
              leftSection={<IconDeviceFloppy size={18} stroke={1.7} aria-hidden />}
              rightSection={<span className={classes.key}>{shownKey('save')}</span>}
              onClick={actions.save}
              loading={actions.saving}
              data-testid="save-button"
            >
              {texts.saves.saveNow}
            </Button>
            <SegmentedControl
              size="xs"
              aria-label={texts.saves.title}
              value={list}
              onChange={setList}
              data={[
                { value: 'mine', label: texts.saves.mine },
                { value: 'autosaves', label: texts.saves.autosaves },
              ]}
            />
            {list === 'mine' ? (
              <OwnSaves session={session} actions={actions} onLoaded={loaded} />
            ) : (
              <Autosaves session={session} onLoaded={loaded} />
            )}
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
};
