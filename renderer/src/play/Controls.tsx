import { Button, Divider, Group, SegmentedControl } from '@mantine/core';
import {
  IconDeviceGamepad2,
  IconEye,
  IconEyeOff,
  IconKeyboard,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
  IconRobot,
} from '@tabler/icons-react';
import type { Session } from '../../../protocol/sessions.ts';
import { speeds } from '../../../protocol/words.ts';
import { PinPicture } from '../library/PinPicture.tsx';
import { texts } from '../texts.ts';
import classes from './Controls.module.css';
import { IconAction } from './IconAction.tsx';
import { Saves } from './Saves.tsx';
import { shownKey } from './shortcuts.ts';
import type { PlayActions } from './use-play-actions.ts';

/** Whose buttons they are, and the button that changes it. */
const TurnButton = ({ session, actions }: { session: Session; actions: PlayActions }) => {
  const mine = session.turn === 'player';
  const Icon = mine ? IconRobot : IconDeviceGamepad2;
  return (
    <Button
      variant={mine ? 'filled' : 'default'}
      color="moss"
      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
      onClick={actions.toggleTurn}
      disabled={!actions.alive || session.player === 'none'}
      data-testid="turn-button"
    >
      {mine ? texts.controls.handBack : texts.controls.takeOver}
    </Button>
  );
};

const Speed = ({ session, actions }: { session: Session; actions: PlayActions }) => (
  <SegmentedControl
    size="xs"
    aria-label={texts.controls.speed}
    value={String(session.speed)}
    onChange={(value) => actions.setSpeed(Number(value) as (typeof speeds)[number])}
    disabled={!actions.alive || session.clock !== 'real-time' || session.window !== undefined}
    data={speeds.map((speed) => ({ value: String(speed), label: texts.controls.speedOf(speed) }))}
  />
);

interface Props {
  session: Session;
  actions: PlayActions;
  overlay: boolean;
  onOverlay: () => void;
  onHelp: () => void;
}

/** The bar under the picture. */
export const Controls = ({ session, actions, overlay, onOverlay, onHelp }: Props) => {
  const paused = session.state === 'paused';
  const { controls } = texts;
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label={controls.label}
      // A click does not take the focus: Space would press that button again where the user means "pause".
      onMouseDown={(event) => event.preventDefault()}
    >
      <Group gap={4} wrap="nowrap">
        <IconAction
          icon={paused ? IconPlayerPlay : IconPlayerPause}
          label={paused ? controls.resume : controls.pause}
          shortcut={shownKey('pause')}
          onClick={actions.togglePause}
          disabled={!actions.alive}
          variant="light"
          color="moss"
          data-testid="pause-button"
        />
        <IconAction
          icon={IconPlayerSkipForward}
          label={controls.step}
          shortcut={shownKey('step')}
          onClick={actions.step}
          disabled={!actions.alive}
          data-testid="step-button"
        />
        <IconAction
          icon={IconPlayerStop}
          label={`${controls.stop}. ${controls.stopHint}`}
          onClick={actions.stop}
          disabled={!actions.alive}
          data-testid="stop-button"
        />
      </Group>
      <Divider orientation="vertical" className={classes.divider} />
      <TurnButton session={session} actions={actions} />
      <span className={classes.stretch} />
      <Speed session={session} actions={actions} />
      <Divider orientation="vertical" className={classes.divider} />
      <Group gap={4} wrap="nowrap">
        <IconAction
          icon={overlay ? IconEye : IconEyeOff}
          label={overlay ? controls.overlayOff : controls.overlayOn}
          shortcut={shownKey('overlay')}
          pressed={overlay}
          onClick={onOverlay}
          data-testid="overlay-button"
        />
        <PinPicture session={session} />
        {!session.window && <Saves session={session} actions={actions} />}
        <IconAction icon={IconKeyboard} label={controls.help} shortcut={shownKey('help')} onClick={onHelp} />
      </Group>
    </div>
  );
};
