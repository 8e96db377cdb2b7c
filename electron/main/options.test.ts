import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('without a word nothing starts by itself: the page welcomes', () => {
  expect(readOptions({})).toEqual({ start: null, dataDir: null, port: null, node: null });
});

test('takes over what the launcher says', () => {
  const options = readOptions({
    EEVEE_START: '{"goal":"sign","seed":7}',
    EEVEE_DATA_DIR: '/data',
    EEVEE_PORT: '4711',
    EEVEE_NODE: '/node',
  });
  expect(options).toEqual({ start: { goal: 'sign', seed: 7 }, dataDir: '/data', port: 4711, node: '/node' });
});

test('"none" starts nothing, and a port that is none is not one', () => {
  expect(readOptions({ EEVEE_START: 'none' }).start).toBeNull();
  for (const port of ['0', '65536', 'http', '']) expect(readOptions({ EEVEE_PORT: port }).port).toBeNull();
});
