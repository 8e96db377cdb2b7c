const two = (value: number): string => String(value).padStart(2, '0');

/** The computer's own date at a time, `2026-01-31`. */
export const localDay = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
