import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedGame } from '../../../games/catalog.ts';
import { checkOf } from '../../../games/scenario/condition.ts';
import { type Fixed, type FixedScenario, fixScenario } from '../../../games/scenario/draw.ts';
import { type ReadMemory, toLittleEndian } from '../../../games/scenario/memory.ts';
import type { Scenario, SetupStep } from '../../../games/scenario/schema.ts';
import type { ToolsHost } from '../../../native/types.ts';
import { EeveeError } from '../../../protocol/errors.ts';
import { buttonMask } from '../../../protocol/words.ts';

type FixedStep = Fixed<SetupStep>;

/** A hash of all that a scenario's file says: another one means other episodes. */
export const scenarioHash = (scenario: Scenario): string =>
  createHash('sha256').update(JSON.stringify(scenario)).digest('hex');

/** Runs the steps of a set-up on a game. Throws `session.wrong-state` for a wait that runs out. */
class SetUp {
  readonly #host: ToolsHost;
  readonly #game: LoadedGame;
  readonly #name: string;
  readonly #read: ReadMemory;

  constructor(host: ToolsHost, game: LoadedGame, name: string) {
    this.#host = host;
    this.#game = game;
    this.#name = name;
    this.#read = (address, length) => host.readMemory(address, length);
  }

  run(steps: readonly FixedStep[]): void {
    for (const [index, step] of steps.entries()) this.#step(step, `step ${index + 1}`);
  }

  #step(step: FixedStep, place: string): void {
    if ('write' in step) this.#write(step);
    else if ('request' in step) this.#request(step, place);
    else if ('wait' in step) this.#host.run(step.wait, 0);
    else if ('press' in step) this.#press(step, place);
    else this.#until(step.until, step.limit, place, () => this.#host.run(1, 0));
  }

  #write(step: Extract<FixedStep, { write: string }>): void {
    const { address, length } = this.#game.variable(step.write);
    const offset = step.offset ?? 0;
    const bytes =
      'values' in step
        ? Uint8Array.from(step.values)
        : toLittleEndian(step.value, step.bytes ?? (step.offset === undefined ? length : 1));
    this.#host.writeMemory(address + offset, bytes);
  }

  #request(step: Extract<FixedStep, { request: string }>, place: string): void {
    const door = this.#game.hostDoor;
    const number = door?.requests[step.request];
    if (!door || number === undefined) throw this.#failed(place, `there is no request "${step.request}"`);
    const request = this.#game.variable(door.request);
    this.#host.writeMemory(this.#game.variable(door.arguments).address, Uint8Array.from(step.arguments));
    this.#host.writeMemory(request.address, toLittleEndian(number, request.length));
    const taken = { variable: door.request, op: 'equal', reference: 0 } as const;
    this.#until(taken, step.limit, place, () => this.#host.run(1, 0));
  }

  #press(step: Extract<FixedStep, { press: unknown }>, place: string): void {
    const once = (): void => {
      this.#host.run(step.hold, buttonMask(step.press));
      this.#host.run(step.release, 0);
    };
    if (step.until === undefined) once();
    else this.#until(step.until, step.limit, place, once);
  }

  #until(
    condition: Extract<FixedStep, { until: unknown; limit: number }>['until'],
    limit: number,
    place: string,
    act: () => void,
  ): void {
    if (condition === undefined) return;
    const check = checkOf(condition, this.#game.variable);
    check.begin(this.#read);
    for (const end = this.#host.newestFrame() + limit; !check.holds(this.#read); act())
      if (this.#host.newestFrame() >= end)
        throw this.#failed(place, `what it waits for did not happen within ${limit} frames`);
  }

  #failed(place: string, what: string): EeveeError {
    return new EeveeError({
      code: 'session.wrong-state',
      message: `The set-up of "${this.#name}" fails at ${place}: ${what}.`,
      remedy: 'Correct "start" in the scenario, or newGame and hostDoor in game.json.',
      field: 'start',
    });
  }
}

/** New games whose beginning is kept: episodes come seed by seed. */
const keptNewGames = 3;

/** Makes the starts of episodes, and keeps them on disk by ROM, scenario and seed. */
export class SetUps {
  readonly #game: LoadedGame;
  readonly #cacheFolder: string;
  readonly #newGames = new Map<number, Uint8Array>();

  constructor(game: LoadedGame, cacheFolder: string) {
    this.#game = game;
    this.#cacheFolder = cacheFolder;
  }

  /** Where the state of an episode's start lies, made or not; null for one that starts at power-on. */
  path(scenario: Scenario, seed: number): string | null {
    if (scenario.start === 'power-on') return null;
    const build = this.#game.romSha256.slice(0, 12);
    const folder = `${scenario.name}-${scenarioHash(scenario).slice(0, 12)}`;
    return join(this.#cacheFolder, build, folder, `${seed}.state`);
  }

  /**
   * The start of an episode, made where it is not kept yet. `open` opens a game with that seed of the game's
   * own. Throws what a set-up throws.
   */
  make(scenario: Scenario, seed: number, ownSeed: number, open: (seed: number) => ToolsHost): string | null {
    const path = this.path(scenario, seed);
    if (path === null || existsSync(path)) return path;
    mkdirSync(join(path, '..'), { recursive: true });
    const fixed = fixScenario(scenario, seed);
    const host = open(ownSeed);
    try {
      this.#run(host, fixed, ownSeed);
      host.saveState(path);
    } finally {
      host.close();
    }
    return path;
  }

  #run(host: ToolsHost, { name, start }: FixedScenario, ownSeed: number): void {
    if (start === 'power-on') return;
    if (start.from === 'new-game') this.#newGame(host, ownSeed);
    new SetUp(host, this.#game, name).run(start.steps);
  }

  #newGame(host: ToolsHost, ownSeed: number): void {
    const kept = this.#newGames.get(ownSeed);
    if (kept) {
      host.unserialize(kept);
      return;
    }
    // What game.json says does not depend on a seed: as a scenario without parameters it becomes plain numbers.
    const steps = (this.#game.newGame ?? []) as FixedStep[];
    new SetUp(host, this.#game, 'a new game').run(steps);
    this.#newGames.set(ownSeed, host.serialize());
    const [oldest] = this.#newGames.keys();
    if (this.#newGames.size > keptNewGames && oldest !== undefined) this.#newGames.delete(oldest);
  }
}
