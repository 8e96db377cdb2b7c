import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scrubber } from './scrubber.ts';
import { type Secrets, secretsOfThisComputer } from './secrets.ts';

const secrets: Secrets = {
  names: ['anna', 'Zoë Müller', 'li', 'Ольга'],
  hosts: ['annas-laptop', 'büro-7'],
  folders: ['/home/anna', '/srv/spiele/eevee'],
  app: '/opt/eevee',
  tokens: ['launch-token-0123'],
  environment: { MAIL_DOMAIN: 'intern.example', LANG: 'C' },
};
const scrub = (text: string): string => new Scrubber(secrets).scrub(text).text;

const jsonEscaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const allEscaped = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
/** Spellings in which a secret turns up in logs and settings. */
const spellings: Record<string, (text: string) => string> = {
  plain: (text) => text,
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  'in JSON': jsonEscaped,
  'in JSON in JSON': (text) => jsonEscaped(jsonEscaped(text)),
  'in JSON, ASCII only': allEscaped,
  'in a URL': encodeURIComponent,
  'in a URL in a URL': (text) => encodeURIComponent(encodeURIComponent(text)),
  decomposed: (text) => text.normalize('NFD'),
};
const spelling = fc.constantFrom(...Object.keys(spellings)).map((name) => spellings[name] ?? String);
/** Words around a secret; none is a secret itself. */
const around = fc.constantFrom(
  '',
  ' ',
  'the state of ',
  '"',
  '{"msg":"',
  '(',
  'at\t',
  'x=',
  '→ ',
  '\n',
  ', ',
);
const after = fc.constantFrom('', ' ', '"', '"}', ')', ', then', '\n', ' is full.', ';', '…');

/** What is left of a text, whatever its spelling. */
const decoded = (text: string): string => {
  let plain = text;
  for (let i = 0; i < 3; i++) {
    plain = plain
      .replaceAll(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
        try {
          return decodeURIComponent(run);
        } catch {
          return run;
        }
      });
  }
  return plain.normalize('NFC').toLowerCase();
};

describe('what must not leave', () => {
  test('names and hosts, in any spelling and any surroundings', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets.names, ...secrets.hosts),
        spelling,
        around,
        after,
        (secret, spell, before, behind) => {
          const clean = scrub(before + spell(secret) + behind);
          expect(clean).toMatch(/\[(name|host)-1\]/);
          expect(decoded(clean)).not.toContain(secret.normalize('NFC').toLowerCase());
        },
      ),
      { numRuns: 500 },
    );
  });

  const folder = fc.stringMatching(/^[A-Za-zäöüéñłЖ日][A-Za-z0-9äöüéñłЖ日._-]{0,11}$/);
  const paths = {
    Linux: fc
      .tuple(fc.constantFrom('/home', '/media/x', '/mnt', '/data'), folder, folder)
      .map((p) => p.join('/')),
    macOS: fc
      .tuple(folder, folder)
      .map(([user, file]) => `/Users/${user}/Library/Application Support/${file}/x`),
    Windows: fc
      .tuple(fc.constantFrom('C', 'd'), folder, folder)
      .map(([drive, user, file]) => `${drive}:\\Users\\${user}\\${file}`),
    share: fc.tuple(folder, folder, folder).map(([host, share, file]) => `\\\\${host}\\${share}\\${file}`),
    'file URL': fc.tuple(folder, folder).map(([user, file]) => `file:///home/${user}/${file}`),
  };
  test.each(Object.entries(paths))('paths: %s', (_, path) => {
    const pathSpelling = fc.constantFrom(
      ...['plain', 'upper', 'in JSON', 'in JSON in JSON', 'in a URL', 'in a URL in a URL', 'decomposed'],
    );
    fc.assert(
      fc.property(path, pathSpelling, around, after, (secret, name, before, behind) => {
        const clean = scrub(before + (spellings[name] ?? String)(secret) + behind);
        const parts = secret.split(/[\\/]+/).filter((part) => part.length > 3 && !part.endsWith(':'));
        for (const part of parts) expect(decoded(clean)).not.toContain(part.normalize('NFC').toLowerCase());
        expect(clean).toContain('[path-1]');
      }),
      { numRuns: 500 },
    );
  });

  const hex = (length: number) =>
    fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
      .map((c) => c.join(''));
  const shapes = {
    'e-mail addresses': fc.emailAddress().filter((mail) => /^[\w.+-]+@/.test(mail)),
    'IPv4 addresses': fc.ipV4().filter((ip) => !/^(127\.|0\.0\.0\.0$)/.test(ip)),
    'IPv6 addresses': fc
      .ipV6()
      .filter((ip) => !/^::.?$/.test(ip) && !ip.includes('.') && !/^0*(:0*)+1?$/.test(ip)),
    'MAC addresses': fc.array(hex(2), { minLength: 6, maxLength: 6 }).map((pairs) => pairs.join(':')),
    UUIDs: fc.uuid(),
    'tokens of 64 digits': hex(64).filter((text) => /\d/.test(text)),
    'serial numbers': fc
      .stringMatching(/^[A-Z0-9]{4}\d[A-Z0-9]{4,8}$/)
      .map((serial) => `Serial Number: ${serial}`),
    bearers: fc.stringMatching(/^[A-Za-z0-9_-]{16,40}$/).map((token) => `Authorization: Bearer ${token}`),
    'passwords by name': fc.stringMatching(/^[A-Za-z0-9]{6,20}$/).map((word) => `{"password":"${word}"}`),
  };
  test.each(Object.entries(shapes))('%s', (_, shape) => {
    fc.assert(
      fc.property(shape, fc.constantFrom('', ' ', '"', 'from ', '(', '\n'), (secret, before) => {
        const clean = scrub(`${before}${secret} `);
        const bare =
          secret
            .split(/ |"/)
            .filter(Boolean)
            .at(secret.includes('"') ? -2 : -1) ?? '';
        expect(clean.toLowerCase()).not.toContain(bare.toLowerCase());
        expect(clean).toMatch(/\[\w+-1\]/);
      }),
      { numRuns: 300 },
    );
  });

  test('the token of this launch and the environment', () => {
    expect(scrub('with launch-token-0123!')).toBe('with [token-1]!');
    expect(scrub('LANG=C\nMAIL_DOMAIN=intern.example')).toBe('LANG=C\nMAIL_DOMAIN=[environment-1]');
  });

  test('this very computer: its home, its data folder, its user', () => {
    const own = secretsOfThisComputer({ folders: ['/srv/my data'], tokens: [], app: '/opt/eevee' });
    const clean = new Scrubber(own).scrub(`${own.folders.join(' and ')}; data in /srv/my data/eevee.db`).text;
    expect(clean).not.toContain('my data');
    for (const folder of own.folders) expect(clean).not.toContain(folder);
  });
});

test('scrubbing a scrubbed text changes nothing', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ...secrets.names,
      ...secrets.hosts,
      ...secrets.folders,
      'C:\\Users\\x',
      '1.2.3.4',
      '%2F',
      '/',
      '\\',
    ),
    fc.constantFrom('[name-1]', '[path-12]', '[app]/engine/x.ts', 'a@b.example', ' ', '"', '::1', 'token='),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const once = scrub(parts.join(''));
      expect(scrub(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

describe('what may stay', () => {
  test.each([
    'The annals of hosanna say: delightful, lively, Lithuania.',
    'GET /v1/sessions/abc took 12:34:56 and 3/4 of a second; see /docs and and/or.',
    'engine 0.1.0, node v24.11.0, 127.0.0.1 and ::1, 60 fps at 160×144',
    '{"level":30,"time":1795000000000,"msg":"The engine is ready"}',
    'frame-00001234.state, seed 4294967295, resource.rom-truncated',
  ])('%s', (text) => expect(scrub(text)).toBe(text));

  test('the program’s own files keep their names, below their folder', () => {
    expect(scrub('at file:///opt/eevee/engine/main.ts:12:3 and /opt/eevee-old/secret')).toBe(
      'at [app]/engine/main.ts:12:3 and [path-1]',
    );
  });
});

test('the same secret has the same placeholder, whatever its spelling, and each is counted', () => {
  const scrubber = new Scrubber(secrets);
  const { text, removed } = scrubber.scrub(
    'Anna: C:\\Users\\x\\a.gb, "C:\\\\Users\\\\x\\\\a.gb", c:/users/X/a.gb, /home/anna/My Games/a.gb',
  );
  expect(text).toBe('[name-1]: [path-1], "[path-1]", [path-1], [path-2]');
  expect(removed).toEqual([
    { placeholder: '[name-1]', kind: 'name', times: 1 },
    { placeholder: '[path-1]', kind: 'path', times: 3 },
    { placeholder: '[path-2]', kind: 'path', times: 1 },
  ]);
  expect(scrubber.scrub('ANNA and /tmp/new/x').text).toBe('[name-1] and [path-3]');
});
