import type { Scenario } from '../../games/scenario/schema.ts';
import type { Episode, RunHeader } from '../../protocol/benchmark-run.ts';
import type { RunFigures } from '../regression/schemas.ts';
import { countedFrames } from './scale.ts';

/** Samples that the check takes of one figure. */
const mostSamples = 2000;

/** The figures of a run as the regression check reads them, each seed a sample; null where nothing was played. */
export const figuresOf = (
  { identity, machine }: RunHeader,
  scenarios: readonly Scenario[],
  episodes: readonly Episode[],
): RunFigures | null => {
  const figures = scenarios.flatMap(({ name, frameLimit }) => {
    const played = episodes
      .filter((episode) => episode.scenario === name && episode.result !== 'error')
      .slice(0, mostSamples);
    if (played.length === 0) return [];
    return [
      {
        figure: `frames to the goal of ${name}`,
        unit: 'frames',
        better: 'lower' as const,
        samples: played.map((episode) => countedFrames(episode, frameLimit)),
        keys: played.map(({ seed }) => seed),
      },
    ];
  });
  if (figures.length === 0) return null;
  const kinds = Map.groupBy(
    episodes.filter(({ result }) => result !== 'error'),
    ({ kind }) => kind,
  );
  const { first, last } = identity.seeds;
  return {
    format: 'eevee-run-figures',
    version: 1,
    machine: { processor: machine.processor, cores: machine.cores },
    rom: { sha256: identity.romSha256 },
    settings: {
      seeds: `${first}-${last}`,
      clock: identity.clock,
      core: `${identity.core.name} ${identity.core.version}`,
      scenarios: identity.scenarios.map(({ name, sha256 }) => `${name}:${sha256.slice(0, 12)}`).join(' '),
    },
    players: [identity.player],
    figures: [
      ...figures,
      ...[...kinds].map(([kind, played]) => ({
        figure: `goals reached in ${kind}`,
        unit: 'share',
        better: 'higher' as const,
        samples: played.slice(0, mostSamples).map(({ result }) => (result === 'success' ? 1 : 0)),
        keys: played.slice(0, mostSamples).map(({ scenario, seed }) => `${scenario}/${seed}`),
      })),
    ],
  };
};
