const firstMs = 5_000;
const mostMs = 60 * 60 * 1000;
/** No hub may put an item off for longer. */
export const longestWaitMs = 24 * 60 * 60 * 1000;

/**
 * Milliseconds until the next try: doubling from five seconds to an hour, a random half of it taken off so that
 * many who failed together do not come back together. `random`: 0–1.
 */
export const backOff = (tries: number, random: number): number => {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.min(20, Math.max(0, tries - 1)));
  return Math.round(whole * (0.5 + random / 2));
};

/**
 * What `Retry-After` asks for in milliseconds: seconds or a date (RFC 9110, 10.2.3); null without one that can be
 * read. Never more than a day, never less than nothing.
 */
export const retryAfterMs = (header: string | null, now: number): number | null => {
  if (header === null || header.trim() === '') return null;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? null : Math.min(longestWaitMs, Math.max(0, ms));
};
