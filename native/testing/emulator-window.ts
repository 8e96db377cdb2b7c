/** A display without a screen, and an emulator with a window on it: what the tests of windows play. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { listWindows } from '../window.ts';

const emulator = '/usr/games/mgba';
/** Looks, 50 ms apart, for its window: a minute, for a machine that is busy with other things. */
const startAttempts = 1200;
/** Our own game, which the build steps make. */
export const gameRom = fileURLToPath(
  new URL('../../games/thistlevale/build/thistlevale.gbc', import.meta.url),
);

/** What is missing here for a test with a real window; empty where nothing is. */
export const missingForWindows = (): string =>
  [
    { there: existsSync(emulator), name: 'mgba-sdl' },
    { there: existsSync('/usr/bin/Xvfb'), name: 'xvfb' },
    { there: existsSync('/usr/bin/xdotool'), name: 'xdotool' },
    { there: existsSync(gameRom), name: 'the ROM (node games/thistlevale/build.js)' },
  ]
    .filter(({ there }) => !there)
    .map(({ name }) => name)
    .join(', ');

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
};

/** An X server of our own, never the display that the tests were started from. */
export class VirtualDisplay {
  readonly name: string;
  readonly #server: ChildProcess;
  readonly #home = mkdtempSync(join(tmpdir(), 'eevee-emulator-'));
  readonly #programs: ChildProcess[] = [];

  private constructor(name: string, server: ChildProcess) {
    this.name = name;
    this.#server = server;
  }

  static async start(screen = '1920x1080x24'): Promise<VirtualDisplay> {
    // Without -noreset the server begins anew when its last client leaves, such as a look for windows that do not
    // exist yet, and a program that connects in that moment waits for ever.
    const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const number = await new Promise<string>((resolve, reject) => {
      server.once('error', () => reject(new Error('Xvfb is missing. Run: sudo apt-get install xvfb')));
      server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
      server.stdio[3]?.on('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    });
    return new VirtualDisplay(`:${number}`, server);
  }

  /** Starts a program on it. It knows nothing of the settings of whoever runs the tests. */
  run(program: string, args: string[]): ChildProcess {
    const env = {
      PATH: process.env['PATH'],
      HOME: this.#home,
      DISPLAY: this.name,
      SDL_AUDIODRIVER: 'dummy',
      // One thread draws; more take the processor from the test.
      LP_NUM_THREADS: '1',
    };
    const child = spawn(program, args, { env, stdio: 'ignore' });
    this.#programs.push(child);
    return child;
  }

  /** Starts the emulator with our game and waits for its window. */
  async startEmulator(): Promise<{ program: ChildProcess; id: number }> {
    const program = this.run(emulator, ['-3', gameRom]);
    for (let attempt = 0; attempt < startAttempts; attempt += 1) {
      const window = listWindows(this.name).find(({ title, shown }) => title.includes('mGBA') && shown);
      if (window) return { program, id: window.id };
      await sleep(50);
    }
    throw new Error('mGBA opened no window within a minute.');
  }

  /** Starts the emulator once more, and waits until both windows are there. */
  async startAnother(): Promise<void> {
    this.run(emulator, ['-3', gameRom]);
    for (let attempt = 0; attempt < startAttempts; attempt += 1) {
      if (listWindows(this.name).filter(({ title }) => title.includes('mGBA')).length === 2) return;
      await sleep(50);
    }
    throw new Error('mGBA opened no second window within a minute.');
  }

  /** The display stands still and answers nobody, and goes on. */
  freeze(frozen: boolean): void {
    this.#server.kill(frozen ? 'SIGSTOP' : 'SIGCONT');
  }

  /** xdotool with these arguments, as a person at the display would act. */
  act(...args: (string | number)[]): void {
    execFileSync('xdotool', args.map(String), { env: { ...process.env, DISPLAY: this.name } });
  }

  async stop(): Promise<void> {
    for (const program of this.#programs) await end(program, 'SIGKILL');
    await end(this.#server, 'SIGTERM');
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }
}
