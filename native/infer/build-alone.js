/**
 * Builds the engine alone, without the addon, with another compiler than the app's: for the fuzzer and for Arm.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const native = dirname(dirname(fileURLToPath(import.meta.url)));
const folders = ['infer', 'infer/steps', 'infer/kernels'];

/** Of everything such a build is made of. */
const inputsHash = () => {
  const hash = createHash('sha256');
  for (const folder of [...folders, 'base', 'testing']) {
    for (const name of readdirSync(join(native, folder)).sort()) {
      if (/\.(cc|h|js)$/.test(name)) hash.update(name).update(readFileSync(join(native, folder, name)));
    }
  }
  return hash.digest('hex');
};

/** Kernels are compiled for their instruction set, and left out for another processor family. */
const kernelFlags = {
  'avx2.cc': ['-mavx2'],
  'avxvnni.cc': ['-mavx2', '-mavxvnni'],
  'avx512vnni.cc': ['-mavx2', '-mavx512f', '-mavx512bw', '-mavx512dq', '-mavx512vl', '-mavx512vnni'],
  'neon.cc': [],
  'neondot.cc': ['-march=armv8.2-a+dotprod'],
};

const sources = (arm) =>
  folders
    .flatMap((folder) =>
      readdirSync(join(native, folder)).map((name) => ({ name, path: `${folder}/${name}` })),
    )
    .filter(({ name }) => name.endsWith('.cc') && !name.endsWith('_test.cc'))
    .filter(({ name }) => !(name in kernelFlags) || name.startsWith('neon') === arm)
    .map(({ name, path }) => ({ path, flags: kernelFlags[name] ?? [] }));

/**
 * Builds a program where that has not been done since its sources changed.
 * @param {{ name: string, compiler: string, arm: boolean, flags: string[], link: string[], more?: string[] }} what
 *   `more` are files beside the engine's own
 * @returns {string | undefined} its path; undefined without the compiler or its libraries
 * @throws an Error with the compiler's output
 */
export const buildAlone = ({ name, compiler, arm, flags, link, more = [] }) => {
  if (spawnSync(compiler, ['--version']).status !== 0) return undefined;
  const out = join(native, 'build', name);
  const program = join(out, name);
  const stamp = join(out, 'inputs.sha256');
  const hash = inputsHash();
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return program;
  mkdirSync(out, { recursive: true });
  const files = [...sources(arm), ...['base/cpu.cc', ...more].map((path) => ({ path, flags: [] }))];
  const objects = files.map((file) => {
    const object = join(out, `${file.path.replaceAll('/', '-')}.o`);
    const all = ['-std=c++20', '-I.', '-ffp-contract=off', ...flags, ...file.flags];
    const { status, stderr } = spawnSync(compiler, [...all, '-c', file.path, '-o', object], {
      cwd: native,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${compiler} could not build ${file.path}:\n${stderr}`);
    return object;
  });
  if (spawnSync(compiler, [...link, ...objects, '-o', program]).status !== 0) return undefined;
  writeFileSync(stamp, hash);
  return program;
};
