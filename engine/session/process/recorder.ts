import { closeSync, copyFileSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { InputRun } from '../../../native/types.ts';
import type { ReplayHeader, ReplayLine } from '../replay-file.ts';

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

  /** Notes that play goes on from a state. The state is copied: its name may be saved over later. */
  loaded(path: string, frame: number): void {
    this.#loads += 1;
    const copy = join(this.#folder, `loaded-${this.#loads}.state`);
    copyFileSync(path, copy);
    this.#write({ load: { state: basename(copy), frame } });
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
