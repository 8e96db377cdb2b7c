import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, type CaseFile, caseFileSchema, caseSchema } from '../../protocol/cases.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { writeProblem } from '../data-folder.ts';

const recordName = 'case.json';

/**
 * Writes a case into a folder of its own, whole or not at all: until everything is there the folder has another name.
 * Throws `resource.disk-full` or `resource.folder-read-only`.
 */
export const writeCase = (folder: string, record: Case, files: Record<string, Uint8Array>): void => {
  const draft = `${folder}.part`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    for (const [name, bytes] of Object.entries(files))
      writeFileSync(join(draft, name), bytes, { mode: 0o600 });
    putRecord(draft, record);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const problem = writeProblem(error, folder);
    throw problem ? new EeveeError(problem, { cause: error }) : error;
  }
};

const putRecord = (folder: string, record: Case): void =>
  writeFileSync(join(folder, recordName), `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });

/** Replaces a case's record, its files staying as they are. */
export const rewriteRecord = (folder: string, record: Case): void => {
  putRecord(folder, caseSchema.parse(record));
};

/** The case in a folder. Throws `configuration.invalid` where there is none, or a broken one. */
export const readCase = (folder: string): Case => {
  try {
    return caseSchema.parse(JSON.parse(readFileSync(join(folder, recordName), 'utf8')));
  } catch (cause) {
    throw noCase(folder, 'is no folder of a case', cause);
  }
};

/** The cases in the data folder, newest first; folders that hold none are passed over. */
export const listCases = (casesFolder: string): Case[] =>
  readdirSync(casesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-z]{12}$/.test(entry.name))
    .flatMap(({ name }) => {
      try {
        return [readCase(join(casesFolder, name))];
      } catch {
        return [];
      }
    })
    .sort((a, b) => b.at.localeCompare(a.at));

/** A case with its files as one. Throws `configuration.invalid`. */
export const packCase = (folder: string): CaseFile => {
  const record = readCase(folder);
  try {
    const files = record.files.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);
    return {
      format: 'eevee-case-file-1',
      case: record,
      files: Object.fromEntries(files) as CaseFile['files'],
    };
  } catch (cause) {
    throw noCase(folder, 'lacks a file', cause);
  }
};

/** Lays a case that came as one file out in a folder. Throws `configuration.invalid`. */
export const unpackCase = (path: string, folder: string): Case => {
  let packed: CaseFile;
  try {
    packed = caseFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw noCase(path, 'is no case', cause);
  }
  const files = Object.entries(packed.files).map(([name, text]) => [name, Buffer.from(text, 'base64')]);
  writeCase(folder, packed.case, Object.fromEntries(files) as Record<string, Uint8Array>);
  return packed.case;
};

const noCase = (path: string, fault: string, cause: unknown): EeveeError =>
  new EeveeError(
    {
      code: 'configuration.invalid',
      message: `${path} ${fault} (${cause instanceof Error ? cause.message.split('\n')[0]?.slice(0, 120) : cause}).`,
      remedy: 'Give a file that “GET /v1/cases/:id/export” gave, or the folder of a case.',
      field: 'case',
      value: path,
    },
    { cause },
  );
