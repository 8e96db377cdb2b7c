import { Button, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { LibraryEntry } from '../../../protocol/library.ts';
import type { Session } from '../../../protocol/sessions.ts';
import { ago } from '../shared/ago.ts';
import { texts } from '../texts.ts';
import { GameArt } from './GameArt.tsx';
import classes from './ResumeStrip.module.css';

const words = texts.library.resume;

interface Props {
  session: Session;
  /** The game that it played, where the library still has it. */
  entry: LibraryEntry | undefined;
  busy: boolean;
  onResume: () => void;
}

/** The last session, if it can go on. */
export const ResumeStrip = ({ session, entry, busy, onResume }: Props) => {
  // An entry whose file was replaced plays another ROM: the old state must not be loaded into it.
  const playable = entry === undefined || (entry.file === 'there' && entry.sha256 === session.romSha256);
  const { autosave, endedAt, createdAt, frame } = session;
  return (
    <section className={classes.strip} aria-label={words.title} data-testid="resume-strip">
      <div className={classes.art}>{entry && <GameArt entry={entry} />}</div>
      <div className={classes.words}>
        <Text size="xs" c="dimmed" fw={600} tt="uppercase" lts="0.06em">
          {words.title}
        </Text>
        <Text fw={600}>{entry?.title ?? session.title}</Text>
        <Text size="sm" c="dimmed">
          {playable ? words.from(autosave?.frame ?? frame, ago(endedAt ?? createdAt)) : words.gone}
        </Text>
      </div>
      <Button
        variant="default"
        onClick={onResume}
        loading={busy}
        disabled={!playable}
        aria-label={words.label(entry?.title ?? session.title)}
        leftSection={<IconHistory size={18} stroke={1.7} aria-hidden />}
        data-testid="resume-last"
      >
        {words.button}
      </Button>
    </section>
  );
};
