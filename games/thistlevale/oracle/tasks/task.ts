import type { ReferenceGame, ReferenceMemory } from '../../../reference.ts';
import type { FixedScenario } from '../../../scenario/draw.ts';

/** How a scenario is played. */
export interface Task {
  play(game: ReferenceGame): void;
  /** Steps or presses that are left; null: not known just now. */
  distance?(memory: ReferenceMemory): number | null;
}

/** The task of a scenario with its seed; null where it asks for something else than this task does. */
export type TaskOf = (scenario: FixedScenario) => Task | null;

/** What was drawn for a parameter that is a list of numbers. */
export const drawnList = ({ drawn }: FixedScenario, name: string): number[] => {
  const value = drawn[name];
  return value === undefined ? [] : [value].flat();
};

/** What was drawn for a parameter that is a number. */
export const drawnNumber = (scenario: FixedScenario, name: string): number => {
  const [value] = drawnList(scenario, name);
  if (value === undefined) throw new RangeError(`${scenario.name} draws no ${name}`);
  return value;
};
