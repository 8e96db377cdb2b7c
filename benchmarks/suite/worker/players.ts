import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RandomPlayer } from '../../../engine/player/random.ts';
import { blindObservation } from '../../../engine/session/process/mind.ts';
import type { LoadedGame } from '../../../games/catalog.ts';
import type { OpenOracle, ReferencePlayer } from '../../../games/reference.ts';
import { EeveeError } from '../../../protocol/errors.ts';
import { buttonBit } from '../../../protocol/words.ts';

/** A player that needs neither eyes nor memory: buttons for the next few frames. */
export interface BlindPlayer {
  readonly tickFrames: number;
  next(frame: number): number;
}

/** Random buttons, as the engine's own random player presses them. */
export const randomPlayer = (seed: number): BlindPlayer => {
  const player = new RandomPlayer(seed);
  return { tickFrames: player.tickFrames, next: (frame) => player.decide(blindObservation(frame)).buttons };
};

/** A, tapped about seven times a second. */
export const mashPlayer = (): BlindPlayer => {
  let down = false;
  return {
    tickFrames: 4,
    next: () => {
      down = !down;
      return down ? buttonBit('a') : 0;
    },
  };
};

/** The file in which a game brings its reference player. */
const oracleFile = 'oracle.ts';

/**
 * The hook with which a game's folder opens its reference player; null where it brings none. Found by its
 * name and not imported by the catalogue: whoever plays from pixels must not reach it.
 */
export const oracleOf = async (game: LoadedGame): Promise<OpenOracle | null> => {
  const path = join(game.folder, oracleFile);
  if (!existsSync(path)) return null;
  const { openOracle } = (await import(pathToFileURL(path).href)) as { openOracle: OpenOracle };
  return openOracle;
};

/** Throws `configuration.invalid` where the game has no reference player for the scenario. */
export const requireOracle = (
  player: ReferencePlayer | null | undefined,
  game: string,
  scenario: string,
): ReferencePlayer => {
  if (player) return player;
  throw new EeveeError({
    code: 'configuration.invalid',
    message: `The oracle of ${game} does not know the scenario "${scenario}".`,
    remedy: `Teach it in games/${game}/${oracleFile}, or play the scenario with another player.`,
    field: 'player',
    value: 'oracle',
  });
};
