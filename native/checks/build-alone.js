/**
 * Builds parts of the native code as a program of their own, without the addon, with another compiler than the
 * app's: for the fuzzers (clang) and for Arm (a cross compiler).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ended } from './ended.js';

export const native = dirname(dirname(fileURLToPath(import.meta.url)));

/** Kernels are compiled for their instruction set, and left out for another processor family. */
const avx512 = ['-mavx2', '-mavx512f', '-mavx512bw', '-mavx512dq', '-mavx512vl'];
/** @type {Record<string, string[]>} */
const x86Kernels = {
  'kernels_sse4.cc': ['-msse4.1'],
  'kernels_avx2.cc': ['-mavx2'],
  'kernels_avx512.cc': avx512,
  'avx2.cc': ['-mavx2'],
  'avxvnni.cc': ['-mavx2', '-mavxvnni'],
  'avx512vnni.cc': [...avx512, '-mavx512vnni'],
};
/** @type {Record<string, string[]>} */
const armKernels = {
  'kernels_neon.cc': [],
  'neon.cc': [],
  'neondot.cc': ['-march=armv8.2-a+dotprod'],
};

/** A folder's own sources: no tests, no fuzzers. @param {string} folder */
const sourcesOf = (folder) =>
  readdirSync(join(native, folder))
    .filter((name) => name.endsWith('.cc') && !/_(test|fuzz)\.cc$/.test(name))
    .map((name) => `${folder}/${name}`);

/** Of all sources and headers that such a build may be made of. @param {string} arguments_ */
const inputsHash = (arguments_) => {
  const hash = createHash('sha256').update(arguments_);
  for (const folder of ['base', 'capture', 'infer', 'infer/steps', 'infer/kernels', 'testing', 'vision'])
    for (const name of readdirSync(join(native, folder)).sort())
      if (/\.(cc|h)$/.test(name)) hash.update(name).update(readFileSync(join(native, folder, name)));
  return hash.digest('hex');
};

/**
 * @param {string} compiler @param {string[]} args
 * @throws an Error with the compiler's output
 */
const compile = async (compiler, args) => {
  const { status, stderr } = await ended(compiler, args, {
    cwd: native,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${compiler} ${args.at(-1)} failed:\n${stderr}`);
};

/**
 * Builds a program where that has not been done since its sources changed.
 * @param {{ name: string, compiler: string, arm?: boolean, flags: string[], link: string[], folders: string[],
 *   more: string[] }} what `folders` of native/ whose own sources belong to it; `more` files beside them
 * @returns {Promise<string | undefined>} its path; undefined without the compiler or its libraries
 * @throws an Error with the compiler's output
 */
export const buildAlone = async ({ name, compiler, arm = false, flags, link, folders, more }) => {
  if (spawnSync(compiler, ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
  const out = join(native, 'build', 'checks', name);
  const program = join(out, name);
  const stamp = join(out, 'inputs.sha256');
  const hash = inputsHash(JSON.stringify({ compiler, flags, link, folders, more }));
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return program;
  mkdirSync(out, { recursive: true });
  const [own, foreign] = arm ? [armKernels, x86Kernels] : [x86Kernels, armKernels];
  const files = [...new Set([...folders.flatMap(sourcesOf), ...more])].filter(
    (file) => !(basename(file) in foreign),
  );
  const objects = files.map((file) => join(out, `${file.replaceAll('/', '-')}.o`));
  const left = files.map((file, i) => {
    const all = ['-std=c++20', '-I.', '-ffp-contract=off', ...flags, ...(own[basename(file)] ?? [])];
    return [...all, '-o', objects[i] ?? '', '-c', file];
  });
  const work = async () => {
    for (let args = left.shift(); args; args = left.shift()) await compile(compiler, args);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  // It fails where the library of the fuzzer is not installed.
  if (spawnSync(compiler, [...link, ...objects, '-o', program]).status !== 0) return undefined;
  writeFileSync(stamp, hash);
  return program;
};
