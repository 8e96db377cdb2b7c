import { join, sep } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPageUrl, pageFile } from './page-files.ts';

const folder = join(sep, 'app', 'dist', 'renderer');

describe('pageFile', () => {
  test('serves the page and its assets', () => {
    expect(pageFile(folder, 'eevee://app/')).toEqual({
      path: join(folder, 'index.html'),
      contentType: 'text/html; charset=utf-8',
    });
    expect(pageFile(folder, 'eevee://app/assets/x.js?v=1#a')?.path).toBe(join(folder, 'assets', 'x.js'));
  });

  test.each([
    'eevee://other/index.html',
    'https://app/index.html',
    'file:///etc/passwd.html',
    'eevee://app/..%2f..%2fsecret.json',
    'eevee://app/%2e%2e/%2e%2e/secret.json',
    'eevee://app/..%5c..%5csecret.json',
    'eevee://app/a%00.js',
    'eevee://app/%zz.js',
    'eevee://app/engine.sqlite3',
    'no address',
  ])('refuses %s', (address) => {
    const file = pageFile(folder, address);
    // Dots that the URL parser takes away itself may leave a name inside the folder, where it does no harm.
    expect(file === null || file.path.startsWith(folder + sep)).toBe(true);
    if (!address.includes('%2e%2e')) expect(file).toBeNull();
  });

  test('never leaves the folder, whatever the path', () => {
    const part = fc.constantFrom('..', '.', '/', '%2f', '%2e%2e', '%5c', '%00', 'a', '.js', '//', 'é');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = pageFile(folder, `eevee://app/${parts.join('')}`);
        return file === null || file.path.startsWith(folder + sep);
      }),
    );
  });
});

test('isPageUrl knows the page from everything else', () => {
  expect(isPageUrl('eevee://app/#play')).toBe(true);
  for (const url of ['eevee://app.evil/', 'eevee://evil/', 'http://app/', 'about:blank', '']) {
    expect(isPageUrl(url), url).toBe(false);
  }
});
