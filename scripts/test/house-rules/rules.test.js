import { expect, test } from 'vitest';
import { foreignWords, napiOutside } from './rules.js';

test('a game is named in its own folder only', () => {
  const sources = [
    { path: 'engine/a.ts', text: "\nconst home = 'Meadowbrook';" },
    { path: 'engine/a.test.ts', text: 'meadowbrook' },
    { path: 'engine/settings.ts', text: 'meadowbrook' },
  ];
  expect(foreignWords(sources, ['meadowbrook'])).toEqual([
    'engine/a.ts:2 names the game meadowbrook: only games/ and models/ know one game from another.',
  ]);
});

test("Node-API's header is included by the door only", () => {
  const text = '// the door\n#include <napi.h>\n';
  expect(napiOutside([{ path: 'native/napi/addon.cc', text }])).toEqual([]);
  expect(napiOutside([{ path: 'native/capture/host.cc', text }])).toHaveLength(1);
  expect(napiOutside([{ path: 'native/capture/host.cc', text: '// no #include <napi.h> here' }])).toEqual([]);
});
