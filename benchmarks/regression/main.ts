/**
 * The regression check's command line: `npm run bench:compare -- BASELINE RUN`, `npm run bench:history -- RUN…`.
 * Exit code 0: nothing became worse; 1: something did; 2: the input was refused.
 */
import { basename } from 'node:path';
import { Command } from 'commander';
import { note, printProblem, say, writeJson } from '../../engine/cli/print.ts';
import { compareRuns } from './compare.ts';
import { historyOf } from './history.ts';
import { readRun } from './read-run.ts';
import { comparisonLines, historyLines } from './words.ts';

const exitCodes = { regression: 1, refused: 2 } as const;

/** With the JSON on standard output, the text goes beside it. */
const print = (lines: string[], json: string | undefined): void => lines.forEach(json === '-' ? note : say);

const program = new Command('bench').exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

program
  .command('compare')
  .description('Compare a run with a baseline. Ends with 1 when a figure became worse, with 2 for bad input.')
  .argument('<baseline>', 'a run that was kept')
  .argument('<run>', 'the run in question')
  .option('--json <file>', 'write the verdicts as JSON; "-" prints them')
  .action((baseline: string, run: string, { json }: { json?: string }) => {
    const comparison = compareRuns(readRun(baseline), readRun(run));
    print(comparisonLines(comparison), json);
    writeJson(json, comparison);
    if (comparison.regressions > 0) process.exitCode = exitCodes.regression;
  });

program
  .command('history')
  .description('Find where the figures of a row of runs, oldest first, changed for good.')
  .argument('<runs...>', 'ten runs or more')
  .option('--json <file>', 'write the changes as JSON; "-" prints them')
  .action((runs: string[], { json }: { json?: string }) => {
    const histories = historyOf(runs.map(readRun));
    print(
      historyLines(
        histories,
        runs.map((path) => basename(path)),
      ),
      json,
    );
    writeJson(json, histories);
  });

try {
  program.parse();
} catch (error) {
  printProblem(error);
  process.exitCode = exitCodes.refused;
}
