import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { EeveeError } from '../../protocol/errors.ts';
import { type Point, scalingReport } from '../report/scaling-report.ts';
import { newFolder, type Options, planOf, prepare } from './prepare.ts';
import { Progress } from './progress.ts';
import { playRun } from './run.ts';

/** Shares of the seeds that are played, so that wall time can be drawn over episodes. */
const shares = [0.25, 0.5, 1];

/** 1, 2, 4, … and as many as there are cores. */
const jobsToTry = (): number[] => {
  const cores = availableParallelism();
  const jobs = [];
  for (let number = 1; number < cores; number *= 2) jobs.push(number);
  return [...jobs, cores];
};

/**
 * Plays growing parts of a run with growing numbers of jobs, and writes wall times and their plot. Set-ups are
 * made once before, so that every part finds them. The path of the report; null when it was interrupted.
 */
export const measureScaling = async (
  options: Options,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<string | null> => {
  const folder = resolve(options.out ?? newFolder('scaling'));
  mkdirSync(folder, { recursive: true });
  const play = async (part: number, jobs: number): Promise<Point | null> => {
    const out = join(folder, 'part');
    rmSync(out, { recursive: true, force: true });
    const prepared = await prepare({ player: 'oracle', ...options, out, resume: false, jobs: String(jobs) });
    const { first, last } = prepared.selection.seeds;
    prepared.selection.seeds = {
      first,
      last: first + Math.max(1, Math.round((last - first + 1) * part)) - 1,
    };
    const { episodes, wallMs, interrupted, stopped } = await playRun(
      planOf(prepared, signal, new Progress()),
    );
    const broken = episodes.find(({ problem }) => problem)?.problem;
    if (broken) throw new EeveeError({ ...broken, message: stopped ?? broken.message });
    rmSync(out, { recursive: true, force: true });
    if (interrupted) return null;
    const frames = episodes.reduce((sum, episode) => sum + episode.frames, 0);
    return { jobs, episodes: episodes.length, frames, wallMs };
  };
  const points: Point[] = [];
  if (!(await play(1, availableParallelism()))) return null;
  for (const jobs of jobsToTry())
    for (const share of shares) {
      const point = await play(share, jobs);
      if (!point) return null;
      points.push(point);
      const rate = (1000 * point.episodes) / point.wallMs;
      say(
        `${jobs} at a time, ${point.episodes} episodes: ${(point.wallMs / 1000).toFixed(1)} s, ${rate.toFixed(2)} a second`,
      );
    }
  writeFileSync(join(folder, 'scaling.json'), `${JSON.stringify(points, null, 1)}\n`);
  const report = join(folder, 'scaling.html');
  writeFileSync(report, scalingReport(points));
  return report;
};
