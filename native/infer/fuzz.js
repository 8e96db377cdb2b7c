#!/usr/bin/env node
/**
 * Fuzzes the ONNX loader with libFuzzer (Debian: clang, libclang-rt-14-dev), under AddressSanitizer and
 * UndefinedBehaviorSanitizer, starting from the kept corpus.
 *
 *   node native/infer/fuzz.js [seconds, default 60] [--keep]    --keep adds what it finds to the corpus
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAlone, native } from './build-alone.js';

const seconds = Number(process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 60);
const corpus = join(native, 'infer', 'corpus');
const checks = ['-fno-sanitize-recover=all', '-g', '-O1', '-DEEVEE_FUZZER'];
const fuzzer =
  process.arch === 'x64'
    ? buildAlone({
        name: 'infer-fuzzer',
        compiler: 'clang++',
        arm: false,
        flags: [...checks, '-fsanitize=fuzzer-no-link,address,undefined'],
        link: ['-fsanitize=fuzzer,address,undefined'],
      })
    : undefined;
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
