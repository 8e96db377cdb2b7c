import { crc32 } from 'node:zlib';
import { mending } from './mending.ts';
import { invalid, NativeError } from './problem.ts';
import type { Picture, PictureTime, SeenFrame, SeenLetters } from './types.ts';

// Layout: see pipeline/frame_ring.h, which writes it. Indices of 32-bit words in the control block …
const magicWord = 0;
const versionWord = 1;
const slotsWord = 2;
const firstSlotWord = 3;
const strideWord = 4;
const pixelsWord = 5;
const greyWord = 6;
const publishedWord = 7;
const observationWord = 8;
// … and byte offsets in a slot's header.
const formatOffset = 4;
const widthOffset = 8;
const heightOffset = 12;
const frameOffset = 16;
const capturedAtOffset = 24;

const magic = 0x52564545;
const version = 4;
const formats = ['0rgb1555', 'xrgb8888', 'rgb565'] as const;

interface Slot {
  frame: number;
  capturedAt: number;
  format: Picture['format'];
  width: number;
  height: number;
  /** Byte offsets in the ring. */
  pixelsAt: number;
  greyAt: number;
  observationAt: number;
}

/** Bytes of ObservationHeader in pipeline/observer.h; the cells follow. */
const observationHeaderBytes = 72;

/**
 * The reader's side of the ring into which the frame thread writes pictures. Nothing here waits, and nothing
 * calls into native code: a slot is copied out and the copy taken only if its sequence number was even before
 * and is the same after, so that no reader ever sees half of one picture and half of another.
 */
export class FrameRingReader {
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #slots: number;
  readonly #firstSlot: number;
  readonly #stride: number;
  readonly #pixels: number;
  readonly #grey: number;
  readonly #observation: number;

  /** @param memory a ring that native code has laid out already */
  constructor(memory: SharedArrayBuffer) {
    this.#words = new Int32Array(memory);
    this.#bytes = new Uint8Array(memory);
    this.#view = new DataView(memory);
    const word = (index: number): number => this.#words[index]!;
    if (word(magicWord) !== magic || word(versionWord) !== version) {
      throw new NativeError({
        code: 'resource.addon-missing',
        message: 'The native addon lays its frame ring out differently: it is of another version.',
        ...mending({
          remedy: 'Build it again with node native/build.js.',
          command: 'node native/build.js',
        }),
      });
    }
    this.#slots = word(slotsWord);
    this.#firstSlot = word(firstSlotWord);
    this.#stride = word(strideWord);
    this.#pixels = word(pixelsWord);
    this.#grey = word(greyWord);
    this.#observation = word(observationWord);
  }

  /** Number of the newest frame, −1 before the first. */
  newestFrame(): number {
    return (Atomics.load(this.#words, publishedWord) >>> 0) - 1;
  }

  /** A copy of the newest picture. */
  picture(): Picture | null {
    return this.#read(({ frame, capturedAt, format, width, height, pixelsAt, greyAt }) => {
      const pixels = new Uint8Array(width * height * (format === 'xrgb8888' ? 4 : 2));
      pixels.set(this.#bytes.subarray(pixelsAt, pixelsAt + pixels.length));
      const grey = new Uint8Array(width * height);
      grey.set(this.#bytes.subarray(greyAt, greyAt + grey.length));
      return { frame, width, height, format, capturedAt, pixels, grey };
    });
  }

  /** Copies the newest luminance into `into`; returns its frame's number, −1 before the first frame. */
  readGrey(into: Uint8Array): number {
    const frame = this.#read((slot) => {
      const size = slot.width * slot.height;
      if (into.length < size) return null;
      into.set(this.#bytes.subarray(slot.greyAt, slot.greyAt + size));
      return slot.frame;
    });
    if (frame !== null || this.newestFrame() < 0) return frame ?? -1;
    throw invalid('into', into.length, 'an array of at least width × height bytes of the picture');
  }

  /** What the eyes say of the newest frame; null where no eyes looked at it. */
  observation(): SeenFrame | null {
    return (
      this.#read(({ frame, observationAt: at }) => {
        if (this.#view.getUint32(at, true) === 0) return { seen: null };
        const columns = this.#view.getUint32(at + 16, true);
        const rows = this.#view.getUint32(at + 20, true);
        const count = columns * rows;
        // Torn: the next attempt sees it whole.
        if (count > this.#stride) return { seen: null };
        const cellsAt = at + observationHeaderBytes;
        return {
          seen: {
            frame,
            mode: this.#view.getUint32(at + 4, true),
            modeProbability: this.#view.getFloat32(at + 8, true),
            aligned: this.#view.getUint32(at + 12, true) === 1,
            columns,
            rows,
            cells: this.#bytes.slice(cellsAt, cellsAt + count),
            cellConfidence: this.#bytes.slice(cellsAt + count, cellsAt + 2 * count),
            scrollX: this.#view.getInt32(at + 24, true),
            scrollY: this.#view.getInt32(at + 28, true),
            stillFrames: this.#view.getUint32(at + 32, true),
            pathUs: this.#view.getFloat32(at + 36, true),
            unchangedFrames: this.#view.getUint32(at + 68, true),
            letters: this.#letters(at, cellsAt + 2 * count, 4 * count),
          },
        };
      })?.seen ?? null
    );
  }

  /** What was read; null where the eyes do not read. */
  #letters(at: number, tilesAt: number, count: number): SeenLetters | null {
    const word = (offset: number): number => this.#view.getUint32(at + offset, true);
    if (word(40) === 0) return null;
    return {
      tiles: this.#bytes.slice(tilesAt, tilesAt + count),
      unread: word(44),
      cache: {
        hits: word(48),
        misses: word(52),
        evictions: word(56),
        entries: word(60),
        bytes: word(64),
      },
    };
  }

  /**
   * When the pictures after frame `after` were handed over, oldest first: those that the ring still holds, which
   * is all but one of its slots (the writer may be at work in that one).
   */
  pictureTimes(after: number): PictureTime[] {
    const published = Atomics.load(this.#words, publishedWord) >>> 0;
    const times: PictureTime[] = [];
    for (let back = Math.min(this.#slots - 1, published); back > 0; back -= 1) {
      const at = this.#firstSlot + ((published - back) % this.#slots) * this.#stride;
      const sequence = Atomics.load(this.#words, at / 4);
      const frame = this.#view.getFloat64(at + frameOffset, true);
      const capturedAt = this.#view.getFloat64(at + capturedAtOffset, true);
      // Overwritten meanwhile: it is no longer the frame that it was.
      if (sequence & 1 || Atomics.or(this.#words, at / 4, 0) !== sequence) continue;
      const last = times.at(-1)?.frame ?? after;
      if (frame > last) times.push({ frame, at: capturedAt });
    }
    return times;
  }

  /** CRC-32 over the newest picture's pixels; 0 before the first frame, as of no bytes. */
  hash(): number {
    const pixels = this.#read(({ width, height, format, pixelsAt }) =>
      this.#bytes.slice(pixelsAt, pixelsAt + width * height * (format === 'xrgb8888' ? 4 : 2)),
    );
    return crc32(pixels ?? new Uint8Array(0));
  }

  /** The copy that `copy` makes of the newest slot, once nothing was written to the slot meanwhile. */
  #read<T>(copy: (slot: Slot) => T): T | null {
    // Each attempt looks at the newest slot anew. To spoil one, the writer must come around the whole ring
    // while we copy; a reader that is suspended for that long finds the next attempt undisturbed.
    for (let attempt = 0; attempt < 10_000; attempt += 1) {
      const published = Atomics.load(this.#words, publishedWord) >>> 0;
      if (published === 0) return null;
      const at = this.#firstSlot + ((published - 1) % this.#slots) * this.#stride;
      const sequence = Atomics.load(this.#words, at / 4);
      if (sequence & 1) continue;
      const slot = this.#slot(at);
      // A header that was torn may ask for more than a slot holds.
      if (slot === null) continue;
      const result = copy(slot);
      // A read-modify-write that changes nothing: unlike a load, it also keeps the copy before it from being
      // reordered past it on machines that reorder loads.
      if (Atomics.or(this.#words, at / 4, 0) === sequence) return result;
    }
    throw new NativeError({
      code: 'internal',
      message: 'The newest picture could not be read: it was overwritten at each of 10000 attempts.',
      remedy: 'Slow the clock down, and please report this with the log file.',
    });
  }

  #slot(at: number): Slot | null {
    const format = formats[this.#view.getUint32(at + formatOffset, true)];
    const width = this.#view.getUint32(at + widthOffset, true);
    const height = this.#view.getUint32(at + heightOffset, true);
    if (format === undefined || width * height > this.#stride - this.#grey) return null;
    return {
      frame: this.#view.getFloat64(at + frameOffset, true),
      capturedAt: this.#view.getFloat64(at + capturedAtOffset, true),
      format,
      width,
      height,
      pixelsAt: at + this.#pixels,
      greyAt: at + this.#grey,
      observationAt: at + this.#observation,
    };
  }
}
