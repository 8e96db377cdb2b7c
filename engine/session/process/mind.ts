import type { SeenHost } from '../../../native/types.ts';
import type { Observation } from '../../../protocol/observation.ts';
import { openSight } from '../../perception/open-sight.ts';
import type { Sight } from '../../perception/sight.ts';
import { openPlayer } from '../../player/open.ts';
import type { Player } from '../../player/types.ts';
import type { Report, StartPlan } from '../messages.ts';

/** Who plays, and with what sight. No sight: it plays blind (random), or a human looks for themselves. */
export interface Mind {
  sight: Sight | null;
  player: Player | null;
}

/** Opens the player that the plan asks for; only one that looks costs a network. */
export const openMind = async (
  plan: StartPlan,
  host: SeenHost,
  report: (report: Report) => void,
): Promise<Mind> => {
  if (plan.player === 'none') return { sight: null, player: null };
  const player = openPlayer({ kind: plan.player, guide: plan.guide, goal: plan.goal, seed: plan.seed });
  if (plan.player === 'random') return { sight: null, player };
  const sight = await openSight(host, plan.modelDir, plan.eyes, ({ message }) =>
    report({ type: 'notice', level: 'info', message: `The eyes are run by onnxruntime: ${message}` }),
  );
  return { sight, player };
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
