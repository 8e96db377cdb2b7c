import { isIPv6 } from 'node:net';
import type { SecretKind } from '../../../protocol/feedback-words.ts';
import type { Secrets } from './secrets.ts';
import { anySeparator, escaped, everySpelling, wordBegins, wordEnds } from './spellings.ts';

/** Finds one kind of secret. */
export interface Rule {
  kind: SecretKind;
  find: RegExp;
  /** The part of what was found that is the secret; default: all of it. Null: it is none. */
  secret?: (found: string) => string | null;
  /** What makes two findings the same secret; default: the text without regard to case. */
  same?: (secret: string) => string;
}

const separator = anySeparator;
/** A part of a path: all that no separator, quote, bracket, blank or line end is. */
const segment = '(?:(?!%(?:25)*(?:2f|5c|22|0a|0d|3a%(?:25)*2f))[^\\s"\'`<>|*?:;,()\\[\\]{}\\\\/])+';
/** Further parts; one that begins after a blank counts where a separator follows in its word (`My Games/rom.gb`). */
const further = `(?:${separator}${segment}(?:(?: ${segment}){1,3}(?=${separator}${segment}))?)`;
const pathTail = `(?:${segment}(?:(?: ${segment}){1,3}(?=${separator}${segment}))?${further}*${separator}?)`;

/** Addresses of our own API and documentation look like paths and tell nothing. */
const ownAddress = /^\/(?:v1|docs|assets)(?:[/\s]|$)/;

const pathRules: Rule[] = [
  { kind: 'path', find: new RegExp(`\\bfile(?::|%(?:25)*3a)${separator}{2,3}${pathTail}`, 'giu') },
  // C:\Users\…, C:/Users/…, C%3A%5CUsers…
  {
    kind: 'path',
    find: new RegExp(`(?<![\\p{L}\\p{N}])[a-z](?::|%(?:25)*3a)${separator}${pathTail}?`, 'giu'),
  },
  // \\server\share, however often it was escaped
  {
    kind: 'path',
    find: new RegExp(
      `(?<![\\\\\\p{L}\\p{N}:])(?:\\\\{2,8}|(?:%(?:25)*5c){2})${segment}${separator}${pathTail}`,
      'giu',
    ),
  },
  // ~/…, ~anna/…
  { kind: 'path', find: new RegExp(`(?<![\\p{L}\\p{N}/])~[\\p{L}\\p{N}._-]*${separator}${pathTail}`, 'giu') },
  // /home/…, %2Fhome%2F…, \/home\/…
  {
    kind: 'path',
    find: new RegExp(
      `(?:(?<![\\p{L}\\p{N}\\]<.~/\\\\%])|(?<=\\\\[nrt]))(?:\\\\{0,4}\\/|%(?:25)*2f)${segment}(?:(?: ${segment}){1,3}(?=(?:\\/|%(?:25)*2f)))?${further}+${separator}?`,
      'giu',
    ),
    secret: (found) => (ownAddress.test(found) ? null : found),
  },
];

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
/** This very machine, or none: the same everywhere. */
const loopback = /^(?:127\.|0\.0\.0\.0$|::1?$)/;
const shapes: Rule[] = [
  { kind: 'email', find: /[\p{L}\p{N}._%+-]+(?:@|%(?:25)*40)(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/giu },
  { kind: 'token', find: /(?<=\b(?:bearer|basic)\s{1,3})[\w.~+/=-]{8,}/giu },
  { kind: 'token', find: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/gu },
  // A name that says that a secret follows, in JSON, a query or an environment.
  {
    kind: 'token',
    find: /(?<=(?:token|secret|passw(?:or)?d|passphrase|api_?key|authorization|cookie)[\\"']{0,4}\s?[=:]\s?[\\"']{0,4})[^\s"'\\&,;[\]{}]{4,}/giu,
  },
  { kind: 'id', find: /(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/giu },
  {
    kind: 'id',
    find: /(?<=\b(?:serial(?:[ _-]?(?:number|no\.?))?|s\/n|uuid|machine[ _-]?id)[\\"']{0,4}\s?[=:#]?\s?[\\"']{0,4})(?=[\w-]*\d)[\w-]{5,}/giu,
  },
  { kind: 'address', find: /(?<![0-9a-f:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![0-9a-f:-])/giu },
  {
    kind: 'address',
    find: new RegExp(`(?<![\\d.])(?:${octet}\\.){3}${octet}(?![\\d]|\\.\\d)`, 'gu'),
    secret: (found) => (loopback.test(found) ? null : found),
  },
  {
    kind: 'address',
    find: /(?<![\p{L}\p{N}:])[0-9a-f:]*:[0-9a-f:]*(?![\p{L}\p{N}:])/giu,
    secret: (found) => (isIPv6(found) && !loopback.test(found) ? found : null),
  },
  // Long and random: letters of both cases and digits, or nothing but hexadecimal digits.
  {
    kind: 'token',
    find: /(?<![\w-])[\w-]{24,}={0,2}(?![\w-])/gu,
    secret: (found) =>
      (/[a-z]/.test(found) && /[A-Z]/.test(found) && (found.match(/\d/g)?.length ?? 0) >= 2) ||
      /^(?=.*\d)[0-9a-f]{32,}$/i.test(found)
        ? found
        : null,
  },
];

/** Paths are the same whatever their spelling: case, doubled backslashes, percent signs. */
const samePath = (path: string): string => {
  let plain = path;
  for (let round = 0; round < 3 && plain.includes('%'); round += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      break;
    }
  }
  return plain
    .replace(/^file:\/{2,3}/i, '/')
    .replaceAll(/[\\/]+/g, '/')
    .replace(/\/$/, '')
    .normalize('NFC')
    .toLowerCase();
};

const literal = (kind: SecretKind, text: string): Rule => ({
  kind,
  find: new RegExp(everySpelling(text), 'giu'),
  same: () => text.normalize('NFC').toLowerCase(),
});

/** A name or host: a word of its own, never letters inside another. */
const word = (kind: SecretKind, text: string): Rule => ({
  kind,
  find: new RegExp(`(?:${wordBegins})${everySpelling(text)}${wordEnds}`, 'giu'),
  same: () => text.normalize('NFC').toLowerCase(),
});

const longestFirst = (texts: readonly string[]): string[] => [...texts].sort((a, b) => b.length - a.length);

/** `NAME=value` with the value that this environment has. */
const environmentRules = (environment: Secrets['environment']): Rule[] =>
  Object.entries(environment)
    .filter(([, value]) => value.length >= 2)
    .map(([name, value]) => ({
      kind: 'environment',
      find: new RegExp(`(?<=(?<!\\w)${escaped(name)}=)${escaped(value)}`, 'gu'),
      same: () => `${name}=${value}`,
    }));

/** Every rule, in the order in which they are applied: the most certain first. */
export const rulesFor = (secrets: Secrets): Rule[] => [
  ...longestFirst(secrets.tokens).map((text) => literal('token', text)),
  ...environmentRules(secrets.environment),
  ...shapes.slice(0, 1),
  ...pathRules.map((rule) => ({ ...rule, same: samePath })),
  ...longestFirst(secrets.folders).map((text) => ({ ...literal('path', text), same: samePath })),
  ...shapes.slice(1),
  ...longestFirst(secrets.hosts).map((text) => word('host', text)),
  ...longestFirst(secrets.names).map((text) => word('name', text)),
];
