import { writeFileSync } from 'node:fs';
import type { Scenario } from '../../games/scenario/schema.ts';
import type { RunHeader, RunResult } from '../../protocol/benchmark-run.ts';
import { judgeRun } from '../gate/gate.ts';
import { reportOf } from '../report/report.ts';
import { figuresOf } from './figures.ts';
import { runFiles } from './journal.ts';
import type { RunOutcome } from './run.ts';
import { ScoreScale } from './scale.ts';
import { summarise } from './summary.ts';

/** Sums a run up and writes result, report and figures into its folder. */
export const finishRun = (
  folder: string,
  cacheFolder: string,
  header: RunHeader,
  scenarios: readonly Scenario[],
  outcome: RunOutcome,
  strict: boolean,
): RunResult => {
  const { episodes } = outcome;
  const { player, clock, romSha256 } = header.identity;
  const scale = new ScoreScale(cacheFolder, romSha256);
  scale.learn(header, episodes, new Map(scenarios.map(({ name, frameLimit }) => [name, frameLimit])));
  const result: RunResult = {
    ...header,
    finishedAt: new Date().toISOString(),
    wallMs: outcome.wallMs,
    earlier: outcome.earlier,
    stopped: outcome.stopped,
    planned: outcome.planned,
    ...summarise(header, scenarios, episodes, scale),
    gate: judgeRun(episodes, player, clock, strict),
    episodes,
  };
  const files = runFiles(folder);
  const figures = figuresOf(header, scenarios, episodes);
  if (figures) writeFileSync(files.figures, `${JSON.stringify(figures)}\n`);
  writeFileSync(files.report, reportOf(result));
  // Last: a folder with a result is finished.
  writeFileSync(files.result, `${JSON.stringify(result, null, 1)}\n`);
  return result;
};
