/** Whole numbers with thousands apart: 12,345. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** Microseconds as milliseconds with as many digits as help: 0.042 ms, 1.3 ms, 16 ms. */
export const milliseconds = (us: number): string => {
  const ms = us / 1000;
  const digits = ms < 0.1 ? 3 : ms < 10 ? 2 : 0;
  return `${ms.toFixed(digits)} ms`;
};

/** Microseconds for a table: one digit after the point below ten. */
export const microseconds = (us: number): string => (us < 10 ? us.toFixed(1) : whole(us));

/** A share, 0–1, as percent. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Memory, in the unit people know from their task manager. */
export const memory = (bytes: number): string => {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes < 1024 ? `${Math.round(mebibytes)} MB` : `${(mebibytes / 1024).toFixed(1)} GB`;
};

/** Room on a disk, in powers of ten as disks are sold: 12 kB, 3.4 MB, 120 GB. */
export const diskSpace = (bytes: number): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
};

/** Frames a second: 59.7. */
export const rate = (fps: number): string => fps.toFixed(1);

/** A value at a plot's mark: three digits that count. */
export const few = (value: number): string => String(+value.toPrecision(3));

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds that went by, as a clock shows them: 0:59, 1:07, 1:02:03. A second counts once it is over. */
export const elapsed = (seconds: number): string => {
  const full = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(full / 3600), Math.floor(full / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(full % 60)}` : `${minutes}:${two(full % 60)}`;
};

/** Frames of a game as the time they took to play at its own speed, as `elapsed` shows it. */
export const playTime = (frames: number): string => elapsed(frames / 60);

/** A moment, in the user's own time: Nov 22, 2026, 7:41 AM. */
export const moment = (iso: string): string =>
  new Date(iso).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });

/** What a clock on the wall shows then: 07:41, and 00:05 after midnight. */
export const timeOfDay = (iso: string): string =>
  new Date(iso).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The same to the second: 07:41:08. */
export const secondOfDay = (iso: string): string =>
  new Date(iso).toLocaleTimeString('en', { timeStyle: 'medium', hourCycle: 'h23' });
