/**
 * Errors of the addon's doors. They have the shape of `Problem` in protocol/errors.ts, which this folder may
 * not import; whoever catches one finds the same `problem` property on errors thrown here and in C++.
 */
export interface NativeProblem {
  code: string;
  message: string;
  remedy: string;
  field?: string;
  value?: unknown;
  allowed?: unknown[];
  tried?: string[];
  command?: string;
}

/** An error that carries a problem. */
export class NativeError extends Error {
  override readonly name = 'EeveeError';
  readonly problem: NativeProblem;

  constructor(problem: NativeProblem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }
}

/** `configuration.invalid`: a value given at the door is not what the door takes. */
export const invalid = (field: string, value: unknown, wanted: string): NativeError =>
  new NativeError({
    code: 'configuration.invalid',
    message: `${field} is ${describe(value)}; it must be ${wanted}.`,
    remedy: `Give ${field} as ${wanted}.`,
    field,
    value: typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : value,
  });

const describe = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
};
