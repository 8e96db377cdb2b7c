/**
 * Preprocessing against its rivals, in one run on one thread: `npx node benchmarks/native/preprocess.ts`.
 *
 *   --quick       fewer rounds, for a look
 *   --json FILE   the numbers, in nanoseconds
 *
 * Rivals are libyuv and OpenCV from Debian, where they are installed. "hot" repeats without a pause; "paced" runs
 * once in a 60th of a second, as a frame thread does, and meets colder caches.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

type Times = { count: number; p50: number; p99: number; p999: number };
type Contender = { name: string; hot: Times; paced: Times };
type Scene = { name: string; contenders: Contender[] };
type Report = { cpu: string; isa: string; missing: string[]; scenes: Scene[] };

const root = join(import.meta.dirname, '..', '..');
const buildDir = join(root, 'native', 'build', 'benchmarks');

const run = (command: string, args: string[]): string => {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(
    `${command} failed (${error?.message ?? signal ?? status}):\n${stdout ?? ''}${stderr ?? ''}`,
  );
};

const build = (): string => {
  const options = ['-DCMAKE_BUILD_TYPE=Release', '-DEEVEE_BENCHMARKS=ON'];
  run('cmake', ['-S', join(root, 'native'), '-B', buildDir, ...options]);
  run('cmake', [
    '--build',
    buildDir,
    '--target',
    'preprocess_bench',
    '--config',
    'Release',
    '--parallel',
    '2',
  ]);
  return join(buildDir, 'benchmarks', 'preprocess', 'preprocess_bench');
};

const cell = (nanoseconds: number): string => (nanoseconds / 1000).toFixed(1).padStart(10);

const printScene = ({ name, contenders }: Scene): void => {
  console.log(`\n${name}, microseconds`);
  const heads = ['hot p50', 'p99', 'p99.9', 'paced p50', 'p99', 'p99.9'].map((head) => head.padStart(10));
  console.log(`  ${''.padEnd(32)}${heads.join('')}`);
  for (const { name, hot, paced } of contenders) {
    const cells = [hot, paced].flatMap(({ p50, p99, p999 }) => [p50, p99, p999].map(cell));
    console.log(`  ${name.padEnd(32)}${cells.join('')}`);
  }
};

/** Medians of the same work: how many times as fast as its rivals, how many times as long as reading. */
const printRatios = ({ contenders }: Scene): void => {
  const ours = contenders.find(({ name }) => name === 'ours: 84x84')!;
  for (const mode of ['hot', 'paced'] as const) {
    if (ours[mode].count === 0) continue;
    const ratios = contenders.flatMap((other) => {
      const ratio = other[mode].p50 / ours[mode].p50;
      if (other.name === 'read once') return [`takes ${(1 / ratio).toFixed(2)} × the time of one read`];
      return other.name.startsWith('ours') ? [] : [`${ratio.toFixed(2)} × as fast as ${other.name}`];
    });
    console.log(`  ours, ${mode}: ${ratios.join('; ')}`);
  }
};

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'string' } } });
try {
  const [rounds, ticks] = values.quick ? ['10', '20'] : ['60', '300'];
  const report: Report = JSON.parse(run(build(), [rounds, ticks]));
  console.log(`${report.cpu}, instruction set ${report.isa}, one thread`);
  for (const missing of report.missing) console.log(`Skipped, not installed: ${missing}`);
  for (const scene of report.scenes) {
    printScene(scene);
    printRatios(scene);
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
