import { closeSync, copyFileSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { InputRun } from '../../../native/types.ts';
import { EeveeError } from '../../../protocol/errors.ts';
import { writeProblem } from '../../data-folder.ts';
import type { LookRun, ReplayHeader, ReplayLine, SetBack } from '../replay-file.ts';

/**
 * Writes the inputs of a session as they happen: the file, the ROM and the core are its replay. A line is
 * written whole or not at all: when the disk is full it waits in memory and what was half-written is cut off.
 */
export class Recorder {
  readonly #folder: string;
  readonly #file: number;
  #length = 0;
  #waiting = '';
  #loads = 0;

  constructor(folder: string, path: string, header: ReplayHeader) {
    this.#folder = folder;
    this.#file = openSync(path, 'wx', 0o600);
    this.#write({ header });
  }

  /** Appends what was held since the last call. Throws when the disk refuses; nothing is lost by it. */
  add(runs: readonly InputRun[]): void {
    if (runs.length > 0) this.#write({ runs: runs.map(({ frames, buttons }) => [frames, buttons]) });
  }

  /** Appends when the player looked since the last call. Throws like {@link add}. */
  addLooks(looks: LookRun[]): void {
    if (looks.length > 0) this.#write({ looks });
  }

  /** Copies a state that is about to be loaded: its name may be saved over later. Returns the copy's name. */
  keepState(path: string): string {
    return this.keep((copy) => copyFileSync(path, copy));
  }

  /** Has a state that play is about to go on from written beside the inputs. Returns its name there. */
  keep(write: (path: string) => void): string {
    this.#loads += 1;
    const name = `loaded-${this.#loads}.state`;
    try {
      write(join(this.#folder, name));
    } catch (error) {
      this.dropState(name);
      const problem = writeProblem(error, this.#folder);
      throw problem ? new EeveeError(problem, { cause: error }) : error;
    }
    return name;
  }

  /** Takes a copy away again: the state was not loaded after all. */
  dropState(name: string): void {
    rmSync(join(this.#folder, name), { force: true });
  }

  /** Notes that play goes on from a state that was kept. Throws when the disk refuses, like {@link add}. */
  loaded(state: string, frame: number): void {
    this.#write({ load: { state, frame } });
  }

  /** Notes what the player was set back to with the state loaded last. Throws like {@link add}. */
  setBack(progress: SetBack): void {
    this.#write({ progress });
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(line: ReplayLine): void {
    this.#waiting += `${JSON.stringify(line)}\n`;
    const bytes = Buffer.from(this.#waiting);
    try {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#file, bytes, done, bytes.length - done, this.#length + done);
      }
    } catch (error) {
      ftruncateSync(this.#file, this.#length);
      throw error;
    }
    this.#length += bytes.length;
    this.#waiting = '';
  }
}
