import { expect, test } from 'vitest';
import { nextElectronMove } from './electron.js';
import { placeOf } from './electron-stand-in.js';

const day = 86_400_000;
const bare = { official: false, standIn: false, standInPossible: true, failedAt: null, now: 10 * day };

test('the official one is tried first', () => {
  expect(nextElectronMove(bare)).toBe('try-official');
  expect(nextElectronMove({ ...bare, standIn: true })).toBe('try-official');
});

test('where it cannot be had, the stand-in is taken and nothing is tried for a day', () => {
  const failed = { ...bare, failedAt: bare.now - day / 2 };
  expect(nextElectronMove(failed)).toBe('install-stand-in');
  expect(nextElectronMove({ ...failed, standIn: true })).toBe('nothing');
  expect(nextElectronMove({ ...failed, standIn: true, failedAt: bare.now - day })).toBe('try-official');
});

test('a clock that was set back does not put the next try off for ever', () => {
  expect(nextElectronMove({ ...bare, failedAt: bare.now + day })).toBe('try-official');
});

test('without a stand-in for this machine there is nothing left', () => {
  expect(nextElectronMove({ ...bare, failedAt: bare.now, standInPossible: false })).toBe('give-up');
});

test('the official one, once here, is all that is needed', () => {
  expect(nextElectronMove({ ...bare, official: true, failedAt: bare.now })).toBe('nothing');
});

test('of the stand-in only Electron is kept', () => {
  expect(placeOf('Cypress/Cypress')).toBe('electron');
  expect(placeOf('Cypress/locales/en-US.pak')).toBe('locales/en-US.pak');
  expect(placeOf('Cypress/resources/app/index.js')).toBeNull();
  expect(placeOf('elsewhere')).toBeNull();
});
