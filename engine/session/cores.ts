import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CoreInfo } from '../../native/types.ts';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import { askChild } from './ask-child.ts';
import { type RomSystem, romSystems } from './rom-systems.ts';

/** Time that a core may take to say its name; one that needs longer never answers. */
const inspectTimeoutMs = 5000;
const installCommand = 'sudo apt-get install libretro-mgba';

/** What the inspecting child sends. */
export type Inspection = { core: CoreInfo } | { problem: Problem };

const invalid = (path: string, fault: string): Problem => ({
  code: 'resource.core-invalid',
  message: `${path} ${fault}`,
  remedy: 'Choose another libretro core for the Game Boy, or install one.',
  field: 'core',
  value: path,
  command: installCommand,
});

/**
 * Finds and asks cores. Asking means running the core's code (`dlopen` runs its constructors), so that each
 * is asked in a child process of its own: a hostile or broken one takes that down and nothing else.
 * Answers are kept until the file changes.
 */
export class Cores {
  readonly #paths: readonly string[];
  readonly #known = new Map<string, Promise<Inspection>>();

  /** `paths`: where a core may be, in the order in which they are tried (`core-paths.ts`). */
  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  /**
   * The core at that path. Throws `resource.core-missing`, `resource.core-architecture` or
   * `resource.core-invalid`.
   */
  async at(path: string): Promise<CoreInfo> {
    const inspection = await this.#inspect(resolve(path));
    if ('core' in inspection) return inspection.core;
    const { problem } = inspection;
    const remedies = { field: 'core', value: path, tried: [path], command: installCommand };
    throw new EeveeError(isAboutCore(problem) ? { ...remedies, ...problem } : problem);
  }

  /** The first core found that plays `system`. Throws `resource.core-missing` with every path tried. */
  async find(system: RomSystem): Promise<CoreInfo> {
    const tried: string[] = [];
    for (const path of this.#paths) {
      try {
        const core = await this.at(path);
        requirePlays(core, system);
        return core;
      } catch (error) {
        // A missing addon is not the core's fault: another core would not help.
        if (!(error instanceof EeveeError && isAboutCore(error.problem))) throw error;
        tried.push(
          error.problem.code === 'resource.core-missing' ? path : `${path} (${error.problem.message})`,
        );
      }
    }
    throw new EeveeError({
      code: 'resource.core-missing',
      message: `No libretro core that plays the ${romSystems[system].name} was found.`,
      remedy: `Install one with: ${installCommand}. Or name one with EEVEE_CORE or --core.`,
      field: 'core',
      tried,
      command: installCommand,
    });
  }

  #inspect(path: string): Promise<Inspection> {
    let file: ReturnType<typeof statSync>;
    try {
      file = statSync(path);
    } catch {
      return Promise.resolve({ problem: missing(path) });
    }
    const key = `${path}\n${file.mtimeMs}\n${file.size}`;
    let inspection = this.#known.get(key);
    if (!inspection) {
      inspection = inspectInChild(path);
      this.#known.set(key, inspection);
      // Only a good answer is worth keeping: a bad one may have been a moment's trouble.
      void inspection.then((answer) => 'problem' in answer && this.#known.delete(key));
    }
    return inspection;
  }
}

const isAboutCore = ({ code }: Problem): boolean => code.startsWith('resource.core-');

/** Throws `resource.core-invalid` unless the core says that it plays files of that system. */
export const requirePlays = (core: CoreInfo, system: RomSystem): void => {
  if (core.extensions.includes(system)) return;
  throw new EeveeError({
    ...invalid(core.path, `(${core.name}) does not play the ${romSystems[system].name}.`),
    allowed: core.extensions,
  });
};

const missing = (path: string): Problem => ({
  code: 'resource.core-missing',
  message: `There is no core at ${path}.`,
  remedy: `Install one with: ${installCommand}. Or give the path of one that you have.`,
  field: 'core',
  value: path,
  tried: [path],
  command: installCommand,
});

/** Asks one core in a short-lived process. Never rejects: what went wrong is the answer. */
export const inspectInChild = async (path: string): Promise<Inspection> => {
  const asked = await askChild<Inspection>('inspect-core', path, inspectTimeoutMs);
  if ('answer' in asked) return asked.answer;
  const fault = asked.late
    ? 'does not answer when it is loaded.'
    : `crashes when it is loaded (${asked.how}).`;
  return { problem: invalid(path, fault) };
};
