import { ActionIcon, Badge, Button, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAdjustments,
  IconDots,
  IconPencil,
  IconPhoto,
  IconPlayerPlayFilled,
  IconTrash,
} from '@tabler/icons-react';
import type { LibraryEntry } from '../../../protocol/library.ts';
import { FileChooser } from '../shared/FileChooser.tsx';
import { texts } from '../texts.ts';
import { GameArt } from './GameArt.tsx';
import classes from './GameCard.module.css';
import { useIntake } from './intake.ts';
import { clickWords, playedWords } from './played.ts';
import { useChangeGame } from './queries.ts';
import { romFiles } from './rom-files.ts';

const words = texts.library;

interface Props {
  entry: LibraryEntry;
  busy: boolean;
  onPlay: () => void;
  onOptions: () => void;
  onRename: () => void;
  onRemove: () => void;
}

interface Act {
  label: string;
  icon: typeof IconPencil;
  act: () => void;
  testId: string;
  disabled?: boolean;
}

/** What else can be done with a game. */
const More = ({ entry, onOptions, onRename, onRemove }: Omit<Props, 'busy' | 'onPlay'>) => {
  const change = useChangeGame();
  const [opened, { toggle, close }] = useDisclosure();
  const unpin = () => change.mutate({ id: entry.id, verb: 'unpin' });
  const acts: (Act | false)[] = [
    {
      label: words.options,
      icon: IconAdjustments,
      act: onOptions,
      testId: 'options-button',
      disabled: entry.file !== 'there',
    },
    entry.artPinned && { label: words.resetArt, icon: IconPhoto, act: unpin, testId: 'unpin-button' },
    entry.game === null && { label: words.rename, icon: IconPencil, act: onRename, testId: 'rename-button' },
    entry.game === null && { label: words.remove, icon: IconTrash, act: onRemove, testId: 'remove-button' },
  ];
  return (
    // Not Mantine's menu: the focusable filler in it breaks the rules of a menu's children (axe; 9.7).
    <Popover
      position="bottom-end"
      opened={opened}
      onChange={close}
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.more(entry.title)}
          onClick={toggle}
          data-testid="more-button"
        >
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={words.more(entry.title)}>
        <Stack gap={2}>
          {acts.map(
            (each) =>
              each && (
                <Button
                  key={each.testId}
                  variant="subtle"
                  color="gray"
                  size="sm"
                  fw={500}
                  justify="flex-start"
                  disabled={each.disabled ?? false}
                  leftSection={<each.icon size={16} stroke={1.7} aria-hidden />}
                  onClick={() => {
                    close();
                    each.act();
                  }}
                  className={classes.act}
                  data-testid={each.testId}
                >
                  {each.label}
                </Button>
              ),
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};

/** What is wrong with a game's file, and what mends it. */
const Mend = ({ entry }: { entry: LibraryEntry }) => {
  const take = useIntake();
  const change = useChangeGame();
  if (entry.game !== null) return <Text size="xs">{words.notReady}</Text>;
  return (
    <div className={classes.mend}>
      <FileChooser accept={romFiles} onFiles={(files) => void take(files, { game: entry.id })}>
        {(props) => (
          <Button
            {...props}
            size="compact-sm"
            variant="default"
            aria-label={words.locateLabel(entry.title)}
            data-testid="locate-button"
          >
            {words.locate}
          </Button>
        )}
      </FileChooser>
      {entry.file === 'changed' && (
        <Button
          size="compact-sm"
          variant="default"
          title={words.useNewHint}
          loading={change.isPending}
          onClick={() => change.mutate({ id: entry.id, verb: 'patch', body: { acceptChanged: true } })}
          data-testid="use-new-button"
        >
          {words.useNew}
        </Button>
      )}
    </div>
  );
};

/** One game: its picture is the button that plays it. */
export const GameCard = ({ entry, busy, onPlay, ...more }: Props) => {
  const there = entry.file === 'there';
  return (
    <li className={classes.card} data-file={entry.file} data-game={entry.id} data-testid="game">
      <UnstyledButton
        className={classes.play}
        disabled={!there || busy}
        onClick={onPlay}
        aria-label={words.play(entry.title)}
        data-testid="start-button"
      >
        <GameArt entry={entry} />
        {there && (
          <span className={classes.sign} aria-hidden>
            <IconPlayerPlayFilled size={22} />
          </span>
        )}
      </UnstyledButton>
      <div className={classes.about}>
        <div className={classes.words}>
          <Text fw={600} className={classes.title} title={entry.title}>
            {entry.title}
          </Text>
          {there ? (
            <Text size="xs" c="dimmed" data-testid="click-words">
              {clickWords(entry)}
            </Text>
          ) : (
            <Badge color="red" variant="light" tt="none" fw={500} data-testid="file-state">
              {words.files[entry.file]}
            </Badge>
          )}
        </div>
        <More entry={entry} {...more} />
      </div>
      {there ? (
        <Text size="xs" c="dimmed" className={classes.foot}>
          {entry.system} · {playedWords(entry)}
        </Text>
      ) : (
        <div className={classes.foot}>
          <Mend entry={entry} />
        </div>
      )}
    </li>
  );
};
