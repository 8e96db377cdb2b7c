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

/** Frames a second: 59.7. */
export const rate = (fps: number): string => fps.toFixed(1);
