/** Rounded to a thousandth: finer than anything that is measured, and a third of the digits. Not measured: null. */
export const toThousandth = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 1000) / 1000;
