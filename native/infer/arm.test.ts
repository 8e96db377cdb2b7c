import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Scratch } from '../testing/fixtures.ts';
import { buildAlone } from './build-alone.js';

/** A processor with dot products, and one without. */
const processors = ['max', 'cortex-a53'];

test('the Arm kernels give the same bytes as the scalar ones, under qemu', () => {
  const program = buildAlone({
    name: 'infer-arm',
    compiler: 'aarch64-linux-gnu-g++',
    arm: true,
    flags: ['-O2', '-Wall', '-Wextra', '-Wconversion', '-Werror'],
    link: ['-static'],
    more: ['infer/conv_test.cc', 'infer/operators_test.cc', 'testing/main.cc', 'testing/allocations.cc'],
  });
  if (!program || spawnSync('qemu-aarch64', ['--version']).status !== 0) {
    console.log('Skipped: it needs g++-aarch64-linux-gnu and qemu-user.');
    return;
  }
  const scratch = new Scratch();
  for (const processor of processors) {
    const { status, stdout } = spawnSync(
      'qemu-aarch64',
      ['-cpu', processor, program, scratch.path, scratch.path],
      { encoding: 'utf8' },
    );
    expect(status, `${processor}: ${stdout}`).toBe(0);
  }
  rmSync(scratch.path, { recursive: true, force: true });
}, 600_000);
