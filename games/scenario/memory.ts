import type { Variable } from '../schemas.ts';
import type { Fixed } from './draw.ts';
import type { Amount } from './schema.ts';

/** Bytes of the game's memory at an address, as the emulated processor sees it. */
export type ReadMemory = (address: number, length: number) => Uint8Array;
/** A variable of the game's memory map by its name. Throws for a name that it lacks. */
export type FindVariable = (name: string) => Variable;

/** The number that bytes stand for, low byte first. */
export const littleEndian = (bytes: Uint8Array): number => {
  let value = 0;
  for (let i = bytes.length - 1; i >= 0; i--) value = value * 256 + bytes[i]!;
  return value;
};

/** The bytes of a number, low byte first; what does not fit is cut off. */
export const toLittleEndian = (value: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) & 0xff);

/** How many entries of a table count: as many as a variable says, and no more than fit. */
export const entriesIn = (
  countIn: string | undefined,
  fitting: number,
  find: FindVariable,
): ((read: ReadMemory) => number) => {
  if (countIn === undefined) return () => fitting;
  const { address, length } = find(countIn);
  return (read) => Math.min(fitting, littleEndian(read(address, length)));
};

/** The largest whole variable that makes one number. */
const widestNumber = 6;

/**
 * A look at a number in memory, prepared once. Throws RangeError where the number does not lie within its
 * variable: the caller knows the file and the field.
 */
export const amountIn = (amount: Fixed<Amount>, find: FindVariable): ((read: ReadMemory) => number) => {
  const { address, length, name } = find(amount.variable);
  const { entry } = amount;
  if (entry) {
    const bytes = amount.bytes ?? 1;
    const fitting = Math.floor(length / entry.stride);
    const entries = entriesIn(entry.countIn, fitting, find);
    if (entry.at + bytes > entry.stride)
      throw new RangeError(`an entry of ${name} ends after ${entry.stride} bytes`);
    return (read) => {
      const table = read(address, length);
      for (let i = 0, end = entries(read); i < end; i++) {
        const at = i * entry.stride;
        if (table[at] === entry.key)
          return littleEndian(table.subarray(at + entry.at, at + entry.at + bytes));
      }
      return 0;
    };
  }
  const offset = amount.offset ?? 0;
  const bytes = amount.bytes ?? (amount.offset === undefined ? length : 1);
  if (bytes > widestNumber)
    throw new RangeError(`${name} has ${length} bytes: say which of them with "offset"`);
  if (offset + bytes > length) throw new RangeError(`${name} ends after ${length} bytes`);
  return (read) => littleEndian(read(address + offset, bytes));
};
