import type { InputRun } from '../../../../native/types.ts';

/** Memory that one run takes: two numbers. */
const bytesARun = 16;

/** What was held at each frame of a session, as runs in the order of the frames. */
export class KeptInputs {
  /** Frames that each run goes up to, exclusive; ascending. */
  #ends: number[] = [];
  #buttons: number[] = [];
  #first = 0;

  get bytes(): number {
    return this.#ends.length * bytesARun;
  }

  /** Number of the frame after the last one that is known. */
  get end(): number {
    return this.#ends.at(-1) ?? this.#first;
  }

  add(runs: readonly InputRun[]): void {
    for (const { frames, buttons } of runs) {
      const end = this.end + frames;
      if (this.#buttons.at(-1) === buttons) this.#ends[this.#ends.length - 1] = end;
      else {
        this.#ends.push(end);
        this.#buttons.push(buttons);
      }
    }
  }

  /** The runs of frames `from` … `to − 1`. */
  between(from: number, to: number): InputRun[] {
    const runs: InputRun[] = [];
    for (let index = this.#indexOf(from), at = from; at < to && index < this.#ends.length; index += 1) {
      const end = Math.min(to, this.#ends[index]!);
      runs.push({ frames: end - at, buttons: this.#buttons[index]! });
      at = end;
    }
    return runs;
  }

  /** Nobody will ask for frames before this one any more. */
  forgetBefore(frame: number): void {
    const index = this.#indexOf(frame);
    if (index === 0) return;
    this.#first = this.#ends[index - 1]!;
    this.#ends.splice(0, index);
    this.#buttons.splice(0, index);
  }

  /** Index of the run that holds a frame. */
  #indexOf(frame: number): number {
    let [low, high] = [0, this.#ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! <= frame) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
