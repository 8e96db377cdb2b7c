import { Divider, Group, SegmentedControl } from '@mantine/core';
import {
  IconBug,
  IconEye,
  IconEyeOff,
  IconKeyboard,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
} from '@tabler/icons-react';
import type { Session } from '../../../protocol/sessions.ts';
import { speeds } from '../../../protocol/words.ts';
import { beginReport } from '../feedback/desk.ts';
import { PinPicture } from '../library/PinPicture.tsx';
import { texts } from '../texts.ts';
import classes from './Controls.module.css';
import { IconAction } from './IconAction.tsx';
import { LooksMenu } from './looks/LooksMenu.tsx';
import type { Looks } from './looks/looks.ts';
import { Saves } from './saves/Saves.tsx';
import { shownKey } from './shortcuts.ts';
import { TurnChoice } from './turn/TurnChoice.tsx';
import type { PlayActions } from './use-play-actions.ts';

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
  looks: Looks;
  onLooks: (looks: Looks) => void;
  onHelp: () => void;
}

/** The bar under the picture. */
export const Controls = ({ session, actions, overlay, onOverlay, looks, onLooks, onHelp }: Props) => {
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
      <TurnChoice session={session} actions={actions} />
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
        {overlay && session.player === 'eyes' && <LooksMenu looks={looks} onChange={onLooks} />}
        <PinPicture session={session} />
        {!session.window && <Saves session={session} actions={actions} />}
        <IconAction
          icon={IconBug}
          label={texts.feedback.report}
          onClick={() => beginReport('bug', session.id)}
          data-testid="report-button"
        />
        <IconAction icon={IconKeyboard} label={controls.help} shortcut={shownKey('help')} onClick={onHelp} />
      </Group>
    </div>
  );
};
