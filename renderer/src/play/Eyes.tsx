import { Group, Text } from '@mantine/core';
import { cellClasses, type ScreenMode } from '../../../protocol/words.ts';
import { useStorePart } from '../shared/store.ts';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import { palettes } from './cell-colours.ts';
import classes from './Eyes.module.css';
import type { PaletteName } from './looks/looks.ts';

/** What the eyes take the screen for. In steps of five percent: digits that flicker are not read. */
const Mode = () => {
  const { live } = useEngine();
  const mode = useStorePart(live.observation, (seen) => seen?.mode ?? null);
  const sure = useStorePart(live.observation, (seen) =>
    seen ? Math.round(seen.modeConfidence * 20) * 5 : 0,
  );
  const moving = useStorePart(
    live.observation,
    (seen) => seen !== null && !seen.aligned && (seen.scroll.dx !== 0 || seen.scroll.dy !== 0),
  );
  return (
    <Text size="xs" className={classes.mode} data-testid="mode">
      {texts.eyes.mode}:{' '}
      <strong>{mode === null ? texts.eyes.none : texts.modes[mode satisfies ScreenMode]}</strong>
      {mode !== null && ` · ${texts.eyes.sure(sure)}`}
      <span className={classes.moving} data-on={moving || undefined}>
        {' '}
        · {texts.eyes.scrolling}
      </span>
    </Text>
  );
};

/** What the AI reads on screen. Its line stays when there is nothing to read: the page must not jump. */
const Letters = () => {
  const { live } = useEngine();
  const lines = useStorePart(live.observation, (seen) => seen?.text?.join(' / ') ?? null);
  if (lines === null) return null;
  return (
    <Text size="xs" className={classes.reads} data-testid="reads">
      {texts.eyes.reads}: {lines === '' ? '–' : <q>{lines}</q>}
    </Text>
  );
};

/** Explains the overlay: the mode of the screen, and what each colour means. */
export const Eyes = ({ palette }: { palette: PaletteName }) => (
  <Group className={classes.eyes} gap="xs" justify="space-between">
    <Mode />
    <Letters />
    <ul className={classes.legend} aria-label={texts.eyes.legend}>
      {cellClasses.map((name) => {
        const colour = palettes[palette][name];
        return (
          colour && (
            <li key={name}>
              <i style={{ background: colour }} aria-hidden />
              {name}
            </li>
          )
        );
      })}
    </ul>
  </Group>
);
