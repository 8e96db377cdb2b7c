import { loadGame } from '../../games/catalog.ts';
import type { SetupWrite } from '../../native/types.ts';
import { EeveeError } from '../../protocol/errors.ts';
import type { Guide } from '../../protocol/guide.ts';
import { type RomSystem, romSystems } from './rom-systems.ts';

/** A game of the catalogue as a session needs it: the player's knowledge, never the memory map. */
export interface PlayableGame {
  id: string;
  title: string;
  /** Size of the system's screen in pixels. */
  screen: { width: number; height: number };
  rom: string;
  guide: Guide;
  /** Writes before the first frame that make the game play this seed. */
  setup: (seed: number) => SetupWrite[];
}

/** Throws `configuration.unknown-game`, or `resource.rom-missing` while the game is not built. */
export const playableGame = (id: string): PlayableGame => {
  const { title, system, romPath, guide, setupFor } = loadGame(id);
  return { id, title, screen: romSystems[system as RomSystem].screen, rom: romPath, guide, setup: setupFor };
};

/** Throws `configuration.unknown-goal` unless the game's guide has that goal. */
export const requireGoal = (goal: string | null, game: PlayableGame | null): void => {
  const goals = game?.guide.goals ?? [];
  if (goal === null || goals.some(({ name }) => name === goal)) return;
  throw new EeveeError({
    code: 'configuration.unknown-goal',
    message: game ? `${game.title} has no goal called "${goal}".` : 'A ROM of your own has no goals.',
    remedy: game ? 'Choose one of the goals of its guide.' : 'Leave the goal out.',
    field: 'goal',
    value: goal,
    allowed: goals.map(({ name }) => name),
  });
};
