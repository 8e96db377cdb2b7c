import { resolve } from 'node:path';
import type { Command } from 'commander';
import { judgeReplay } from './judging.ts';
import { say } from './print.ts';

/** `eevee replay FILE`: plays a session's inputs again and says what came of it. */
export const addReplay = (program: Command): void => {
  program
    .command('replay')
    .description('Play the recorded inputs of a session again, frame by frame, and judge them from memory.')
    .argument('<file>', 'inputs.jsonl of a session')
    .option('--scenario <name>', 'check this scenario of the game on the way')
    .option('--json', 'print the verdict as JSON')
    .action(async (file: string, { scenario, json }: { scenario?: string; json?: boolean }) => {
      const verdict = await judgeReplay(resolve(file), scenario ?? null);
      if (json) say(JSON.stringify(verdict));
      else {
        const hash = verdict.frameHash.toString(16).padStart(8, '0');
        say(`${verdict.frames} frames replayed; the last picture has the hash ${hash}.`);
        if (verdict.reached !== null) {
          say(
            verdict.reached
              ? `Scenario ${scenario}: reached at frame ${verdict.frame}.`
              : `Scenario ${scenario}: not reached.`,
          );
        }
      }
      if (verdict.reached === false) process.exitCode = 1;
    });
};
