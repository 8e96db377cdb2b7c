import { Button, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconPencil, IconReplace, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { SavedState } from '../../../../protocol/sessions.ts';
import { ago } from '../../shared/ago.ts';
import { Thumbnail } from '../../shared/Thumbnail.tsx';
import { texts } from '../../texts.ts';
import { IconAction } from '../IconAction.tsx';
import { thumbnailPath } from './queries.ts';
import classes from './Saves.module.css';
import { framesASecond, titleOf } from './title.ts';

interface Changes {
  onRetitle: (title: string) => void;
  onReplace: () => void;
  onDelete: () => void;
}

interface Props {
  sessionId: string;
  state: SavedState;
  busy: boolean;
  onLoad: () => void;
  /** What can be done to it besides; absent for autosaves. */
  changes?: Changes;
}

const Retitle = ({
  state,
  onDone,
  onRetitle,
}: {
  state: SavedState;
  onDone: () => void;
  onRetitle: Changes['onRetitle'];
}) => {
  const [title, setTitle] = useState(titleOf(state));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone();
    if (title.trim() && title.trim() !== titleOf(state)) onRetitle(title.trim());
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        size="xs"
        flex={1}
        maxLength={80}
        aria-label={texts.saves.newTitle}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-autofocus
        autoFocus
      />
      <Button size="compact-sm" type="submit">
        {texts.saves.keep}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
        {texts.saves.cancel}
      </Button>
    </form>
  );
};

const AskReplace = ({
  title,
  onDone,
  onReplace,
}: {
  title: string;
  onDone: () => void;
  onReplace: () => void;
}) => (
  <div className={classes.form}>
    <Text size="xs" flex={1}>
      {texts.saves.replaceAsk(title)}
    </Text>
    <Button
      size="compact-sm"
      onClick={() => {
        onDone();
        onReplace();
      }}
      data-testid="replace-button"
      autoFocus
    >
      {texts.saves.replaceDo}
    </Button>
    <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
      {texts.saves.cancel}
    </Button>
  </div>
);

/** A saved state with its picture: one click goes back to it. */
export const SaveCard = ({ sessionId, state, busy, onLoad, changes }: Props) => {
  const [asking, setAsking] = useState<'title' | 'replace' | null>(null);
  const title = titleOf(state);
  const done = () => setAsking(null);
  return (
    <li className={classes.card} data-testid="save-card">
      <UnstyledButton
        className={classes.load}
        onClick={onLoad}
        disabled={busy}
        aria-label={texts.saves.load(title)}
        data-name={state.name}
      >
        <span className={classes.picture}>
          <Thumbnail path={thumbnailPath(sessionId, state)} version={`${state.frame}`} />
        </span>
        <span className={classes.words}>
          <Text size="sm" fw={600} lineClamp={1}>
            {title}
          </Text>
          {state.place && state.title && (
            <Text size="xs" c="dimmed" lineClamp={1}>
              {state.place}
            </Text>
          )}
          <Text size="xs" c="dimmed" className="tabular">
            {ago(state.createdAt)}
            {state.position !== null &&
              state.title &&
              ` · ${texts.saves.played(state.position / framesASecond)}`}
          </Text>
        </span>
      </UnstyledButton>
      {changes && (
        <Group gap={0} wrap="nowrap" className={classes.actions}>
          <IconAction
            icon={IconPencil}
            label={texts.saves.rename(title)}
            onClick={() => setAsking('title')}
            size={30}
          />
          <IconAction
            icon={IconReplace}
            label={texts.saves.replace(title)}
            onClick={() => setAsking('replace')}
            size={30}
          />
          <IconAction
            icon={IconTrash}
            label={texts.saves.remove(title)}
            onClick={changes.onDelete}
            size={30}
          />
        </Group>
      )}
      {changes && asking === 'title' && <Retitle state={state} onDone={done} onRetitle={changes.onRetitle} />}
      {changes && asking === 'replace' && (
        <AskReplace title={title} onDone={done} onReplace={changes.onReplace} />
      )}
    </li>
  );
};
