import { expect, test } from 'vitest';
import { plainJavaScript } from './plain-javascript.js';

test('types go, imports name what stands in the package, lines and columns stay', async () => {
  const source = [
    "import type { A } from './a.ts';",
    "import { b } from '../b.ts';",
    "import fs from 'node:fs';",
    "export * from './c.ts';",
    "const x: number = 1; throw new Error(String([x as number, b, fs])); // './kept.ts'",
  ].join('\n');
  const { code, imports } = await plainJavaScript(source);
  expect(imports).toEqual(['../b.js', 'node:fs', './c.js']);
  expect(code.split('\n')).toHaveLength(5);
  expect(code.indexOf('throw')).toBe(source.indexOf('throw'));
  expect(code).not.toMatch(/: number|import type/);
  expect(code).toContain("'./kept.ts'");
});

test('files that processes and threads are started from are named as they are there', async () => {
  const source = [
    "new Worker(new URL('thread.ts', import.meta.url));",
    'fork(join(here, "worker", "main.ts"), [], {});',
    "await import('./later.ts');",
    "const text = 'The file main.ts is not this.ts';",
  ].join('\n');
  const { code, imports } = await plainJavaScript(source);
  expect(code).toContain("new URL('thread.js', import.meta.url)");
  expect(code).toContain('"worker", "main.js"');
  expect(code).toContain("import('./later.js')");
  expect(code).toContain('The file main.ts is not this.ts');
  expect(imports).toEqual(['./later.js']);
});
