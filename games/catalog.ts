import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { EeveeError } from '../protocol/errors.ts';
import type { GuideGoal } from '../protocol/guide.ts';
import { mending } from '../protocol/mending.ts';
import { type GameCode, gameCode } from './code.ts';
import { type Fault, faultOf } from './scenario/check.ts';
import { toLittleEndian } from './scenario/memory.ts';
import { type Scenario, scenarioSchema } from './scenario/schema.ts';
import { type GameFile, gameFileSchema, memoryMapSchema, type Variable } from './schemas.ts';

/** A game as the catalogue lists it. */
export interface ListedGame {
  id: string;
  title: string;
  system: string;
  goals: Pick<GuideGoal, 'name' | 'title'>[];
  /** Whether its ROM and memory map are built. */
  ready: boolean;
}

/** A game with all that belongs to it. Paths are absolute. */
export interface LoadedGame extends ListedGame, GameCode, Pick<GameFile, 'newGame' | 'hostDoor'> {
  /** Folder of the game. */
  folder: string;
  description: string;
  licence: string;
  romPath: string;
  memoryMapPath: string;
  /** SHA-256 of the ROM that the memory map belongs to. */
  romSha256: string;
  /** All variables of the memory map, in its order. */
  variables: Variable[];
  /** One variable by name. Throws for a name that the memory map lacks. */
  variable: (name: string) => Variable;
  /** Writes before the first frame that make the game play this seed (its lower 16 bits). */
  setupFor: (seed: number) => { address: number; bytes: Uint8Array }[];
  /** What a player is judged on. Reading it throws `configuration.invalid` for a scenario that is wrong. */
  readonly scenarios: Scenario[];
}

const root = fileURLToPath(new URL('.', import.meta.url));

/** All games: folders here that hold a `game.json`, by name. Throws `configuration.invalid` for a broken one. */
export const listGames = (): ListedGame[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'game.json')))
    .map(({ name }) => name)
    .sort()
    .map((id) => listed(id));

/**
 * A game by its id.
 * @throws EeveeError `configuration.unknown-game`, `resource.rom-missing` while it is not built,
 *   `configuration.invalid` when one of its files is broken
 */
export const loadGame = (id: string): LoadedGame => {
  const ids = listGames().map((game) => game.id);
  if (!ids.includes(id)) throw unknownGame(id, ids);
  const file = readGameFile(id);
  const romPath = resolve(root, id, file.rom);
  const memoryMapPath = resolve(root, id, file.memoryMap);
  for (const path of [romPath, memoryMapPath]) if (!existsSync(path)) throw notBuilt(id, file.title, path);
  const map = readJson(memoryMapPath, memoryMapSchema);
  const byName = new Map(map.symbols.map((symbol) => [symbol.name, symbol]));
  const variable = (name: string): Variable => byName.get(name) ?? fail(unknownVariable(name, memoryMapPath));
  const goals = codeOf(id).guide.goals.map(({ name }) => name);
  const world = { find: variable, hasVariable: (name: string) => byName.has(name), goals, game: file };
  let scenarios: Scenario[] | null = null;
  return {
    ...listed(id),
    ...codeOf(id),
    folder: join(root, id),
    newGame: file.newGame,
    hostDoor: file.hostDoor,
    description: file.description,
    licence: file.licence,
    romPath,
    memoryMapPath,
    romSha256: map.rom,
    variables: map.symbols,
    variable,
    setupFor: (seed) =>
      file.seed.map(({ symbol, value }) => {
        const { address, length } = variable(symbol);
        return { address, bytes: toLittleEndian(value === 'seed' ? seed : value, length) };
      }),
    get scenarios() {
      // Read when somebody asks: whoever only plays must not be stopped by a scenario that is wrong.
      scenarios ??= readScenarios(join(root, id, 'scenarios'), (scenario) => faultOf(scenario, world));
      return scenarios;
    },
  };
};

const listed = (id: string): ListedGame => {
  const file = readGameFile(id);
  const goals = codeOf(id).guide.goals.map(({ name, title }) => ({ name, title }));
  const ready = [file.rom, file.memoryMap].every((path) => existsSync(resolve(root, id, path)));
  return { id, title: file.title, system: file.system, goals, ready };
};

const readGameFile = (id: string) => {
  const path = join(root, id, 'game.json');
  const file = readJson(path, gameFileSchema);
  if (file.id !== id)
    fail(invalid(path, `its id is "${file.id}", its folder is "${id}"`, 'Make both the same.'));
  return file;
};

const codeOf = (id: string): GameCode =>
  gameCode[id] ??
  fail(
    invalid(
      join(root, 'code.ts'),
      `it does not list the game "${id}"`,
      'Add its guide and its labels there.',
    ),
  );

/**
 * The scenarios of a folder, by name; `faultIn` finds what the schema cannot see. Throws
 * `configuration.invalid` that names file and field.
 */
export const readScenarios = (folder: string, faultIn: (scenario: Scenario) => Fault | null): Scenario[] => {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => {
    const path = join(folder, name);
    const scenario = readJson(path, scenarioSchema, 'docs/scenarios.md describes it');
    const fault =
      basename(name, '.json') === scenario.name
        ? faultIn(scenario)
        : { field: 'name', what: `it is "${scenario.name}", the file is ${name}` };
    if (fault) throw wrongField(path, fault, 'docs/scenarios.md describes it');
    return scenario;
  });
};

const readJson = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  described = 'games/schemas.ts describes it',
): z.infer<Schema> => {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw invalid(
      path,
      error instanceof Error ? error.message : String(error),
      'Correct or restore the file.',
    );
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const { path: field, message } = deepest(result.error.issues[0]!);
  throw wrongField(path, { field: field.join('.'), what: message }, described);
};

/** Of several shapes that something could have, what keeps it from having the one that it is most like. */
const deepest = (issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const nearest = issue.errors.reduce((best, branch) => (misfit(branch) < misfit(best) ? branch : best));
  const inside = nearest[0] ? deepest(nearest[0]) : issue;
  return { path: [...issue.path, ...inside.path], message: inside.message };
};

/** How little something is like a shape: keys too many and too few. A value that is wrong deep inside weighs least. */
const misfit = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 2 * issue.keys.length;
    if (issue.code === 'invalid_type' && issue.path.length === 0) return sum + 8;
    return sum + 1 / issue.path.length;
  }, 0);

const wrongField = (path: string, { field, what }: Fault, described: string): EeveeError =>
  new EeveeError({
    code: 'configuration.invalid',
    message: `${nameOf(path)} is wrong: "${field}": ${what}.`,
    remedy: `Correct the field; ${described}.`,
    field,
    tried: [path],
  });

const fail = (error: EeveeError): never => {
  throw error;
};

/** Files of ours from the folder of games on, others in full. */
const nameOf = (path: string): string => {
  const inside = relative(root, path);
  return inside.startsWith('..') ? path : join('games', inside);
};

const invalid = (path: string, what: string, remedy: string): EeveeError =>
  new EeveeError({
    code: 'configuration.invalid',
    message: `${nameOf(path)} is wrong: ${what}.`,
    remedy,
  });

const unknownGame = (id: string, ids: string[]): EeveeError =>
  new EeveeError({
    code: 'configuration.unknown-game',
    message: `There is no game called "${id}".`,
    remedy: 'Choose one of the catalogue, or give the path of a ROM instead.',
    field: 'game',
    value: id,
    allowed: ids,
  });

const notBuilt = (id: string, title: string, path: string): EeveeError =>
  new EeveeError({
    code: 'resource.rom-missing',
    message: `The ROM of ${title} is not there: ${relative(root, path)} is missing.`,
    ...mending({
      remedy: 'Build it once; that takes a few seconds.',
      command: `node games/${id}/build.js`,
    }),
  });

const unknownVariable = (name: string, path: string): EeveeError =>
  invalid(
    path,
    `it has no variable "${name}"`,
    'Use a name that the memory map lists, or build the ROM again.',
  );
