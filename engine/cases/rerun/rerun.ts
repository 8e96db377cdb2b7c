import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadGame } from '../../../games/catalog.ts';
import { openHost } from '../../../native/index.ts';
import type { Host } from '../../../native/types.ts';
import type { Case, CaseVerdict } from '../../../protocol/cases.ts';
import { EeveeError } from '../../../protocol/errors.ts';
import type { Decision, Observation } from '../../../protocol/observation.ts';
import { loadModelFolder } from '../../perception/model-folder.ts';
import { openSight } from '../../perception/open-sight.ts';
import type { EyesRuntime, Sight } from '../../perception/sight.ts';
import { openPlayer } from '../../player/open.ts';
import type { Player } from '../../player/types.ts';
import { type Replay, readReplay } from '../../session/replay-file.ts';
import { walkThrough } from './walk-through.ts';

/** What a case is run again with. */
export interface RerunSetup {
  /** The folder that holds the case's files. */
  folder: string;
  case: Case;
  rom: string;
  core: string;
  modelDir: string;
  eyes: EyesRuntime;
}

/** Looks within which a player that thinks afresh has to come to a decision. */
const patience = 12;

/**
 * Brings a player of today to the moment of a case and asks it. It is given the frames that the player of then was
 * given. For as long as it presses the same buttons it plays as it did then, down to what it was in the middle of;
 * from the first other button on it only looks on, like beside a human, and decides afresh at the case's moment.
 * Throws `resource.*` and `configuration.*`.
 */
export const rerun = async (setup: RerunSetup): Promise<CaseVerdict> => {
  const replay = readReplay(join(setup.folder, 'inputs.jsonl'));
  const scratch = mkdtempSync(join(tmpdir(), 'eevee-case-'));
  const host = openHost({
    core: setup.core,
    rom: setup.rom,
    systemDir: join(scratch, 'system'),
    saveDir: join(scratch, 'saves'),
    setup: replay.header.setup.map(({ address, bytes }) => ({ address, bytes: Uint8Array.from(bytes) })),
  });
  try {
    if (replay.header.startState) host.loadState(join(setup.folder, replay.header.startState));
    return await decideAgain(setup, replay, host);
  } finally {
    host.close();
    rmSync(scratch, { recursive: true, force: true });
  }
};

const decideAgain = async (setup: RerunSetup, replay: Replay, host: Host): Promise<CaseVerdict> => {
  const { case: rated, modelDir, eyes } = setup;
  const sight = await openSight(host, modelDir, eyes, () => {});
  const player = playerFor(rated);
  const { frame } = rated.decision;
  let strayedAt: number | null = null;
  for (const stop of walkThrough(replay, setup.folder, host)) {
    if ('loaded' in stop) {
      sight.reset();
      player.reset(stop.loaded);
      if (stop.setBack) player.goBackTo?.(stop.setBack.of, stop.setBack.framesLater);
      continue;
    }
    const { look } = stop;
    const { observation } = await sight.see();
    if (look.frame >= frame) {
      const asked = await ask(player, sight, host, observation);
      return verdict(setup, host, { ...asked, strayedAt, observation, frames: replay.frames });
    }
    if (look.turn === 'ai' && strayedAt === null) {
      const { buttons } = player.decide(observation);
      if (buttons !== look.buttons) strayedAt = look.frame;
    } else if (look.turn === 'advisor') player.advise(observation, look.buttons);
    else player.watch(observation, look.buttons);
  }
  throw broken(setup.folder, 'its inputs end before the decision');
};

/** Lets the player go on until it decides something. */
const ask = async (
  player: Player,
  sight: Sight,
  host: Host,
  first: Observation,
): Promise<{ now: Decision | null; silence: string | null }> => {
  let observation = first;
  for (let i = 0; i < patience; i++) {
    const act = player.decide(observation);
    if (act.decision) return { now: act.decision, silence: null };
    if (act.status !== 'pursuing') return { now: null, silence: act.reason ?? act.status };
    host.run(player.tickFrames, act.buttons);
    ({ observation } = await sight.see());
  }
  return { now: null, silence: `It went on for ${patience} looks without a new decision.` };
};

const playerFor = ({ session }: Case): Player => {
  const guide = session.game === null ? null : loadGame(session.game).guide;
  return openPlayer({ kind: 'eyes', guide, goal: session.goal, seed: session.seed });
};

const verdict = async (
  { case: rated, modelDir }: RerunSetup,
  host: Host,
  found: Pick<CaseVerdict, 'silence' | 'strayedAt' | 'frames'> & {
    now: Decision | null;
    observation: Observation;
  },
): Promise<CaseVerdict> => {
  const { now, observation, ...rest } = found;
  const was = rated.decision;
  const { about } = await loadModelFolder(modelDir);
  const sha256 = [about.sha256, about.letters?.sha256 ?? null];
  return {
    ...rest,
    id: rated.id,
    same: now !== null && now.task === was.task && now.skill === was.skill && now.action === was.action,
    was: choice(was),
    now: now && choice(now),
    sameSight: rated.observation && isDeepStrictEqual(rated.observation, observation),
    sameModel: isDeepStrictEqual(sha256, [rated.model.sha256, rated.model.letters]),
    sameCore: host.info.core.name === rated.core.name && host.info.core.version === rated.core.version,
  };
};

const choice = ({ task, skill, action, why, confidence }: Decision) => ({
  ...{ task, skill, action, why, confidence },
});

const broken = (folder: string, fault: string): EeveeError =>
  new EeveeError({
    code: 'configuration.invalid',
    message: `The case in ${folder} cannot be run again: ${fault}.`,
    remedy: 'Export it once more from the session that it was made of.',
    field: 'case',
    value: folder,
  });
