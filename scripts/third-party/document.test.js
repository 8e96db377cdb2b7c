import { expect, test } from 'vitest';
import { problems, thirdPartyDocument } from './document.js';
import { reasons } from './reasons.js';

/** @param {Record<string, import('./document.js').Locked>} packages */
const lockWith = (packages) => {
  const names = Object.keys(reasons);
  const known = names.map((name) => [
    `node_modules/${name}`,
    { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' },
  ]);
  return {
    packages: {
      '': { version: '1', dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) },
      ...Object.fromEntries(known),
      ...packages,
    },
  };
};

test('known packages under known licences are fine', () => {
  expect(problems(lockWith({}))).toEqual([]);
});

test('a licence that nobody has accepted is named, a choice of licences is understood', () => {
  const entry = { version: '1', integrity: 'sha512-x' };
  expect(problems(lockWith({ 'node_modules/x': { ...entry, license: '(MIT OR GPL-3.0)' } }))).toEqual([]);
  expect(problems(lockWith({ 'node_modules/x': { ...entry, license: 'GPL-3.0' } }))[0]).toMatch(
    /licence 'GPL-3.0'/,
  );
  expect(problems(lockWith({ 'node_modules/x': entry }))[0]).toMatch(/not named/);
});

test('a dependency without a reason, and a lock file that names a host or lacks a hash, are found', () => {
  const entry = { version: '1', license: 'MIT', integrity: 'sha512-x' };
  const lock = lockWith({ 'node_modules/x': entry });
  Object.assign(lock.packages[''].dependencies ?? {}, { x: '1' });
  expect(problems(lock)).toEqual(['x: say why in scripts/third-party/reasons.js.']);
  expect(problems(lockWith({ 'node_modules/x': { ...entry, resolved: 'https://host/x.tgz' } }))[0]).toMatch(
    /host/,
  );
  expect(problems(lockWith({ 'node_modules/x': { version: '1', license: 'MIT' } }))[0]).toMatch(/hash/);
});

test('the document names each direct dependency', () => {
  const text = thirdPartyDocument(lockWith({}));
  for (const name of Object.keys(reasons)) expect(text).toContain(`| ${name} |`);
});
