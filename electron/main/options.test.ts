import { expect, test } from 'vitest';
import { pageWasLost, readOptions } from './options.ts';

test('without a word nothing starts by itself: the page welcomes', () => {
  expect(readOptions({})).toEqual({
    start: null,
    dataDir: null,
    port: null,
    node: null,
    pageWasLost: false,
  });
});

test('takes over what the launcher says', () => {
  const options = readOptions({
    EEVEE_START: '{"goal":"sign","seed":7}',
    EEVEE_DATA_DIR: '/data',
    EEVEE_PORT: '4711',
    EEVEE_NODE: '/node',
  });
  expect(options).toEqual({
    start: { goal: 'sign', seed: 7 },
    dataDir: '/data',
    port: 4711,
    node: '/node',
    pageWasLost: false,
  });
});

test('"none" starts nothing, and a port that is none is not one', () => {
  expect(readOptions({ EEVEE_START: 'none' }).start).toBeNull();
  for (const port of ['0', '65536', 'http', '']) expect(readOptions({ EEVEE_PORT: port }).port).toBeNull();
});

test('an app that takes the place of one whose page was lost knows it, and starts no game anew', () => {
  const before = { EEVEE_START: '{"goal":"sign"}' };
  expect(readOptions({ ...before, ...pageWasLost })).toMatchObject({ start: null, pageWasLost: true });
});
