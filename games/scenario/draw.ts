import { createHash } from 'node:crypto';
import type { Parameter, Scenario, Value } from './schema.ts';

/** A part of a scenario in which every value that depends on the seed has become a number. */
export type Fixed<Part> = Part extends Value
  ? number
  : Part extends (infer Item)[]
    ? Fixed<Item>[]
    : Part extends object
      ? { [Key in keyof Part]: Key extends 'op' | 'press' ? Part[Key] : Fixed<Part[Key]> }
      : Part;

/** What was drawn for each parameter. */
export type Drawn = Record<string, number | number[]>;

/** A scenario with its seed: nothing in it is open any more. */
export interface FixedScenario extends Pick<Scenario, 'name' | 'kind' | 'title' | 'goal' | 'frameLimit'> {
  seed: number;
  drawn: Drawn;
  /** What the player is told, with the numbers of this seed. */
  told: string;
  start: Fixed<Scenario['start']>;
  success: Fixed<Scenario['success']>;
  failure: Fixed<Scenario['failure']>;
  progress: Fixed<Scenario['progress']>;
}

/** A fraction in [0, 1) that depends on the words and the seed alone, the same on every machine. */
const fraction = (seed: number, ...words: string[]): number =>
  createHash('sha256')
    .update([...words, seed].join('\n'))
    .digest()
    .readUIntBE(0, 6) /
  2 ** 48;

const pick = <Item>(items: readonly Item[], share: number): Item => items[Math.floor(share * items.length)]!;
const within = ([first, last]: readonly [number, number], share: number): number =>
  first + Math.floor(share * (last - first + 1));

const drawParameter = (parameter: Parameter, share: number): number | number[] =>
  'range' in parameter ? within(parameter.range, share) : pick(parameter.seeded, share);

/**
 * The scenario as this seed plays it. Throws RangeError, with the path of the field first, for a parameter
 * that is not there or has no such number.
 */
export const fixScenario = (scenario: Scenario, seed: number): FixedScenario => {
  const drawn: Drawn = Object.fromEntries(
    Object.entries(scenario.parameters).map(([name, parameter]) => [
      name,
      drawParameter(parameter, fraction(seed, scenario.name, 'parameters', name)),
    ]),
  );
  const fix = (part: unknown, path: string): unknown => {
    if (Array.isArray(part)) return part.map((item, index) => fix(item, `${path}.${index}`));
    if (typeof part !== 'object' || part === null) return part;
    if ('seeded' in part) return pick(part.seeded as number[], fraction(seed, scenario.name, path));
    if ('range' in part) return within(part.range as [number, number], fraction(seed, scenario.name, path));
    if ('parameter' in part) return ofParameter(drawn, part as { parameter: string; index?: number }, path);
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, fix(value, path ? `${path}.${key}` : key)]),
    );
  };
  const { name, kind, title, goal, frameLimit, told, start, success, failure, progress } = scenario;
  const fixed = fix({ start, success, failure, progress }, '') as Pick<
    FixedScenario,
    'start' | 'success' | 'failure' | 'progress'
  >;
  return { name, kind, title, goal, frameLimit, seed, drawn, told: inWords(told ?? title, drawn), ...fixed };
};

const ofParameter = (
  drawn: Drawn,
  { parameter, index }: { parameter: string; index?: number },
  path: string,
): number => {
  const value = drawn[parameter];
  const number = Array.isArray(value) ? value[index ?? 0] : index === undefined ? value : undefined;
  if (typeof number === 'number') return number;
  const wanted = index === undefined ? `"${parameter}"` : `number ${index} of "${parameter}"`;
  throw new RangeError(`${path}: the scenario has no parameter ${wanted}`);
};

const inWords = (text: string, drawn: Drawn): string =>
  text.replace(/\{([a-z0-9-]+)\}/g, (whole, name: string) =>
    drawn[name] === undefined ? whole : [drawn[name]].flat().join(', '),
  );
