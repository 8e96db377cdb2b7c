#!/usr/bin/env node
/**
 * Fuzzes the ONNX loader with libFuzzer (Debian: clang, libclang-rt-14-dev), under AddressSanitizer and
 * UndefinedBehaviorSanitizer, starting from the kept corpus.
 *
 *   node native/infer/fuzz.js [seconds, default 60] [--keep]    --keep adds what it finds to the corpus
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const native = dirname(folder);
const corpus = join(folder, 'corpus');

const sources = (path) =>
  readdirSync(join(native, path))
    .filter((name) => name.endsWith('.cc') && !name.endsWith('_test.cc'))
    .map((name) => join(path, name));

/** Flags of the files that hold one instruction set's kernels; they are for x86 alone. */
const flagsOf = (source) => {
  if (source.endsWith('avx2.cc')) return ['-mavx2'];
  if (source.endsWith('avxvnni.cc')) return ['-mavx2', '-mavxvnni'];
  if (source.endsWith('avx512vnni.cc')) {
    return ['-mavx2', '-mavx512f', '-mavx512bw', '-mavx512dq', '-mavx512vl', '-mavx512vnni'];
  }
  return [];
};

/** Of everything the fuzzer is made of. */
const inputsHash = () => {
  const hash = createHash('sha256');
  for (const folder of ['infer', 'infer/steps', 'infer/kernels', 'base']) {
    for (const name of readdirSync(join(native, folder)).sort()) {
      if (/\.(cc|h|js)$/.test(name)) hash.update(name).update(readFileSync(join(native, folder, name)));
    }
  }
  return hash.digest('hex');
};

const run = (command, args) => {
  const { status, stderr } = spawnSync(command, args, { cwd: native, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
};

/**
 * Builds the fuzzer where that has not been done since its sources changed; without clang there is none.
 * @returns {string | undefined} its path
 */
const build = (out) => {
  if (process.arch !== 'x64' || spawnSync('clang++', ['--version']).status !== 0) return undefined;
  const fuzzer = join(out, 'onnx_fuzz');
  const stamp = join(out, 'inputs.sha256');
  const hash = inputsHash();
  if (existsSync(fuzzer) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return fuzzer;
  mkdirSync(out, { recursive: true });
  const files = ['infer', 'infer/steps', 'infer/kernels']
    .flatMap(sources)
    .filter((file) => !file.includes('neon'))
    .concat('base/cpu.cc');
  const common = ['-std=c++20', '-O1', '-g', '-I.', '-DEEVEE_FUZZER', '-ffp-contract=off'];
  const objects = files.map((file) => {
    const object = join(out, `${file.replaceAll('/', '-')}.o`);
    const flags = [...common, '-fsanitize=fuzzer-no-link,address,undefined', ...flagsOf(file)];
    run('clang++', [...flags, '-c', file, '-o', object]);
    return object;
  });
  // Its libraries are a package of their own: clang alone compiles, but does not link.
  const link = ['-fsanitize=fuzzer,address,undefined', ...objects, '-o', fuzzer];
  if (spawnSync('clang++', link).status !== 0) return undefined;
  writeFileSync(stamp, hash);
  return fuzzer;
};

const seconds = Number(process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 60);
const fuzzer = build(join(native, 'build', 'fuzz'));
if (!fuzzer) {
  console.log('Fuzzing is skipped: it needs an x86-64 computer, clang and libclang-rt-14-dev.');
} else {
  const scratch = mkdtempSync(join(tmpdir(), 'eevee-fuzz-'));
  const found = process.argv.includes('--keep') ? corpus : join(scratch, 'found');
  mkdirSync(found, { recursive: true });
  const limits = [`-max_total_time=${seconds}`, '-rss_limit_mb=2048', '-timeout=20', '-max_len=8192'];
  const { status } = spawnSync(fuzzer, [...limits, '-print_final_stats=1', found, corpus], {
    stdio: 'inherit',
    cwd: scratch,
  });
  if (status === 0) {
    rmSync(scratch, { recursive: true, force: true });
  } else {
    process.exitCode = status ?? 1;
    console.error(`The input that failed is in ${scratch}.`);
  }
}
