import { z } from 'zod';

/**
 * Every error that a user can meet. `configuration.*`: something given was wrong (which field, which value,
 * what is allowed). `resource.*`: something needed is missing or broken (what, and how to get it).
 */
export const errorCodes = [
  'configuration.invalid',
  'configuration.unknown-game',
  'configuration.unknown-goal',
  'configuration.unknown-setting',
  'configuration.locked',
  'resource.core-missing',
  'resource.core-architecture',
  'resource.core-invalid',
  'resource.core-busy',
  'resource.rom-missing',
  'resource.rom-empty',
  'resource.rom-truncated',
  'resource.rom-system',
  'resource.rom-checksum',
  'resource.rom-too-large',
  'resource.rom-rejected',
  'resource.rom-changed',
  'resource.rom-archive',
  'resource.model-missing',
  'resource.model-invalid',
  'resource.state-missing',
  'resource.state-exists',
  'resource.state-foreign',
  'resource.state-broken',
  'resource.port-taken',
  'resource.folder-read-only',
  'resource.disk-full',
  'resource.database-newer',
  'resource.database-broken',
  'resource.backup-missing',
  'resource.addon-missing',
  'resource.folder-in-use',
  'resource.display-missing',
  'resource.window-missing',
  'resource.window-gone',
  'resource.frames-missing',
  'resource.frames-broken',
  'resource.frame-invalid',
  'resource.run-missing',
  'resource.run-broken',
  'resource.run-busy',
  'resource.run-unfinished',
  'resource.benchmarks-missing',
  'resource.baseline-foreign',
  'library.not-found',
  'session.not-found',
  'session.ended',
  'session.too-many',
  'session.wrong-state',
  'session.core-crashed',
  'session.core-hung',
  'session.process-died',
  'feedback.not-found',
  'feedback.wrong-state',
  'feedback.incomplete',
  'feedback.too-long',
  'feedback.too-large',
  'feedback.changed',
  'feedback.no-hub',
  'feedback.attachment-missing',
  'feedback.attachment-invalid',
  'access.no-token',
  'access.wrong-token',
  'access.origin',
  'access.host',
  'request.not-found',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const problemSchema = z.object({
  code: z.enum(errorCodes),
  /** What was wrong, in a sentence that names the thing. */
  message: z.string(),
  /** What to do next, in a sentence. */
  remedy: z.string(),
  /** The field of the request or configuration that is at fault. */
  field: z.string().optional(),
  /** The value that was refused (never a secret). */
  value: z.unknown().optional(),
  /** What would be accepted. */
  allowed: z.array(z.unknown()).optional(),
  /** Each place that was looked at, in order. */
  tried: z.array(z.string()).optional(),
  /** A command that mends it. */
  command: z.string().optional(),
  /** What can be resumed: the path of the last autosave. */
  autosave: z.string().optional(),
});
/** An error as it crosses a process border. */
export type Problem = z.infer<typeof problemSchema>;

/** An error that carries a {@link Problem}; every room throws this and nothing else on bad input. */
export class EeveeError extends Error {
  override readonly name = 'EeveeError';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }
}

/** The problem inside anything thrown; an unknown error becomes `internal`. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof EeveeError) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message, remedy: 'Please report this with the log file.' };
};
