import { readFileSync } from 'node:fs';
import { EeveeError } from '../../protocol/errors.ts';
import { type RunFigures, runFiguresSchema } from './schemas.ts';

const broken = (path: string, what: string, field?: string): EeveeError =>
  new EeveeError({
    code: 'resource.run-broken',
    message: `${path} holds no figures of a run: ${what}.`,
    remedy: 'Measure the run again, or give a file that a benchmark wrote.',
    ...(field ? { field } : {}),
  });

/** Reads a run or a baseline. Throws `resource.run-missing` or `resource.run-broken` with the field at fault. */
export const readRun = (path: string): RunFigures => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new EeveeError(
      {
        code: 'resource.run-missing',
        message: `The run ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
        remedy: 'Give the path of a JSON file that a benchmark wrote.',
      },
      { cause: error },
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken(path, 'it is not JSON, or was cut off while being written');
  }
  const parsed = runFiguresSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw broken(path, `${field === '' ? '' : `${field}: `}${issue?.message}`, field);
};
