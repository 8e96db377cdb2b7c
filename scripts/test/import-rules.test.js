import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterEach, beforeEach, expect, test } from 'vitest';

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eevee-rooms-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * Names of the rules that a small house breaks.
 * @param {Record<string, string>} files
 */
const broken = async (files) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const rooms = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  const { output } = await cruise(rooms, {
    baseDir: folder,
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
  });
  if (typeof output === 'string') throw new Error(output);
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))].sort();
};

const doors = { 'native/index.ts': 'export const open = 1;', 'native/tools.ts': 'export const peek = 1;' };

test('what the table allows is allowed', async () => {
  const files = {
    ...doors,
    'protocol/words.ts': 'export const words = 1;',
    'games/catalog.ts': "export { words } from '../protocol/words.ts';",
    'engine/session/play.ts': "import '../../native/index.ts';\nimport '../../games/catalog.ts';",
    'engine/judge/judge.ts': "import '../../native/tools.ts';",
    'engine/player/labelled.test.ts': "import '../../native/tools.ts';",
  };
  expect(await broken(files)).toEqual([]);
});

test('a game’s oracle is for the benchmarks alone, also through others', async () => {
  const files = {
    'games/vale/oracle.ts': 'export const openOracle = 1;',
    'games/code.ts': "export { openOracle } from './vale/oracle.ts';",
    'engine/player/open.ts': "import '../../games/code.ts';",
    'benchmarks/play.ts': "import '../games/vale/oracle.ts';",
  };
  expect(await broken(files)).toEqual(['nobody-plays-with-the-oracle']);
});

test('the page may not know the engine, not even its types', async () => {
  const files = {
    'engine/a.ts': 'export interface A {}',
    'renderer/b.ts': "import type { A } from '../engine/a.ts';\nexport type B = A;",
  };
  expect(await broken(files)).toEqual(['renderer-imports']);
});

test("whoever plays may not open the tools' door", async () => {
  expect(await broken({ ...doors, 'engine/player/cheat.ts': "import '../../native/tools.ts';" })).toEqual([
    'pixels-only',
    'session-never-reaches-the-tools',
  ]);
});

test('nor reach it through the judge, who may', async () => {
  const files = {
    ...doors,
    'engine/judge/judge.ts': "import '../../native/tools.ts';\nexport const judge = 1;",
    'engine/session/play.ts': "import { judge } from '../judge/judge.ts';\nexport const score = judge;",
  };
  expect(await broken(files)).toEqual(['session-never-reaches-the-tools']);
});

test('an import that leads nowhere, and a circle, are found', async () => {
  const files = {
    'engine/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
    'engine/b.ts': "import { a } from './a.ts';\nimport './gone.ts';\nexport const b = () => a;",
  };
  expect(await broken(files)).toEqual(['no-circles', 'resolvable']);
});
