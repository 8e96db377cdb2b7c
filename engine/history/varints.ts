/**
 * Whole numbers as variable-length bytes (LEB128, as in protocol buffers): seven bits a byte, the lowest first,
 * the top bit set where more follow.
 */

/** Numbers from 0 to 2^53. */
export const writeVarints = (numbers: ArrayLike<number>): Uint8Array => {
  const bytes = new Uint8Array(numbers.length * 8);
  let at = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    let rest = numbers[index]!;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[at++] = (rest % 0x80) | 0x80;
    bytes[at++] = rest;
  }
  return bytes.slice(0, at);
};

/** What {@link writeVarints} wrote; a number that is cut off at the end is left out. */
export const readVarints = (bytes: Uint8Array): number[] => {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte & 0x7f) * scale;
    if (byte & 0x80) scale *= 0x80;
    else {
      numbers.push(value);
      value = 0;
      scale = 1;
    }
  }
  return numbers;
};

/** Small numbers of either sign as small numbers: 0, −1, 1, −2, 2 … become 0, 1, 2, 3, 4 … */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
export const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);
