import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconDeviceGamepad2, IconMessage2Bolt, IconRobot } from '@tabler/icons-react';
import type { Session } from '../../../../protocol/sessions.ts';
import type { Turn } from '../../../../protocol/words.ts';
import { texts } from '../../texts.ts';
import type { PlayActions } from '../use-play-actions.ts';
import classes from './TurnChoice.module.css';

/** The signs of the turns, here and above the picture. */
export const turnIcons: Record<Turn, typeof IconRobot> = {
  ai: IconRobot,
  advisor: IconMessage2Bolt,
  player: IconDeviceGamepad2,
};

const order: readonly Turn[] = ['ai', 'advisor', 'player'];

/** Whose buttons they are, and the way to change it. */
export const TurnChoice = ({ session, actions }: { session: Session; actions: PlayActions }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are buttons of a toolbar
  <div className={classes.choice} role="group" aria-label={texts.turn.label}>
    {order.map((turn) => {
      const Icon = turnIcons[turn];
      const impossible = turn === 'advisor' && !actions.canAdvise;
      return (
        <Tooltip key={turn} label={impossible ? texts.turn.noAdvice : texts.turn.hints[turn]}>
          <UnstyledButton
            className={classes.turn}
            data-turn={turn}
            aria-pressed={session.turn === turn}
            aria-disabled={!actions.alive || impossible || session.player === 'none' || undefined}
            onClick={() => actions.giveTurn(turn)}
            data-testid={`turn-${turn}`}
          >
            <Icon size={17} stroke={1.7} aria-hidden />
            {texts.turn.choices[turn]}
          </UnstyledButton>
        </Tooltip>
      );
    })}
  </div>
);
