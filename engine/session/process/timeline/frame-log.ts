import { type Piece, positionOn } from './story.ts';

interface Entry {
  frame: number;
  /** As JSON: a tenth of what the same thing takes as objects, and nobody can change it any more. */
  text: string;
}

/**
 * What was so from some frames on, so that it can be told how it was at any of them. What it may take in memory is
 * limited: beyond that, the older half keeps every second entry.
 */
export class FrameLog<Item> {
  readonly #limitBytes: number;
  /** In the order of their frames. */
  #entries: Entry[] = [];
  bytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** From that frame on it is so; frames come in their order. */
  add(frame: number, item: Item): void {
    this.#push({ frame, text: JSON.stringify(item) });
  }

  /** How it is at the end of a way, and for how many frames it has been; null: nothing is known on that way. */
  newestOn(way: readonly Piece[]): { item: Item; forFrames: number } | null {
    for (const { frame, frames, position } of way.toReversed()) {
      const entry = this.#entries.findLast((each) => each.frame >= frame && each.frame < frame + frames);
      if (!entry) continue;
      const last = way.at(-1)!;
      const forFrames = last.position + last.frames - 1 - (position + entry.frame - frame);
      return { item: JSON.parse(entry.text) as Item, forFrames };
    }
    return null;
  }

  /** The frames of these pieces are run once more, from `first` on: it becomes so again. */
  repeat(again: readonly Piece[], first: number): void {
    const begin = again[0]?.position ?? 0;
    const repeated = this.#entries.flatMap(({ frame, text }) => {
      const position = positionOn(again, frame);
      return position === null ? [] : [{ frame: first + position - begin, text }];
    });
    for (const entry of repeated) this.#push(entry);
  }

  #push(entry: Entry): void {
    this.#entries.push(entry);
    this.bytes += entry.text.length;
    if (this.bytes > this.#limitBytes) this.#thin();
  }

  #thin(): void {
    const older = this.#entries.length / 2;
    this.#entries = this.#entries.filter((_, index) => index >= older || index % 2 === 0);
    this.bytes = this.#entries.reduce((sum, { text }) => sum + text.length, 0);
  }
}
