import { type RunResult, runResultSchema } from '../../protocol/benchmark-run.ts';
import { EeveeError } from '../../protocol/errors.ts';

/** Other files of a run, by what gives them away. */
const others: [string, (content: Record<string, unknown>) => boolean][] = [
  ['the figures for comparisons', ({ format }) => format === 'eevee-run-figures'],
  ['only the beginning of a run', ({ format, total }) => format === 'eevee-bench-1' && total === undefined],
];

/**
 * A result that came from elsewhere, checked. Throws `resource.run-broken`, which says what the file is instead or
 * which field is wrong.
 */
export const importedRun = (content: unknown, name: string): RunResult => {
  const parsed = runResultSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const fields = (typeof content === 'object' && content !== null ? content : {}) as Record<string, unknown>;
  const other = others.find(([, is]) => is(fields))?.[0];
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const what =
    other === undefined ? `${field === '' ? '' : `${field}: `}${issue?.message}` : `it holds ${other}`;
  throw new EeveeError({
    code: 'resource.run-broken',
    message: `“${name}” is no result of a benchmark: ${what}.`,
    remedy: 'Choose the file result.json of a run.',
    ...(field === '' || other !== undefined ? {} : { field }),
  });
};
