import { expectTypeOf, test } from 'vitest';
import type { EeveeBridge as Expected } from '../renderer/src/api/bridge.ts';
import type { EeveeBridge as Given } from './bridge.ts';

// Shell and page each declare what lies between them, because neither may import the other; the compiler
// refuses this file when the two come apart.
test('the shell gives what the page expects', () => {
  expectTypeOf<Given>().toEqualTypeOf<Expected>();
});
