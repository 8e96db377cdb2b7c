import type { CreateSession, Game, Session } from '../../../protocol/sessions.ts';

/** The request that starts a session like one there was: same game, goal, seed, player and speed. */
export const createLike = (session: Session, games: readonly Game[]): Partial<CreateSession> => ({
  ...(session.window ? { window: session.window } : {}),
  // A ROM of the player's own is in no catalogue and goes by its path.
  ...(games.some(({ id }) => id === session.game) ? { game: session.game } : { rom: session.rom }),
  goal: session.goal,
  seed: session.seed,
  clock: session.clock,
  player: session.player,
  speed: session.speed as CreateSession['speed'],
  // A moment on the clock was meant for that time only.
  stopWhen: (session.stopWhen ?? []).filter(({ when }) => when !== 'clock-time'),
});
