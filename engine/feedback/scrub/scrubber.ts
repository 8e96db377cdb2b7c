import type { Removal } from '../../../protocol/feedback.ts';
import { type SecretKind, secretKinds } from '../../../protocol/feedback-words.ts';
import { type Rule, rulesFor } from './rules.ts';
import type { Secrets } from './secrets.ts';
import { everySpelling } from './spellings.ts';

/** A text without secrets, and what was taken out of it. */
export interface Scrubbed {
  text: string;
  removed: Removal[];
}

/** A placeholder; below the program's folder, with the file that it names. */
const placeholder = new RegExp(
  `\\[(?:(${secretKinds.join('|')})-(\\d+)\\]|app\\](?:[\\\\/]+(?!\\.\\.)[\\w.@-]+)*)`,
  'g',
);
/** A replacement may lay open another secret beside it; texts settle after two rounds, nonsense after a few. */
const mostRounds = 12;

/**
 * Takes secrets out of texts. Each gets a placeholder, the same wherever it stands in the texts of one scrubber:
 * `[path-1]`, `[name-2]`. Paths of the program itself become `[app]/…`, which tells nothing of its user. Scrubbing
 * a scrubbed text changes nothing.
 */
export class Scrubber {
  readonly #rules: Rule[];
  readonly #app: RegExp | null;
  readonly #known = new Map<string, string>();
  readonly #last = new Map<SecretKind, number>();

  constructor(secrets: Secrets) {
    this.#rules = rulesFor(secrets);
    this.#app =
      secrets.app === ''
        ? null
        : new RegExp(`(?:file:\\/\\/)?${everySpelling(secrets.app)}(?=[\\\\/]|%)`, 'giu');
  }

  scrub(text: string): Scrubbed {
    this.#heed(text);
    let clean = text;
    for (let round = 0; round < mostRounds; round += 1) {
      const before = clean;
      clean = this.#once(before);
      if (clean === before) break;
    }
    return { text: clean, removed: removalsIn(clean) };
  }

  #once(text: string): string {
    let clean = text;
    const app = this.#app;
    if (app) clean = outsidePlaceholders(clean, (part) => part.replaceAll(app, '[app]'));
    for (const rule of this.#rules) clean = outsidePlaceholders(clean, (part) => this.#apply(rule, part));
    return clean;
  }

  #apply({ kind, find, secret, same }: Rule, text: string): string {
    return text.replace(find, (found) => {
      const taken = secret ? secret(found) : found;
      if (taken === null || taken === '') return found;
      // The full stop after a path ends the sentence.
      const stop = kind === 'path' ? (/[.!]+$/.exec(found)?.[0] ?? '') : '';
      const identity = (same ?? ((each: string) => each.toLowerCase()))(
        taken.slice(0, taken.length - stop.length),
      );
      return this.#placeholder(kind, identity) + stop;
    });
  }

  #placeholder(kind: SecretKind, identity: string): string {
    const key = `${kind}\0${identity}`;
    const known = this.#known.get(key);
    if (known) return known;
    const number = (this.#last.get(kind) ?? 0) + 1;
    this.#last.set(kind, number);
    const made = `[${kind}-${number}]`;
    this.#known.set(key, made);
    return made;
  }

  /** Numbers that a text already uses are not given to another secret. */
  #heed(text: string): void {
    for (const [, kind, number] of text.matchAll(placeholder)) {
      if (!kind) continue;
      const last = this.#last.get(kind as SecretKind) ?? 0;
      this.#last.set(kind as SecretKind, Math.max(last, Number(number)));
    }
  }
}

/** Applies a change to what stands between the placeholders. */
const outsidePlaceholders = (text: string, change: (part: string) => string): string => {
  let result = '';
  let at = 0;
  for (const found of text.matchAll(placeholder)) {
    result += change(text.slice(at, found.index)) + found[0];
    at = found.index + found[0].length;
  }
  return result + change(text.slice(at));
};

/** Every placeholder in a text, in the order of their first place. */
export const removalsIn = (text: string): Removal[] => {
  const removals = new Map<string, Removal>();
  for (const [whole, kind] of text.matchAll(placeholder)) {
    if (!kind) continue;
    const removal = removals.get(whole) ?? { placeholder: whole, kind: kind as SecretKind, times: 0 };
    removal.times += 1;
    removals.set(whole, removal);
  }
  return [...removals.values()];
};
