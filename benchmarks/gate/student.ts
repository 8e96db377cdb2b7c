/** Two-sided 95% quantiles of Student's t distribution for 1 to 30 degrees of freedom, from its usual tables. */
const table = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];
const normal = 1.959964;

/** The factor that makes a 95% interval of a standard error with so many degrees of freedom. */
export const student95 = (degrees: number): number => {
  const known = table[Math.floor(degrees) - 1];
  // Beyond the table the first term of the expansion in 1/n is right to three digits.
  return known ?? normal + (normal ** 3 + normal) / (4 * degrees);
};
