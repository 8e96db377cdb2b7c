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

export default defineConfig({
  test: {
    // One process a file: a libretro core keeps global state, and a crash in native code names its file.
    pool: 'forks',
    maxWorkers: Math.max(1, Math.min(4, availableParallelism() - 1)),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ours.map((folder) => `${folder}/**/*.test.{ts,tsx,js}`),
          exclude: ['**/node_modules/**', '**/build/**', '**/*.e2e.test.ts'],
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
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
