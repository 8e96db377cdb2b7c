import type { Observation } from '../../../protocol/observation.ts';
import type { Eyes } from '../../perception/types.ts';
import { openPlayer } from '../../player/open.ts';
import type { Player } from '../../player/types.ts';
import type { StartPlan } from '../messages.ts';

/** Who plays, and with what eyes. No eyes: it plays blind (random), or a human looks for themselves. */
export interface Mind {
  eyes: Eyes | null;
  player: Player | null;
}

/** Opens the player that the plan asks for; only one that looks costs a network. */
export const openMind = async (plan: StartPlan): Promise<Mind> => {
  if (plan.player === 'none') return { eyes: null, player: null };
  const player = openPlayer({ kind: plan.player, guide: plan.guide, goal: plan.goal, seed: plan.seed });
  if (plan.player === 'random') return { eyes: null, player };
  // Loaded only here: the runtime behind it takes longer to load than a session that plays blind takes to start.
  const { openEyes } = await import('../../perception/open.ts');
  return { eyes: await openEyes(plan.modelDir), player };
};

/** What a player without eyes is given: only the frame's number is true. */
export const blindObservation = (frame: number): Observation => ({
  frame,
  mode: 'blank',
  modeConfidence: 0,
  columns: 1,
  rows: 1,
  cells: [0],
  cellConfidence: [0],
  aligned: false,
  scroll: { dx: 0, dy: 0 },
});
