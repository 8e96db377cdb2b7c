/**
 * Readers for answers that promise a type and keep it most of the time: what is missing, empty, of another type or
 * beyond belief is null, which everything here takes for "unknown".
 */
const emptyWords =
  /^(unknown|none|n\/a|to be filled by o\.?e\.?m\.?|default string|not specified|undefined|null)$/i;

/** Longest name that is kept. */
const longest = 200;

export const knownText = (given: unknown): string | null => {
  if (typeof given !== 'string') return null;
  // Control characters have no business in a name that is shown in a terminal.
  const text = given.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return text === '' || emptyWords.test(text) ? null : text.slice(0, longest);
};

/** A number above zero and up to `most`. */
export const knownAmount = (given: unknown, most: number): number | null =>
  typeof given === 'number' && Number.isFinite(given) && given > 0 && given <= most ? given : null;

export const knownFlag = (given: unknown): boolean | null => (typeof given === 'boolean' ? given : null);

export const knownList = (given: unknown): Record<string, unknown>[] =>
  Array.isArray(given)
    ? given.filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null)
    : [];

/** An object's fields, none where it is no object. */
export const fieldsOf = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
