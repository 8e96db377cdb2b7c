import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { note, printProblem, say } from '../../engine/cli/print.ts';
import { eeveeCommand, quoted } from '../../engine/cli-command.ts';
import { readSettings } from '../../engine/settings/given.ts';
import { loadGame } from '../../games/catalog.ts';
import type { RunResult } from '../../protocol/benchmark-run.ts';
import { finishRun } from './finish.ts';
import { runFiles } from './journal.ts';
import { resultLines } from './lines.ts';
import { cacheFolder, type Options, planOf, prepare } from './prepare.ts';
import { Progress } from './progress.ts';
import { playRun } from './run.ts';
import { measureScaling } from './scaling.ts';

/** What ends the command with which code. */
const exitCodes = { passed: 0, wrong: 1, gateFailed: 2, interrupted: 130 };

const words = (text: string, before: string[] = []): string[] => [
  ...before,
  ...text.split(',').filter(Boolean),
];

const program = new Command('bench')
  .description('Plays scenarios with a player, judges them from memory, and holds the result to the gate.')
  .option('--game <name>', 'whose scenarios (default: the game in the box)')
  .option('--kind <names>', 'kinds of scenario, with commas (default: all but whole-story)', words)
  .option('--scenarios <names>', 'scenarios by name, with commas', words)
  .option('--seeds <range>', 'such as 0-29, the default')
  .option('--player <name>', 'ai (default), oracle, random or mash')
  .option('--jobs <number>', 'episodes at the same time (default: one a core)')
  .option('--clock <clock>', 'lockstep (default), or real-time')
  .option('--quick', 'two seeds of each scenario')
  .option('--judging', 'allow the seeds that are kept for judging')
  .option('--out <folder>', 'where the run is kept (default: a new folder in artifacts/bench)')
  .option('--resume', 'go on with an interrupted run: that of --out, or the newest')
  .option('--core <file>', 'a libretro core (default: the first one found)')
  .option('--no-gate', 'end with 0 whatever the gate says')
  .option('--strict', 'what was not measured fails the gate')
  .option('--scaling', 'measure how wall time grows with episodes and jobs, and plot it')
  .option('--list', 'show the scenarios, and play nothing')
  .showHelpAfterError()
  .action(async (options: Options) => {
    if (options.list) process.exitCode = list(options);
    else if (options.scaling) process.exitCode = await scaling(options);
    else process.exitCode = await bench(options);
  });

const list = ({ game }: Options): number => {
  for (const { name, kind, title, frameLimit } of loadGame(game ?? readSettings().game).scenarios)
    say(`${name.padEnd(28)} ${kind.padEnd(12)} ${String(frameLimit).padStart(8)} frames  ${title}`);
  return exitCodes.passed;
};

/** Ctrl+C: what was finished is kept. */
const untilInterrupted = (): AbortSignal => {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());
  return interrupt.signal;
};

const scaling = async (options: Options): Promise<number> => {
  const signal = untilInterrupted();
  const report = await measureScaling(options, signal, say);
  if (report === null) return exitCodes.interrupted;
  say(`Report: ${shown(report)}`);
  return exitCodes.passed;
};

const bench = async (options: Options): Promise<number> => {
  const prepared = await prepare(options);
  const { selection, header, folder } = prepared;
  const outcome = await playRun(planOf(prepared, untilInterrupted(), new Progress()));
  if (outcome.interrupted) {
    note(`Interrupted; ${outcome.episodes.length} of ${outcome.planned} episodes are kept.`);
    note(`  Go on with: npm run bench -- --resume --out ${folder}`);
    return exitCodes.interrupted;
  }
  const result = finishRun(
    folder,
    cacheFolder,
    header,
    selection.scenarios,
    outcome,
    options.strict === true,
  );
  for (const line of resultLines(result)) say(line);
  for (const line of failureLines(result, folder)) say(line);
  say(`Report: ${shown(runFiles(folder).report)}`);
  if (outcome.stopped !== null) {
    note(`Stopped early: ${outcome.stopped}.`);
    return exitCodes.wrong;
  }
  return options.gate && result.gate.judged && !result.gate.passed ? exitCodes.gateFailed : exitCodes.passed;
};

/** As short as it can be typed. */
const shown = (path: string): string => {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') || !existsSync(path) ? path : near;
};

const mostShown = 5;

const failureLines = ({ episodes, gate }: RunResult, folder: string): string[] => {
  const missed = gate.judged ? episodes.filter(({ result }) => result !== 'success') : [];
  const lines = missed.slice(0, mostShown).map(({ scenario, seed, reason, replay, problem, lastWords }) => {
    const how =
      replay === null
        ? (problem?.message ?? '')
        : eeveeCommand(`replay ${quoted(shown(join(folder, replay)))}`);
    return `✗ ${scenario}, seed ${seed}: ${[reason, lastWords].filter(Boolean).join(': ')}. ${how}`;
  });
  const more = missed.length - lines.length;
  return more > 0 ? [...lines, `  … and ${more} more in the report`] : lines;
};

try {
  await program.parseAsync();
} catch (error) {
  printProblem(error);
  process.exitCode = exitCodes.wrong;
}
