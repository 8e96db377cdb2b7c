import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const ours = [
  'protocol',
  'native',
  'games',
  'engine',
  'renderer',
  'electron',
  'scripts',
  'models',
  'benchmarks',
];

const cores = availableParallelism();
/** Sessions play against the clock in these, each in a process of its own beside its test. */
const paced = [
  'engine/session',
  'engine/api/stream',
  'engine/api/platform',
  'engine/benchmarks',
  'native/window',
];
/** @param {string[]} folders */
const testsIn = (folders) => folders.map((folder) => `${folder}{/**/*,}.test.{ts,tsx,js}`);
const elsewhere = ['**/node_modules/**', '**/build/**', '**/*.e2e.test.ts'];

export default defineConfig({
  test: {
    // One process a file: a libretro core keeps global state, and a crash in native code names its file.
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: testsIn(ours),
          exclude: [...elsewhere, ...testsIn(paced)],
          maxWorkers: Math.min(4, cores),
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'paced',
          include: testsIn(paced),
          exclude: elsewhere,
          maxWorkers: Math.max(1, Math.min(4, cores - 1)),
          // Alone: other work would make them late.
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/**/*.e2e.test.ts'],
          // They share a display, a browser and the clock: one after the other.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
