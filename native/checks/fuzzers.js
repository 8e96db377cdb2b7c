/**
 * The fuzzers: libFuzzer under AddressSanitizer and UndefinedBehaviorSanitizer, built with clang (Debian: clang,
 * libclang-rt-14-dev), each starting from the corpus kept beside what it tests.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAlone, native } from './build-alone.js';
import { ended } from './ended.js';

const infer = ['infer', 'infer/steps', 'infer/kernels'];
/** What each is made of; its corpus; the largest input worth trying; how many inputs take some seconds. */
const fuzzers = [
  {
    name: 'frames',
    folders: ['vision'],
    more: ['base/cpu.cc', 'vision/preprocess_fuzz.cc'],
    corpus: 'vision/corpus',
    maxBytes: 4096,
    someRuns: 5_000,
  },
  {
    name: 'onnx',
    folders: infer,
    more: ['base/cpu.cc', 'infer/onnx_fuzz.cc'],
    corpus: 'infer/corpus',
    maxBytes: 8192,
    someRuns: 100_000,
  },
  {
    name: 'raw-frames',
    folders: [],
    more: ['capture/raw_frames.cc', 'capture/raw_frames_fuzz.cc'],
    corpus: 'capture/corpus',
    maxBytes: 4096,
    someRuns: 100_000,
  },
];
export const fuzzerNames = fuzzers.map(({ name }) => name);

/**
 * Runs one fuzzer: for `seconds`, or, without them, for some inputs that are the same each time.
 * @param {string} name of `fuzzerNames`
 * @param {{ seconds?: number, keep?: boolean, show?: boolean }} options `keep`: adds
 *   what reaches new code to the corpus; `show`: lets it print as it goes
 * @returns {Promise<string>} one line about it, or why it is skipped
 * @throws an Error with what it printed last, and the path of the input that failed
 */
export const runFuzzer = async (name, { seconds, keep = false, show = false } = {}) => {
  const fuzzer = fuzzers.find((one) => one.name === name);
  if (!fuzzer) throw new Error(`No fuzzer is called "${name}". There are: ${fuzzerNames.join(', ')}.`);
  const program = await buildAlone({
    name: `fuzz-${name}`,
    compiler: 'clang++',
    flags: [
      ...['-O1', '-g', '-DEEVEE_FUZZER', '-fno-sanitize-recover=all'],
      '-fsanitize=fuzzer-no-link,address,undefined',
    ],
    link: ['-fsanitize=fuzzer,address,undefined'],
    folders: fuzzer.folders,
    more: fuzzer.more,
  });
  if (!program || process.arch !== 'x64')
    return `Fuzzer of ${name}: skipped; it needs an x86-64 computer, clang and libclang-rt-14-dev.`;
  const scratch = mkdtempSync(join(tmpdir(), 'eevee-fuzz-'));
  const corpus = join(native, fuzzer.corpus);
  const found = keep ? corpus : join(scratch, 'found');
  mkdirSync(found, { recursive: true });
  const limits = ['-rss_limit_mb=2048', '-timeout=20', `-max_len=${fuzzer.maxBytes}`];
  const length =
    seconds === undefined ? ['-seed=1', `-runs=${fuzzer.someRuns}`] : [`-max_total_time=${seconds}`];
  const { status, stderr } = await ended(program, [...limits, ...length, found, corpus], {
    cwd: scratch,
    stdio: ['ignore', 'ignore', show ? 'inherit' : 'pipe'],
  });
  if (status !== 0)
    throw new Error(
      `Fuzzer of ${name}: an input failed. It is in ${scratch}; add it to native/${fuzzer.corpus} once it is mended.\n${stderr.slice(-6000)}`,
    );
  rmSync(scratch, { recursive: true, force: true });
  const cases = /Done (\d+) runs/.exec(stderr)?.[1] ?? 'all';
  return `Fuzzer of ${name}: ${cases} inputs, none failed.`;
};
