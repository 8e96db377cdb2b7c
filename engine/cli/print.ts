import { writeFileSync } from 'node:fs';
import type { Notice } from '../../protocol/sessions.ts';
import { problemFrom } from '../problem.ts';

/** One line for the user; figures and answers go here. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);
/** One line beside the answer: progress, warnings. */
export const note = (text: string): void => void process.stderr.write(`${text}\n`);

/** An error in words: what was wrong, what to do, what was tried, what would mend it. */
export const printProblem = (error: unknown): void => {
  const { code, message, remedy, tried, command, allowed, autosave } = problemFrom(error);
  note(`Error: ${message}`);
  if (allowed?.length) note(`  Allowed: ${allowed.join(', ')}`);
  for (const path of tried ?? []) note(`  Tried:   ${path}`);
  note(`  ${remedy}`);
  if (command) note(`  Command: ${command}`);
  if (autosave) note(`  Saved:   ${autosave}`);
  note(`  (${code})`);
};

/** What the engine has to tell the user anyway. */
export const printNotice = ({ level, message, remedy }: Notice): void =>
  note(
    `${level === 'info' ? 'Note' : level === 'warning' ? 'Warning' : 'Error'}: ${message}${remedy ? ` ${remedy}` : ''}`,
  );

/** Writes the result to a file, or to standard output for "-". */
export const writeJson = (path: string | undefined, result: unknown): void => {
  if (path === undefined) return;
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (path === '-') process.stdout.write(text);
  else writeFileSync(path, text);
};
