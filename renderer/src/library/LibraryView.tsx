import { Button, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { LibraryEntry } from '../../../protocol/library.ts';
import { FileChooser } from '../shared/FileChooser.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { GameCard } from './GameCard.tsx';
import { useIntake } from './intake.ts';
import classes from './LibraryView.module.css';
import { nextInDirection } from './move-focus.ts';
import { likeLast, type Start } from './play-like-last.ts';
import { useChangeGame } from './queries.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { type Last, ResumeLast } from './ResumeLast.tsx';
import { romFiles } from './rom-files.ts';
import { StartDialog } from './StartDialog.tsx';

const words = texts.library;
/** Fewer games than this are found faster by looking. */
const searchFrom = 8;

const AddButton = () => {
  const take = useIntake();
  return (
    <FileChooser multiple accept={romFiles} onFiles={(files) => void take(files)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}
          data-testid="add-button"
        >
          {words.add}
        </Button>
      )}
    </FileChooser>
  );
};

/** Arrow keys go from card to card, by where they are on the screen. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const cards = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[data-testid="start-button"]:enabled'),
  ];
  const from = cards.indexOf(event.target as HTMLElement);
  if (from < 0) return;
  const to = nextInDirection(
    cards.map((card) => card.getBoundingClientRect()),
    from,
    event.key,
  );
  if (to === null) return;
  event.preventDefault();
  cards[to]?.focus();
};

interface Props {
  entries: readonly LibraryEntry[];
  last: Last | null;
  busy: boolean;
  onStart: (start: Start) => void;
}

/** All games, the last session on top. One click on a game plays it the way it was played last. */
export const LibraryView = ({ entries, last, busy, onStart }: Props) => {
  const [sought, setSought] = useState('');
  const [starting, setStarting] = useState<LibraryEntry | null>(null);
  const [renaming, setRenaming] = useState<LibraryEntry | null>(null);
  const [removed, setRemoved] = useState<LibraryEntry | null>(null);
  const change = useChangeGame();
  const found = entries.filter(({ title }) => title.toLowerCase().includes(sought.trim().toLowerCase()));
  const remove = (entry: LibraryEntry) =>
    change.mutate({ id: entry.id, verb: 'remove' }, { onSuccess: () => setRemoved(entry) });
  const restore = ({ id }: LibraryEntry) =>
    change.mutate({ id, verb: 'restore' }, { onSuccess: () => setRemoved(null) });
  return (
    <div className={classes.view} data-testid="library">
      <header className={classes.head}>
        <div>
          <Title order={2}>{words.title}</Title>
          <Text c="dimmed">{words.intro}</Text>
        </div>
        <div className={classes.tools}>
          {entries.length >= searchFrom && (
            <TextInput
              value={sought}
              onChange={({ currentTarget }) => setSought(currentTarget.value)}
              placeholder={words.search}
              aria-label={words.search}
              leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
              data-testid="search"
            />
          )}
          <AddButton />
        </div>
      </header>
      {last && <ResumeLast last={last} entries={entries} busy={busy} onStart={onStart} />}
      {removed && (
        <div className={classes.removed} role="status" data-testid="removed">
          <Text size="sm">{words.removed(removed.title)}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => restore(removed)}
            data-testid="undo-button"
          >
            {words.undo}
          </Button>
        </div>
      )}
      {entries.length === 0 && (
        <ProblemAlert
          problem={{ code: 'resource.rom-missing', message: words.none, remedy: words.noneRemedy }}
        />
      )}
      <ul className={classes.games} aria-label={words.label} onKeyDown={moveFocus}>
        {found.map((entry) => (
          <GameCard
            key={entry.id}
            entry={entry}
            busy={busy}
            onPlay={() => onStart(likeLast(entry))}
            onOptions={() => setStarting(entry)}
            onRename={() => setRenaming(entry)}
            onRemove={() => remove(entry)}
          />
        ))}
      </ul>
      {found.length === 0 && sought && <Text c="dimmed">{words.notFound(sought.trim())}</Text>}
      <Text size="sm" c="dimmed">
        {words.addHint}: {words.kinds}.
      </Text>
      {starting && (
        <StartDialog entry={starting} busy={busy} onStart={onStart} onClose={() => setStarting(null)} />
      )}
      {renaming && <RenameDialog entry={renaming} onClose={() => setRenaming(null)} />}
    </div>
  );
};
