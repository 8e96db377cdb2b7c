import { Text, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { ago } from '../../shared/ago.ts';
import { Thumbnail } from '../../shared/Thumbnail.tsx';
import { texts } from '../../texts.ts';
import { thumbnailPath, useAutosaves } from './queries.ts';
import classes from './Saves.module.css';
import { framesASecond, titleOf } from './title.ts';

interface Props {
  sessionId: string;
  busy: boolean;
  onResume: (state: string) => void;
}

/** The autosaves of an ended session before its last one: each can be gone on from. */
export const EarlierMoments = ({ sessionId, busy, onResume }: Props) => {
  const label = useId();
  const earlier = (useAutosaves(sessionId).data ?? []).slice(1);
  if (earlier.length === 0) return null;
  return (
    <>
      <Text size="xs" c="dimmed" mt="lg" mb={6} id={label}>
        {texts.saves.earlier}
      </Text>
      <ul className={classes.row} aria-labelledby={label} data-testid="earlier-moments">
        {earlier.map((state) => (
          <li key={state.name}>
            <UnstyledButton
              className={classes.moment}
              disabled={busy}
              onClick={() => onResume(state.name)}
              aria-label={texts.saves.resumeFrom(`${titleOf(state)}, ${ago(state.createdAt)}`)}
            >
              <Thumbnail path={thumbnailPath(sessionId, state)} version={`${state.frame}`} />
              <Text size="xs" c="dimmed" ta="center" mt={2} className="tabular">
                {texts.saves.autosave(state.position === null ? null : state.position / framesASecond)}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
};
