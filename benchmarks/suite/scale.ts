import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Episode, RunHeader } from '../../protocol/benchmark-run.ts';

/** Players that the scale of the scores is made of: random is 0, the oracle's time is 1. */
const scalePlayers = ['random', 'oracle'] as const;

/** Frames to the goal by scenario (with its hash) and seed; the frame limit where it was not reached. */
const scaleSchema = z.record(z.string(), z.record(z.string(), z.number()));
type Scale = z.infer<typeof scaleSchema>;

/** Frames that an episode counts as: a missed goal counts as all of its time. */
export const countedFrames = (episode: Episode, frameLimit: number): number =>
  episode.result === 'success' ? episode.frames : frameLimit;

const keyOf = ({ name, sha256 }: RunHeader['identity']['scenarios'][number]): string =>
  `${name}-${sha256.slice(0, 12)}`;

/** What random buttons and the oracle needed, from earlier runs on the same ROM. */
export class ScoreScale {
  readonly #folder: string;
  readonly #frames: Record<(typeof scalePlayers)[number], Scale>;

  /** `cacheFolder`: where the suite keeps what outlives a run. */
  constructor(cacheFolder: string, romSha256: string) {
    this.#folder = join(cacheFolder, 'scale', romSha256.slice(0, 12));
    this.#frames = { random: this.#read('random'), oracle: this.#read('oracle') };
  }

  /** Keeps what a run of one of the two players needed; other players leave no mark. */
  learn({ identity }: RunHeader, episodes: readonly Episode[], limits: Map<string, number>): void {
    const player = scalePlayers.find((each) => each === identity.player);
    if (!player) return;
    const frames = this.#frames[player];
    for (const scenario of identity.scenarios) {
      const seeds = frames[keyOf(scenario)] ?? {};
      frames[keyOf(scenario)] = seeds;
      for (const episode of episodes)
        if (episode.scenario === scenario.name && episode.result !== 'error')
          seeds[episode.seed] = countedFrames(episode, limits.get(scenario.name) ?? 0);
    }
    const path = join(this.#folder, `${player}.json`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(frames));
    renameSync(`${path}.new`, path);
  }

  /**
   * Where a mean time lies between random buttons (0) and the oracle (1), over the seeds that all three have
   * played; null where there are none, or where random buttons are as fast as the oracle.
   */
  score(scenario: RunHeader['identity']['scenarios'][number], frames: Map<number, number>): number | null {
    const [random, oracle] = scalePlayers.map((player) => this.#frames[player][keyOf(scenario)] ?? {});
    const seeds = [...frames.keys()].filter(
      (seed) => random?.[seed] !== undefined && oracle?.[seed] !== undefined,
    );
    const mean = (of: (seed: number) => number): number =>
      seeds.reduce((sum, seed) => sum + of(seed), 0) / seeds.length;
    if (seeds.length === 0) return null;
    const slow = mean((seed) => random?.[seed] ?? 0);
    const fast = mean((seed) => oracle?.[seed] ?? 0);
    return slow > fast ? (slow - mean((seed) => frames.get(seed) ?? 0)) / (slow - fast) : null;
  }

  #read(player: string): Scale {
    const path = join(this.#folder, `${player}.json`);
    if (!existsSync(path)) return {};
    try {
      return scaleSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      // It only costs a run of that player to have it again.
      return {};
    }
  }
}
