import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/paths.js';

/**
 * One stage of `npm test`. `commands` run one after the other; each is a script of ours (a .js
 * file) or a program of node_modules. `tests`: its output ends with counts (`counts.js`); otherwise each command
 * counts as one test. `filters`: whether it takes names of single tests.
 * @typedef {{ name: string, title: string, commands: string[][], tests?: boolean, filters?: boolean,
 *   needs: import('../bootstrap/index.js').Need[], minutes: number }} Stage
 */

/** Rooms that exist: some come later. */
const rooms = [
  'protocol',
  'native',
  'games',
  'engine',
  'renderer',
  'electron',
  'models',
  'benchmarks',
].filter((room) => existsSync(join(root, room)));

const tsc = 'typescript/bin/tsc';
const vitest = 'vitest/vitest.mjs';
/** Cheap ones first: they fail within seconds. @type {Stage[]} */
export const stages = [
  {
    name: 'types',
    title: 'types',
    commands: [
      [tsc, '--noEmit', '-p', '.'],
      [tsc, '--noEmit', '-p', 'tsconfig.scripts.json'],
    ],
    needs: ['modules'],
    minutes: 5,
  },
  {
    name: 'style',
    title: 'style of TypeScript and C++',
    commands: [
      ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
      ['scripts/test/cpp-style.js'],
    ],
    needs: ['modules', 'test-programs'],
    minutes: 5,
  },
  {
    name: 'rules',
    title: 'rules of the house: imports, dead code, dependencies',
    commands: [
      [
        'dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        ...rooms,
        'scripts',
        'tests',
      ],
      ['scripts/test/house-rules.js'],
      ['knip/bin/knip.js'],
      ['scripts/third-party.js', '--check'],
    ],
    needs: ['modules'],
    minutes: 5,
  },
  {
    name: 'rom',
    title: 'the ROM builds to the same bytes twice',
    commands: [['scripts/test/rom-twice.js']],
    needs: ['modules', 'roms', 'test-programs'],
    minutes: 10,
  },
  {
    name: 'native',
    title: 'C++ tests',
    commands: [['native/test.js']],
    tests: true,
    needs: ['modules', 'cores', 'addon', 'roms', 'test-programs'],
    minutes: 15,
  },
  {
    name: 'sanitized',
    title: 'C++ tests under AddressSanitizer and UndefinedBehaviorSanitizer',
    commands: [['native/test.js', '--sanitize']],
    tests: true,
    needs: ['modules', 'cores', 'addon', 'roms', 'test-programs'],
    minutes: 20,
  },
  {
    name: 'unit',
    title: 'unit tests',
    commands: [[vitest, 'run', '--project', 'unit', '--project', 'paced']],
    tests: true,
    filters: true,
    needs: ['modules', 'cores', 'addon', 'roms', 'models', 'ui'],
    minutes: 20,
  },
  {
    name: 'play',
    title: 'the AI reaches the gate from pixels',
    commands: [['scripts/test/play-to-the-gate.js']],
    tests: true,
    needs: ['modules', 'cores', 'addon', 'roms', 'models'],
    minutes: 10,
  },
  {
    name: 'e2e',
    title: 'window and page, end to end',
    commands: [[vitest, 'run', '--project', 'e2e']],
    tests: true,
    filters: true,
    needs: ['modules', 'cores', 'addon', 'roms', 'models', 'ui', 'electron', 'test-programs'],
    minutes: 20,
  },
];

/**
 * Which stages to run, and the names of single tests to run in them: `npm test -- unit engine/store`.
 * @param {string[]} words
 * @returns {{ chosen: Stage[], filters: string[] }}
 */
export const chooseStages = (words) => {
  const chosen = stages.filter(({ name }) => words.includes(name));
  const filters = words.filter((word) => !stages.some(({ name }) => name === word));
  if (words.length === 0) return { chosen: stages, filters };
  const names = stages.map(({ name }) => name).join(', ');
  if (chosen.length === 0) throw new Error(`No stage is called '${words[0]}'. Stages: ${names}.`);
  const deaf = chosen.find((stage) => !stage.filters);
  if (filters.length > 0 && deaf)
    throw new Error(`'${filters[0]}' is no stage (${names}), and ${deaf.name} has no single tests.`);
  return { chosen, filters };
};
