import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadGame } from '../../games/catalog.ts';
import type { Scenario } from '../../games/scenario/schema.ts';
import { type RunHeader, runResultSchema } from '../../protocol/benchmark-run.ts';
import type { FromRunner } from '../../protocol/benchmark-runner.ts';
import { reportOf } from '../report/report.ts';
import { figuresOf } from '../suite/figures.ts';
import { readRun, runFiles } from '../suite/journal.ts';
import { cacheFolder } from '../suite/prepare.ts';
import { plannedEpisodes } from '../suite/run.ts';
import { ScoreScale } from '../suite/scale.ts';
import { summarise } from '../suite/summary.ts';
import { scenarioHash } from '../suite/worker/set-up.ts';
import { EpisodeCounts } from './counts.ts';

/** The scenarios of a run as long as they are what they were; others are left out. */
const scenariosOf = ({ identity }: RunHeader): Scenario[] =>
  loadGame(identity.game).scenarios.filter((scenario) =>
    identity.scenarios.some(
      ({ name, sha256 }) => name === scenario.name && sha256 === scenarioHash(scenario),
    ),
  );

/** What is known of a run that was interrupted. Throws `configuration.invalid` where it cannot be read. */
export const describeRun = (folder: string): Extract<FromRunner, { type: 'described' }> => {
  const { header, episodes } = readRun(folder);
  const scenarios = scenariosOf(header);
  const counts = new EpisodeCounts(plannedEpisodes(scenarios, header.identity.seeds), episodes);
  const progress = { ...counts.total, kinds: counts.kinds, jobs: header.jobs, perSecond: 0, leftMs: null };
  const scale = new ScoreScale(cacheFolder, header.identity.romSha256);
  return { type: 'described', progress, rows: summarise(header, scenarios, episodes, scale) };
};

/**
 * Makes the report of a `result.json` that came without it, and its figures where all scenarios are still what they
 * were: a missed goal counts as its frame limit, which nobody else knows.
 */
export const completeRun = (folder: string): Extract<FromRunner, { type: 'completed' }> => {
  const files = runFiles(folder);
  const result = runResultSchema.parse(JSON.parse(readFileSync(files.result, 'utf8')));
  writeFileSync(files.report, reportOf(result));
  const scenarios = scenariosOf(result);
  const figures =
    scenarios.length === result.identity.scenarios.length
      ? figuresOf(result, scenarios, result.episodes)
      : null;
  if (figures) writeFileSync(files.figures, `${JSON.stringify(figures)}\n`);
  return { type: 'completed', comparable: existsSync(files.figures) };
};
