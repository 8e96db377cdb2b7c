import { type Problem, problemOf, problemSchema } from '../protocol/errors.ts';

/**
 * The problem inside anything thrown, also when it was thrown by native code or came over a pipe and so is
 * no `EeveeError` any more but only shaped like one.
 */
export const problemFrom = (error: unknown): Problem => {
  const carried = problemSchema.safeParse((error as { problem?: unknown } | null)?.problem);
  return carried.success ? carried.data : problemOf(error);
};
