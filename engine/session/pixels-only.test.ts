import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadGame } from '../../games/catalog.ts';
import { openHost } from '../../native/index.ts';
import { runningEngine, scratchFolder, testCore, testRom } from '../testing/engine.ts';

/** Every file of ours that a file imports, however far down. */
const moduleGraph = (entry: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = readFileSync(entry, 'utf8');
  for (const [, path] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+\.ts)'/g)) {
    moduleGraph(resolve(dirname(entry), path!), seen);
  }
  return seen;
};

test('the process that plays does not hold the tools’ door, nor the catalogue with its memory maps', () => {
  const graph = [...moduleGraph(join(import.meta.dirname, 'process', 'main.ts'))];
  expect(graph.some((path) => path.endsWith('native/index.ts'))).toBe(true);
  expect(graph.some((path) => path.endsWith('perception/open.ts'))).toBe(true);
  expect(graph.filter((path) => /native\/tools\.ts|engine\/judge\/|\/games\//.test(path))).toEqual([]);
});

test('the binary that it loads has no verb for memory', () => {
  const folder = scratchFolder();
  const host = openHost({
    core: testCore('synthetic'),
    rom: testRom(folder, 'fps=60'),
    systemDir: join(folder, 'system'),
    saveDir: join(folder, 'saves'),
  });
  const eevee = createRequire(import.meta.url)('../../native/build/eevee.node');
  const verbs = [
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(host)),
    ...Object.getOwnPropertyNames(eevee.Host.prototype),
    ...Object.keys(eevee),
  ];
  host.close();
  expect(verbs).toContain('run');
  expect(verbs.filter((verb) => /memory|serial|peek|read(?!Grey|Audio)/i.test(verb))).toEqual([]);
});

test('a running session process has the player’s binary mapped, and not the tools’', async () => {
  const { client, engine } = await runningEngine();
  const { id } = await client.create({ player: 'random' });
  const maps = readFileSync(`/proc/${engine.sessionPid(id)}/maps`, 'utf8');
  expect(maps).toContain('/eevee.node');
  expect(maps).not.toContain('eevee_tools.node');
  // What it is told of the game is what a player knows, and where to write the seed.
  expect(JSON.stringify(loadGame('thistlevale').setupFor(1))).not.toContain('wMilestones');
});
