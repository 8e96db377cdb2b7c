import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { scratchFolder } from '../../../engine/testing/engine.ts';
import { type Episode, type RunResult, runResultSchema } from '../../../protocol/benchmark-run.ts';
import { runFiles } from '../journal.ts';

/** `npm run bench` with a cache of its own, as a process. */
export class Bench {
  readonly folder = scratchFolder();
  readonly run = join(this.folder, 'run');

  /** Starts it; the run is kept in `run` unless `--out` says otherwise. */
  start(...args: string[]): RunningBench {
    const out = args.includes('--out') || args.includes('--list') ? [] : ['--out', this.run];
    return new RunningBench([...args, ...out], join(this.folder, 'cache'));
  }

  /** Runs it to its end. */
  async play(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    return this.start(...args).ended;
  }

  result(folder = this.run): RunResult {
    return runResultSchema.parse(JSON.parse(readFileSync(runFiles(folder).result, 'utf8')));
  }

  /** Episodes in the journal, whole lines only. */
  journal(): Episode[] {
    const { journal } = runFiles(this.run);
    if (!existsSync(journal)) return [];
    const text = readFileSync(journal, 'utf8');
    const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
    return lines.filter(Boolean).map((line) => JSON.parse(line) as Episode);
  }
}

/** A suite under way. */
export class RunningBench {
  readonly #child: ChildProcess;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;

  constructor(args: string[], cache: string) {
    this.#child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts'), ...args], {
      env: { ...process.env, EEVEE_BENCH_CACHE: cache },
    });
    onTestFinished(() => void this.#child.kill('SIGKILL'));
    let out = '';
    let err = '';
    this.#child.stdout?.on('data', (text) => {
      out += String(text);
    });
    this.#child.stderr?.on('data', (text) => {
      err += String(text);
    });
    this.ended = new Promise((resolve) => this.#child.on('close', (code) => resolve({ code, out, err })));
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Processes that it has started and that live. */
  get workers(): number[] {
    const { pid } = this.#child;
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return list.trim().split(' ').filter(Boolean).map(Number);
  }
}

/** What must be the same whenever an episode is played again. */
export const playedOf = (episodes: readonly Episode[]) =>
  episodes.map(({ scenario, seed, result, reason, frames, decisions, frameHash, trace, coherence }) => ({
    scenario,
    seed,
    result,
    reason,
    frames,
    decisions,
    frameHash,
    trace,
    coherence,
  }));
