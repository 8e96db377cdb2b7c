import { lastDevelopmentSeed } from '../../protocol/words.ts';
import type { GameFile } from '../schemas.ts';
import { checkOf, distanceOf } from './condition.ts';
import { fixScenario } from './draw.ts';
import type { FindVariable } from './memory.ts';
import type { Scenario } from './schema.ts';

/** What a scenario is checked against. */
export interface ScenarioWorld {
  /** Finds a variable, or throws. */
  find: FindVariable;
  /** Names that the memory map has. */
  hasVariable: (name: string) => boolean;
  goals: string[];
  game: Pick<GameFile, 'hostDoor' | 'newGame'>;
}

/** A field of a scenario and what is wrong with it. */
export interface Fault {
  field: string;
  what: string;
}

/** Keys whose text is the name of a variable. */
const variableKeys = ['variable', 'write', 'countIn'];
/** Draws that are tried out: a value out of bounds shows up in one of them. */
const triedSeeds = [0, 1, 2, 3, 5, 8, 13, lastDevelopmentSeed];

/** The first thing that the schema cannot see: a name that nothing has, a number outside of its variable. */
export const faultOf = (scenario: Scenario, world: ScenarioWorld): Fault | null =>
  unknownName(scenario, world) ?? unknownGoal(scenario, world) ?? brokenDraw(scenario, world);

const unknownName = (scenario: Scenario, { hasVariable, game }: ScenarioWorld): Fault | null => {
  const look = (part: unknown, path: string): Fault | null => {
    if (typeof part !== 'object' || part === null) return null;
    for (const [key, value] of Object.entries(part)) {
      const field = path ? `${path}.${key}` : key;
      if (typeof value === 'string' && variableKeys.includes(key) && !hasVariable(value))
        return { field, what: `the memory map has no variable "${value}"` };
      if (key === 'request' && typeof value === 'string' && !(value in (game.hostDoor?.requests ?? {})))
        return { field, what: `the game's door for hosts has no request "${value}"` };
      const inside = look(value, field);
      if (inside) return inside;
    }
    return null;
  };
  const { start, success, failure, progress } = scenario;
  return look({ start, success, failure, progress }, '');
};

const unknownGoal = ({ goal, start }: Scenario, { goals, game }: ScenarioWorld): Fault | null => {
  if (goal !== null && !goals.includes(goal))
    return { field: 'goal', what: `the guide has no goal "${goal}", only ${goals.join(', ')}` };
  if (typeof start === 'object' && start.from === 'new-game' && !game.newGame)
    return { field: 'start.from', what: 'game.json does not say how a new game begins ("newGame")' };
  return null;
};

const brokenDraw = (scenario: Scenario, { find }: ScenarioWorld): Fault | null => {
  for (const seed of triedSeeds) {
    let field = 'parameters';
    try {
      const { start, success, failure, progress } = fixScenario(scenario, seed);
      field = 'success';
      checkOf(success, find);
      field = 'failure';
      if (failure) checkOf(failure, find);
      field = 'progress';
      if (progress) distanceOf(progress, find);
      for (const [index, step] of (start === 'power-on' ? [] : start.steps).entries()) {
        field = `start.steps.${index}`;
        if ('until' in step && step.until) checkOf(step.until, find);
        if ('write' in step) requireRoom(step, find);
      }
    } catch (error) {
      if (error instanceof RangeError) return { field, what: error.message };
      throw error;
    }
  }
  return null;
};

const requireRoom = (
  step: { write: string; offset?: number | undefined } & (
    | { values: number[] }
    | { bytes?: number | undefined }
  ),
  find: FindVariable,
): void => {
  const { length, name } = find(step.write);
  const bytes = 'values' in step ? step.values.length : ((step as { bytes?: number }).bytes ?? 1);
  if ((step.offset ?? 0) + bytes > length) throw new RangeError(`${name} ends after ${length} bytes`);
};
