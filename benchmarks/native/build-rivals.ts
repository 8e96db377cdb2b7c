/** Builds the programs that only this benchmark needs: rivals of our code, and what times ours beside them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const buildDir = join(root, 'native', 'build', 'benchmarks');

const folders = { preprocess_bench: 'preprocess', bare_loop: 'bare-loop' };

/** Runs a program to its end. @returns what it printed; throws with its output where it fails */
export const outputOf = (command: string, args: string[]): string => {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(
    `${command} failed (${error?.message ?? signal ?? status}):\n${stdout ?? ''}${stderr ?? ''}`,
  );
};

/** Builds one of the programs, with all optimisations, where it is not built yet. @returns its path */
export const builtRival = (target: 'preprocess_bench' | 'bare_loop'): string => {
  const options = ['-DCMAKE_BUILD_TYPE=Release', '-DEEVEE_BENCHMARKS=ON'];
  outputOf('cmake', ['-S', join(root, 'native'), '-B', buildDir, ...options]);
  const build = ['--build', buildDir, '--target', target, '--config', 'Release', '--parallel', '2'];
  outputOf('cmake', build);
  return join(buildDir, 'benchmarks', folders[target], target);
};
