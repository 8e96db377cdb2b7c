import { type RunResult, runResultSchema } from '../../protocol/benchmark-run.ts';
import { EeveeError } from '../../protocol/errors.ts';

/** Other files of a run, by what gives them away. */
const others: [string, (content: Record<string, unknown>) => boolean][] = [
  ['the figures for comparisons', ({ format }) => format === 'eevee-run-figures'],
  ['only the beginning of a run', ({ format, total }) => format === 'eevee-bench-1' && total === undefined],
];

const refusal = (message: string, field = ''): EeveeError =>
  new EeveeError({
    code: 'resource.run-broken',
    message,
    remedy: 'Choose the file result.json of a run.',
    ...(field === '' ? {} : { field }),
  });

const parse = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(`“${name}” is not JSON, or was cut off.`);
  }
};

/**
 * A result that came from elsewhere, from the text of its file, checked. Throws `resource.run-broken`, which says what
 * the file is instead or which field is wrong.
 */
export const importedRun = (text: string, name: string): RunResult => {
  const content = parse(text, name);
  const parsed = runResultSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const fields = (typeof content === 'object' && content !== null ? content : {}) as Record<string, unknown>;
  const other = others.find(([, is]) => is(fields))?.[0];
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const what =
    other === undefined ? `${field === '' ? '' : `${field}: `}${issue?.message}` : `it holds ${other}`;
  throw refusal(`“${name}” is no result of a benchmark: ${what}.`, other === undefined ? field : '');
};
