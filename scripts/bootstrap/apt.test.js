import { expect, test } from 'vitest';
import { commandToType, installable, missingPackagesError } from './apt.js';
import { missingPackages } from './system-packages.js';

/** @type {import('./system-packages.js').SystemPackage[]} */
const packages = [
  { names: ['cmake'], purpose: 'native', why: 'configures the native addon', found: () => false },
  { names: ['g++'], purpose: 'native', why: 'compiles the native addon', found: () => true },
  { names: ['sdcc'], purpose: 'rom', why: "compiles our games' C", found: () => false },
  { names: ['libasound2', 'libasound2t64'], purpose: 'window', why: 'sound', found: () => false },
];

test('only what is missing, for the purposes asked for', () => {
  const names = missingPackages(['native', 'window'], packages).map((one) => one.names[0]);
  expect(names).toEqual(['cmake', 'libasound2']);
});

test('a user who may not install is given one command', () => {
  const missing = missingPackages(['native', 'rom'], packages);
  const error = missingPackagesError(missing, ['cmake', 'sdcc'], 'by-hand', true);
  expect(error.remedy).toContain(
    "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends cmake sdcc'",
  );
  expect(error.message).toContain('cmake: configures the native addon');
});

test('without sudo, the command asks for the root password', () => {
  expect(commandToType(['cmake'], false)).toMatch(/^su -c 'apt-get update && apt-get install .* cmake'$/);
});

test('without apt, the missing things are named with what they are for', () => {
  const error = missingPackagesError(missingPackages(['rom'], packages), [], 'no-apt', false);
  expect(error.message).toContain("sdcc: compiles our games' C");
  expect(error.remedy).toContain('own package manager');
});

test('a name without a candidate cannot be installed', () => {
  const policy = `libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1build2
  Version table:
     1.2.11-1build2 500
`;
  expect([...installable(policy)]).toEqual(['libasound2t64']);
});
