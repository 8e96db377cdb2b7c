import type { Fixed } from './draw.ts';
import { amountIn, entriesIn, type FindVariable, littleEndian, type ReadMemory } from './memory.ts';
import type { Bits, Compare, Comparison, Condition, Count, Progress } from './schema.ts';

/** A condition that looks into memory. */
export interface Check {
  /** The episode begins: numbers that are measured by their growth are noted. */
  begin(read: ReadMemory): void;
  holds(read: ReadMemory): boolean;
}

const compare: Record<Comparison, (a: number, b: number) => boolean> = {
  equal: (a, b) => a === b,
  'not-equal': (a, b) => a !== b,
  'less-than': (a, b) => a < b,
  'greater-than': (a, b) => a > b,
  'less-or-equal': (a, b) => a <= b,
  'greater-or-equal': (a, b) => a >= b,
};

/** A condition, ready to be looked at. Throws what {@link amountIn} and `find` throw. */
export const checkOf = (condition: Fixed<Condition>, find: FindVariable): Check => {
  if ('all' in condition) return several(condition.all, find, 'every');
  if ('any' in condition) return several(condition.any, find, 'some');
  if ('not' in condition) {
    const inner = checkOf(condition.not, find);
    return { begin: (read) => inner.begin(read), holds: (read) => !inner.holds(read) };
  }
  if ('count' in condition) return countCheck(condition, find);
  if ('op' in condition) return compareCheck(condition, find);
  return bitsCheck(condition, find);
};

const several = (parts: Fixed<Condition>[], find: FindVariable, how: 'every' | 'some'): Check => {
  const checks = parts.map((part) => checkOf(part, find));
  return {
    begin: (read) => {
      for (const check of checks) check.begin(read);
    },
    holds: (read) => checks[how]((check) => check.holds(read)),
  };
};

const compareCheck = (condition: Fixed<Compare>, find: FindVariable): Check => {
  const { op, reference, measurement } = condition;
  const amount = amountIn(condition, find);
  const other = typeof reference === 'number' ? () => reference : amountIn(reference, find);
  return measured(amount, measurement, (value, read) => compare[op](value, other(read)));
};

const countCheck = ({ count, op, reference, measurement }: Fixed<Count>, find: FindVariable): Check => {
  const { address, length, name } = find(count.variable);
  const entries = count.entries ?? Math.floor(length / count.stride);
  if (count.at + count.bytes > count.stride) throw new RangeError(`an entry of ${name} is smaller than that`);
  if (entries * count.stride > length) throw new RangeError(`${name} holds fewer than ${entries} entries`);
  const inUse = entriesIn(count.countIn, entries, find);
  const counted = (read: ReadMemory): number => {
    const table = read(address, inUse(read) * count.stride);
    let found = 0;
    for (let at = count.at; at < table.length; at += count.stride)
      if (compare[count.op](littleEndian(table.subarray(at, at + count.bytes)), count.reference)) found++;
    return found;
  };
  return measured(counted, measurement, (value) => compare[op](value, reference));
};

const measured = (
  amount: (read: ReadMemory) => number,
  measurement: 'absolute' | 'delta' | undefined,
  holds: (value: number, read: ReadMemory) => boolean,
): Check => {
  let base = 0;
  return {
    begin: (read) => {
      if (measurement === 'delta') base = amount(read);
    },
    holds: (read) => holds(amount(read) - base, read),
  };
};

const bitsCheck = (condition: Fixed<Bits>, find: FindVariable): Check => {
  const { address, length, name } = find(condition.variable);
  const bitsSet = 'bitsSet' in condition ? condition.bitsSet : [];
  const bitsClear = condition.bitsClear ?? [];
  for (const bit of [...bitsSet, ...bitsClear])
    if (bit >= 8 * length) throw new RangeError(`${name} has no bit ${bit}`);
  const isSet = (bytes: Uint8Array, bit: number): boolean => ((bytes[bit >> 3]! >> (bit & 7)) & 1) === 1;
  return {
    begin: () => {},
    holds: (read) => {
      const bytes = read(address, length);
      return bitsSet.every((bit) => isSet(bytes, bit)) && !bitsClear.some((bit) => isSet(bytes, bit));
    },
  };
};

/** How far the goal is by the scenario's own measure. */
export const distanceOf = (progress: Fixed<Progress>, find: FindVariable): ((read: ReadMemory) => number) => {
  const terms = progress.terms.map((term) => termOf(term, find));
  return (read) => terms.reduce((sum, term) => sum + term(read), 0);
};

const termOf = (
  term: Fixed<Progress>['terms'][number],
  find: FindVariable,
): ((read: ReadMemory) => number) => {
  const { weight } = term;
  if ('unless' in term) {
    const check = checkOf(term.unless, find);
    return (read) => (check.holds(read) ? 0 : weight);
  }
  const { target, when } = term;
  const amount = amountIn(term, find);
  const counts = when && checkOf(when, find);
  return (read) => {
    if (counts && !counts.holds(read)) return 0;
    const value = amount(read);
    return weight * (target === undefined ? value : Math.abs(value - target));
  };
};
