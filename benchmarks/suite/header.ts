import { execFileSync } from 'node:child_process';
import { cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { loadModelFolder } from '../../engine/perception/model-folder.ts';
import type { Settings } from '../../engine/settings.ts';
import type { LoadedGame } from '../../games/catalog.ts';
import type { CoreInfo } from '../../native/types.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { RunHeader } from '../../protocol/benchmark-run.ts';
import { EeveeError } from '../../protocol/errors.ts';
import type { Selection } from './options.ts';
import { scenarioHash } from './worker/set-up.ts';

/** Everything about a run that is known before it begins. Throws `resource.model-*` where the AI has no eyes. */
export const headerOf = async (
  selection: Selection,
  game: LoadedGame,
  core: CoreInfo,
  settings: Settings,
): Promise<RunHeader> => {
  const looks = selection.player === 'ai';
  return {
    format: 'eevee-bench-1',
    createdAt: new Date().toISOString(),
    identity: {
      game: game.id,
      romSha256: game.romSha256,
      core: { path: core.path, name: core.name, version: core.version },
      player: selection.player,
      clock: selection.clock,
      modelSha256: looks ? (await loadModelFolder(settings.modelDir)).about.sha256 : null,
      eyes: looks ? settings.eyes : null,
      scenarios: selection.scenarios.map((scenario) => ({
        name: scenario.name,
        kind: scenario.kind,
        sha256: scenarioHash(scenario),
      })),
      seeds: selection.seeds,
    },
    jobs: selection.jobs,
    versions: { eevee: packageJson.version, commit: commit(), node: process.versions.node },
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryBytes: totalmem(),
      platform: `${platform()} ${release()} ${process.arch}`,
    },
  };
};

/** The commit of the checkout; null in one without history. */
const commit = (): string | null => {
  try {
    const root = join(import.meta.dirname, '..', '..');
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return null;
  }
};

/** Throws `configuration.invalid` that names the first difference where a run cannot go on as it began. */
export const requireSameRun = (began: RunHeader, now: RunHeader, folder: string): void => {
  for (const [field, value] of Object.entries(began.identity)) {
    const other = now.identity[field as keyof RunHeader['identity']];
    if (JSON.stringify(value) === JSON.stringify(other)) continue;
    throw new EeveeError({
      code: 'configuration.invalid',
      message: `The run in ${folder} cannot go on: its ${field} is not what it was.`,
      remedy: 'Start a new run: results from before and after would not belong together.',
      field,
      value: other,
      allowed: [value],
    });
  }
};
