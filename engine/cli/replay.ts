import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { judgeReplay, type Verdict } from './judging.ts';
import { whole } from './play-options.ts';
import { say } from './print.ts';

interface ReplayOptions {
  scenario?: string;
  pictures?: string;
  every: number;
  json?: boolean;
}

/** `eevee replay FILE`: plays a session's inputs again and says what came of it. */
export const addReplay = (program: Command): void => {
  program
    .command('replay')
    .description('Play the recorded inputs of a session again, frame by frame, and judge them from memory.')
    .argument('<file>', 'inputs.jsonl of a session')
    .option('--scenario <name>', 'check this scenario of the game on the way')
    .option('--pictures <folder>', 'write pictures of it there, as PNG, and a page that shows them')
    .option('--every <frames>', 'with --pictures: frames from one picture to the next', whole(1), 4)
    .option('--json', 'print the verdict as JSON')
    .action(async (file: string, { scenario, pictures, every, json }: ReplayOptions) => {
      const wish = pictures === undefined ? undefined : { folder: resolve(pictures), every };
      const verdict = await judgeReplay(resolve(file), scenario ?? null, wish);
      if (json) say(JSON.stringify(verdict));
      else for (const line of linesOf(verdict, wish?.folder)) say(line);
      if (verdict.reached === false) process.exitCode = 1;
    });
};

const linesOf = (verdict: Verdict, pictures: string | undefined): string[] => {
  const hash = verdict.frameHash.toString(16).padStart(8, '0');
  const lines = [`${verdict.frames} frames replayed; the last picture has the hash ${hash}.`];
  if (pictures !== undefined) lines.push(`Look at it: ${join(pictures, 'index.html')}`);
  if (verdict.reached === null) return lines;
  const why = verdict.why === null ? '' : ` (${verdict.why})`;
  const result = verdict.reached ? `reached at frame ${verdict.frame}` : `not reached${why}`;
  return [...lines, `Scenario ${verdict.scenario}: ${result}.`];
};
