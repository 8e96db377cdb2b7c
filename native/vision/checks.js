/**
 * Two checks of the vision code that need another compiler than the app's: its tests built for 64-bit Arm and run
 * under qemu, and a short run of its fuzzer, built with clang. Each is skipped, with a word, where its tools are
 * not installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const nativeDir = join(import.meta.dirname, '..');
const buildDir = join(nativeDir, 'build', 'vision-checks');

const sources = [
  'base/cpu',
  ...[
    'area_plan',
    'check_frame',
    'find_game',
    'kernels',
    'kernels_avx2',
    'kernels_avx512',
    'kernels_neon',
    'kernels_scalar',
    'kernels_sse4',
    'luminance',
    'preprocess',
    'preprocess_fuzz',
    'tile_cache',
  ].map((name) => `vision/${name}`),
];
const tests = [
  'testing/main',
  'testing/allocations',
  'vision/find_game_test',
  'vision/luminance_test',
  'vision/preprocess_test',
  'vision/tile_cache_test',
];
/** @type {Record<string, string[]>} */
const x86Flags = {
  'vision/kernels_sse4': ['-msse4.1'],
  'vision/kernels_avx2': ['-mavx2'],
  'vision/kernels_avx512': ['-mavx512f', '-mavx512bw', '-mavx512dq', '-mavx512vl'],
};

/** @param {string} tool */
const isThere = (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * @param {string} command @param {string[]} args
 * @throws an Error with what it printed, where it fails
 */
const run = (command, args) => {
  const { status, signal, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} failed (${signal ?? status}):\n${stdout}${stderr}`.slice(0, 8000));
  return `${stdout}${stderr}`;
};

/** @param {string} name @param {string} compiler @param {string[]} flags @param {string[]} files */
const compile = (name, compiler, flags, files) => {
  const outDir = join(buildDir, name);
  mkdirSync(outDir, { recursive: true });
  const own = compiler.startsWith('aarch64') || process.arch !== 'x64' ? {} : x86Flags;
  const objects = files.map((file) => {
    const object = join(outDir, `${file.replaceAll('/', '-')}.o`);
    const all = ['-std=c++20', '-Wall', '-Wextra', ...flags, ...(own[file] ?? []), '-I', nativeDir];
    run(compiler, [...all, '-c', join(nativeDir, `${file}.cc`), '-o', object]);
    return object;
  });
  const program = join(outDir, name);
  run(compiler, [...flags, ...objects, '-o', program]);
  return program;
};

/** @param {(scratch: string) => void} work */
const inScratch = (work) => {
  const scratch = mkdtempSync(join(tmpdir(), 'eevee-vision-'));
  try {
    work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

/** Runs the vision tests on 64-bit Arm. @returns {string} one line about it */
export function runArmTests() {
  const compiler = 'aarch64-linux-gnu-g++';
  if (!isThere(compiler) || !isThere('qemu-aarch64')) {
    return 'Arm: skipped, for want of g++-aarch64-linux-gnu or qemu-user.';
  }
  const program = compile('arm-tests', compiler, ['-O2', '-static', '-Werror'], [...sources, ...tests]);
  let printed = '';
  inScratch((scratch) => {
    printed = run('qemu-aarch64', [program, scratch, scratch]);
  });
  return `Arm, under qemu: ${printed.trim()}`;
}

/** Fuzzes frames and their geometry for some seconds. @returns {string} one line about it */
export function runFuzzer(seconds = 5) {
  if (!isThere('clang++')) return 'Fuzzer of frames: skipped, for want of clang.';
  const flags = [
    '-O1',
    '-g',
    '-fsanitize=fuzzer,address,undefined',
    '-fno-sanitize-recover=all',
    '-DEEVEE_FUZZER',
  ];
  const program = compile('preprocess-fuzz', 'clang++', flags, sources);
  let cases = '?';
  inScratch((scratch) => {
    // New finds go into the scratch folder; the kept corpus is only read.
    const folders = [scratch, join(nativeDir, 'vision', 'corpus')];
    const printed = run(program, [`-max_total_time=${seconds}`, `-artifact_prefix=${buildDir}/`, ...folders]);
    cases = /Done (\d+) runs/.exec(printed)?.[1] ?? '?';
  });
  return `Fuzzer of frames: ${cases} cases in ${seconds} s, none failed.`;
}
