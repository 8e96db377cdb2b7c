import type { Scenario } from '../../games/scenario/schema.ts';
import type { Coherence, Episode, RunHeader, RunResult, SummaryRow } from '../../protocol/benchmark-run.ts';
import type { Clock } from '../../protocol/words.ts';
import { complianceOf, lateShares } from '../gate/compliance.ts';
import { wilson } from '../gate/wilson.ts';
import { countedFrames, type ScoreScale } from './scale.ts';

/** The value below which a share of sorted values lies, between neighbours by proportion. */
export const quantile = (sorted: readonly number[], share: number): number => {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  return below + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? below) - below);
};

/** Sum of what was measured; null where nothing was. */
export const totalCoherence = (episodes: readonly Episode[]): Coherence | null => {
  const known = episodes.flatMap(({ coherence }) => coherence ?? []);
  if (known.length === 0) return null;
  const sum = (key: keyof Coherence): number => known.reduce((total, each) => total + each[key], 0);
  return { nearer: sum('nearer'), farther: sum('farther'), wasted: sum('wasted') };
};

/** The most memory that a process had of those that played; a session's own counts where there was one. */
const mostMemory = (episodes: readonly Episode[]): number | null => {
  const sizes = episodes.flatMap(({ session, residentBytes }) =>
    session && session.memory.length > 0 ? session.memory.map(([, bytes]) => bytes) : [residentBytes],
  );
  return sizes.reduce<number | null>((most, bytes) => (bytes > (most ?? 0) ? bytes : most), null);
};

const complianceIn = (episodes: readonly Episode[], clock: Clock): number | null => {
  const shares = clock === 'real-time' ? lateShares(episodes) : null;
  return shares && complianceOf(shares);
};

const rowOf = (
  name: string,
  episodes: readonly Episode[],
  clock: Clock,
  score: number | null,
): SummaryRow => {
  const successes = episodes.filter(({ result }) => result === 'success');
  const frames = successes.map((episode) => episode.frames).sort((a, b) => a - b);
  const { share, low, high } = wilson(successes.length, episodes.length);
  return {
    name,
    episodes: episodes.length,
    successes: successes.length,
    errors: episodes.filter(({ result }) => result === 'error').length,
    completion: { share: Number.isNaN(share) ? null : share, low, high },
    frames:
      frames.length === 0
        ? null
        : { p25: quantile(frames, 0.25), median: quantile(frames, 0.5), p75: quantile(frames, 0.75) },
    decisions: episodes.reduce((sum, { decisions }) => sum + decisions, 0) / Math.max(1, episodes.length),
    coherence: totalCoherence(episodes),
    score,
    compliance: complianceIn(episodes, clock),
    residentBytes: mostMemory(episodes),
  };
};

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a run is summed up as: in all, by kind, by scenario. */
export type Rows = Pick<RunResult, 'total' | 'kinds' | 'scenarios'>;

/** Figures of a run: in all, by kind, by scenario. The score of many is the mean of theirs. */
export const summarise = (
  { identity }: RunHeader,
  scenarios: readonly Scenario[],
  episodes: readonly Episode[],
  scale: ScoreScale,
): Rows => {
  const limits = new Map(scenarios.map(({ name, frameLimit }) => [name, frameLimit]));
  const scores = new Map<string, number>();
  for (const scenario of identity.scenarios) {
    const played = episodes.filter((each) => each.scenario === scenario.name && each.result !== 'error');
    const frames = new Map(
      played.map((episode) => [episode.seed, countedFrames(episode, limits.get(scenario.name) ?? 0)]),
    );
    const score = scale.score(scenario, frames);
    if (score !== null) scores.set(scenario.name, score);
  }
  const scoreOf = (among: readonly { name: string }[]): number | null =>
    mean(among.flatMap(({ name }) => scores.get(name) ?? []));
  const kinds = [...new Set(identity.scenarios.map(({ kind }) => kind))];
  return {
    total: rowOf('all', episodes, identity.clock, scoreOf(identity.scenarios)),
    kinds: kinds.map((kind) =>
      rowOf(
        kind,
        episodes.filter((episode) => episode.kind === kind),
        identity.clock,
        scoreOf(identity.scenarios.filter((scenario) => scenario.kind === kind)),
      ),
    ),
    scenarios: identity.scenarios.map((scenario) =>
      rowOf(
        scenario.name,
        episodes.filter((episode) => episode.scenario === scenario.name),
        identity.clock,
        scoreOf([scenario]),
      ),
    ),
  };
};
