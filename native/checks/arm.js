/** The kernels' equality tests on 64-bit Arm, under qemu, with a processor that has dot products and one that has not. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAlone } from './build-alone.js';
import { ended } from './ended.js';

const processors = ['max', 'cortex-a53'];
const tests = [
  'infer/conv_test',
  'infer/operators_test',
  'vision/find_game_test',
  'vision/luminance_test',
  'vision/preprocess_test',
  'vision/tile_cache_test',
];

/**
 * @returns {Promise<string>} a line about it for each processor; one that says why where it is skipped
 * @throws an Error with the output of what failed
 */
export const runArmTests = async () => {
  const program = await buildAlone({
    name: 'arm-tests',
    compiler: 'aarch64-linux-gnu-g++',
    arm: true,
    flags: ['-O2', '-Wall', '-Wextra', '-Werror'],
    link: ['-static'],
    folders: ['vision', 'infer', 'infer/steps', 'infer/kernels'],
    more: [
      'base/cpu.cc',
      'testing/main.cc',
      'testing/allocations.cc',
      'vision/preprocess_fuzz.cc',
      ...tests.map((test) => `${test}.cc`),
    ],
  });
  if (!program || spawnSync('qemu-aarch64', ['--version']).status !== 0)
    return 'Arm: skipped, for want of g++-aarch64-linux-gnu or qemu-user.';
  const lines = [];
  for (const processor of processors) {
    const scratch = mkdtempSync(join(tmpdir(), 'eevee-arm-'));
    const { status, stdout, stderr } = await ended('qemu-aarch64', [
      ...['-cpu', processor],
      ...[program, scratch, scratch],
    ]);
    rmSync(scratch, { recursive: true, force: true });
    if (status !== 0) throw new Error(`Arm tests failed on ${processor}:\n${stdout}${stderr}`);
    lines.push(`Arm, ${processor} under qemu: ${stdout.trim()}`);
  }
  return lines.join('\n');
};
