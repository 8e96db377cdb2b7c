const units: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];
const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago a moment was: "3 minutes ago", "yesterday". A clock that was set back makes it "just now". */
export const ago = (iso: string, now = Date.now()): string => {
  const seconds = (now - Date.parse(iso)) / 1000;
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? ['second', 1];
  return unit === 'second' ? 'just now' : words.format(-Math.floor(seconds / length), unit);
};
