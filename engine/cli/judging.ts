import { execFile } from 'node:child_process';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { loadGame } from '../../games/catalog.ts';
import type { Scenario } from '../../games/scenario/schema.ts';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import type { Session } from '../../protocol/sessions.ts';
import { sessionFolder } from '../session/folder.ts';

/** What the judge prints (`engine/judge/judge.ts`; the command line itself may not touch the memory). */
export interface Verdict {
  scenario: string | null;
  reached: boolean | null;
  frame: number | null;
  why: string | null;
  frames: number;
  frameHash: number;
}

/** A long session's verdict is short; only a broken judge prints more. */
const mostOutput = 1024 * 1024;

/** Pictures that the judge writes on its way: where, and how many frames apart. */
export interface PictureWish {
  folder: string;
  every: number;
}

/** Judges a replay in a process of its own. Throws the judge's problem. */
export const judgeReplay = async (
  path: string,
  scenario: string | null,
  pictures?: PictureWish,
): Promise<Verdict> => {
  const entry = join(import.meta.dirname, '..', 'judge', `main${extname(import.meta.filename)}`);
  const args = [entry, path, ...(scenario === null ? [] : ['--scenario', scenario])];
  if (pictures) args.push('--pictures', pictures.folder, '--every', String(pictures.every));
  const run = promisify(execFile)(process.execPath, args, { maxBuffer: mostOutput });
  // With a problem to tell, the judge ends with 1 and still prints it.
  const { stdout } = await run.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  let answer: Verdict | { problem: Problem };
  try {
    answer = JSON.parse(stdout) as Verdict | { problem: Problem };
  } catch {
    throw new EeveeError({
      code: 'session.process-died',
      message: `The judge of ${path} ended without a verdict.`,
      remedy: 'Replay it once more; if it happens again, report it with the replay.',
    });
  }
  if ('problem' in answer) throw new EeveeError(answer.problem);
  return answer;
};

/** The scenario that a goal of a game is judged by; null when there is none. */
export const scenarioOf = (game: string, goal: string | null): Scenario | null =>
  goal === null || game === 'rom'
    ? null
    : (loadGame(game).scenarios.find((each) => each.goal === goal) ?? null);

/** Judges an ended session by its scenario. */
export const judgeSession = (session: Session, dataSessions: string, scenario: Scenario): Promise<Verdict> =>
  judgeReplay(sessionFolder(join(dataSessions, session.id)).inputs, scenario.name);
