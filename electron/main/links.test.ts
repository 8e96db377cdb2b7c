import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedFor, readLink } from './links.ts';

test('a link opens a room of the page', () => {
  expect(readLink('eevee://open/history')).toEqual({ room: 'history' });
  expect(readLink('EEVEE://open/play/')).toEqual({ room: 'play' });
});

test.each([
  'eevee://open/cellar',
  'eevee://open/',
  'eevee://app/index.html',
  'eevee://open/history?token=1',
  'eevee://open/history#x',
  'eevee://user@open/history',
  'eevee://open:80/history',
  'eevee://open/../app/play',
  'eevee:open/history',
  'https://open/history',
  'open/history',
  '',
])('%j is refused, in words that name it', (link) => {
  const read = readLink(link);
  if (!('refused' in read)) throw new Error(`${link} opened ${read.room}`);
  expect(read.refused).toContain(link);
});

test('whatever comes from outside opens a room or is refused, and never makes the sentence long', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string().map((rest) => `eevee://open/${rest}`),
    fc.webUrl(),
  );
  fc.assert(
    fc.property(text, (link) => {
      const read = readLink(link);
      return 'room' in read || read.refused.length < 260;
    }),
  );
  expect(readLink(`eevee://open/${'a'.repeat(5000)}`)).toHaveProperty('refused');
});

test('of a command line, the link and the ROMs count; switches and the program do not', () => {
  expect(askedFor(['/usr/lib/eevee/eevee', '--no-sandbox', 'eevee://open/settings', '/games/a.gbc'])).toEqual(
    {
      link: 'eevee://open/settings',
      roms: ['/games/a.gbc'],
    },
  );
  expect(askedFor(['/home/a.gb', '--x=eevee://open/play'])).toEqual({ link: null, roms: [] });
  expect(askedFor(['eevee', 'notes.txt', 'https://example.com/a.gb'])).toEqual({ link: null, roms: [] });
});
