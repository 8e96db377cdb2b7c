import type { Host, InputRun } from '../../../../native/types.ts';
import type { Decision } from '../../../../protocol/observation.ts';
import type { Timeline as Shown, TimelineMark } from '../../../../protocol/timeline.ts';
import type { PackedPicture } from '../../messages.ts';
import { FrameLog } from './frame-log.ts';
import { KeptInputs } from './kept-inputs.ts';
import { type Keyframe, Keyframes } from './keyframes.ts';
import { beginning, type Piece, positionOn, Story } from './story.ts';

/** Frames between two keyframes, and milliseconds at least, however fast the game runs. */
const framesApart = 60;
const leastGapMs = 20;
/** Marks that are remembered, the newest ones. */
const mostMarks = 500;
/** Keyframes that are told of: a bar on a screen has no room for more. */
const mostShown = 400;
/** How often one may take back, one after the other. */
const mostUndo = 32;

/** Share of the memory that what the player had in mind may take, each of two kinds. */
const mindShare = 1 / 16;

/** Something that happened. */
type Mark = Omit<TimelineMark, 'position'>;

/** What is remembered of a moment beside the game's own state. */
interface Remembered {
  /** What happened on the way there, in the order of the story. */
  marks: Mark[];
  decision: Decision | null;
  /** How far the player was, in its own terms, and how many frames before that moment. */
  progress: { item: unknown; forFrames: number } | null;
}

/** How to get to a frame: from a keyframe on, with these inputs. */
export interface Route {
  keyframe: Keyframe;
  runs: InputRun[];
  frames: number;
}

/**
 * The past of a session with a core: keyframes, the inputs between them, and how they hang together. Any frame
 * of the story from the oldest keyframe on can be reached exactly, because a core given the same state and the
 * same inputs makes the same frames.
 */
export class Timeline {
  readonly #host: Host;
  readonly #limitBytes: number;
  readonly #keyframes: Keyframes;
  readonly #story = new Story();
  readonly #inputs = new KeptInputs();
  /** What the player decided, and how far it was, by frame. */
  readonly decisions: FrameLog<Decision>;
  readonly progress: FrameLog<unknown>;
  #marks: Mark[] = [];
  #undo: number[] = [];
  #redo: number[] = [];
  #dueAt = 0;
  #takenAt = Number.NEGATIVE_INFINITY;

  /** The host stands before its first frame. */
  constructor(host: Host, limitBytes: number) {
    this.#host = host;
    this.#limitBytes = limitBytes;
    this.#keyframes = new Keyframes(host);
    this.decisions = new FrameLog(limitBytes * mindShare);
    this.progress = new FrameLog(limitBytes * mindShare);
    this.#take();
  }

  /** Number of the newest frame. */
  get present(): number {
    return this.#host.newestFrame();
  }

  /** Takes a keyframe when one is due. */
  keepUp(): void {
    if (this.present < this.#dueAt || performance.now() - this.#takenAt < leastGapMs) return;
    this.#take();
  }

  /** What was held, in the order of the frames; every frame has to come by here once. */
  played(runs: readonly InputRun[]): void {
    this.#inputs.add(runs);
  }

  /** Notes that something happened at the newest frame. */
  mark(mark: Omit<Mark, 'frame'>): void {
    const frame = Math.max(0, this.present);
    const others = this.#marks.filter(
      (each) => each.frame !== frame || each.kind !== mark.kind || each.title !== mark.title,
    );
    this.#marks = [...others, { ...mark, frame }].slice(-mostMarks);
  }

  /** What is remembered of a frame, of the story or of what was left. */
  rememberAt(frame: number): Remembered {
    const way = this.#story.to(frame);
    return {
      marks: this.#marks.filter((mark) => positionOn(way, mark.frame) !== null),
      decision: this.decisions.newestOn(way)?.item ?? null,
      progress: this.progress.newestOn(way),
    };
  }

  /** The earliest frame of the story that can be reached; null before the first frame. */
  get earliest(): number | null {
    const way = this.#way();
    const first = this.#reachable(way)[0];
    return first ? (this.#after(way, first)[0]?.frame ?? null) : null;
  }

  /** The story up to the present. */
  #way(): Piece[] {
    return this.#story.to(this.present);
  }

  /** Frame numbers that can be gone back to, as ranges in the order of the story. */
  get ranges(): { from: number; to: number }[] {
    const earliest = this.earliest;
    if (earliest === null) return [];
    const way = this.#way();
    const from = positionOn(way, earliest) ?? 0;
    return way
      .filter(({ position, frames }) => position + frames > from)
      .map(({ position, frame, frames }) => ({
        from: frame + Math.max(0, from - position),
        to: frame + frames - 1,
      }));
  }

  /** The frame so many frames before the present, or the earliest one where that is later. */
  back(frames: number): number | null {
    const way = this.#way();
    const earliest = this.earliest;
    if (earliest === null) return null;
    const now = positionOn(way, this.present) ?? 0;
    const wanted = Math.max(positionOn(way, earliest) ?? 0, now - Math.max(1, frames));
    const piece = way.findLast(({ position }) => position <= wanted);
    return piece ? piece.frame + wanted - piece.position : null;
  }

  /** How to get to a frame: of the story, or with `anywhere` of what was left; null where nothing leads there. */
  routeTo(frame: number, anywhere = false): Route | null {
    if (frame < 0 || frame > this.present) return null;
    if (!anywhere && positionOn(this.#way(), frame) === null) return null;
    const way = this.#story.to(frame);
    const keyframe = this.#reachable(way).at(-1);
    if (!keyframe) return null;
    const runs: InputRun[] = [];
    for (const { frame: first, frames } of this.#after(way, keyframe)) {
      runs.push(...this.#inputs.between(first, first + frames));
    }
    return { keyframe, runs, frames: runs.reduce((sum, run) => sum + run.frames, 0) };
  }

  /**
   * The host stands at a route's keyframe, and its frames run again next, under new numbers. What happened in
   * them happened in the new ones too.
   */
  wentBack({ keyframe }: Route, frame: number): void {
    const first = this.present + 1;
    const again = this.#after(this.#story.to(frame), keyframe);
    const begin = again[0]?.position ?? 0;
    const repeated = this.#marks.flatMap((mark) => {
      const position = mark.kind === 'went-back' ? null : positionOn(again, mark.frame);
      return position === null ? [] : [{ ...mark, frame: first + position - begin }];
    });
    this.decisions.repeat(again, first);
    this.progress.repeat(again, first);
    this.#story.branch(first, keyframe.after);
    this.#marks = [...this.#marks, ...repeated].slice(-mostMarks);
    this.#dueAt = first;
  }

  /** Play goes on from a state that was loaded; `after`: the frame it was saved at, null where it is not ours. */
  loaded(after: number | null): void {
    const known = after !== null && after <= this.present ? after : null;
    this.#story.branch(this.present + 1, known);
    this.#take();
  }

  /** Remembers where we are before a jump. */
  leave(): void {
    if (this.present < 0) return;
    this.#undo = [...this.#undo, this.present].slice(-mostUndo);
    this.#redo = [];
  }

  get undo(): number | null {
    return this.#undo.at(-1) ?? null;
  }

  get redo(): number | null {
    return this.#redo.at(-1) ?? null;
  }

  /** The last jump is taken back from frame `left`: that one can be gone back to in turn. */
  undone(left: number): void {
    this.#undo = this.#undo.slice(0, -1);
    this.#redo = [...this.#redo, left];
  }

  redone(left: number): void {
    this.#redo = this.#redo.slice(0, -1);
    this.#undo = [...this.#undo, left];
  }

  /** Position in the story of the newest frame. */
  get position(): number {
    return positionOn(this.#way(), this.present) ?? 0;
  }

  /** The picture of a keyframe that was told of. */
  thumbnail(frame: number): PackedPicture | null {
    return this.#keyframes.all.findLast(({ next }) => next - 1 === frame)?.thumbnail ?? null;
  }

  show(): Omit<Shown, 'id'> {
    const way = this.#way();
    const place = <Item extends { frame: number }>(item: Item): (Item & { position: number })[] => {
      const position = positionOn(way, item.frame);
      return position === null ? [] : [{ ...item, position }];
    };
    const shown = this.#reachable(way)
      .filter(({ thumbnail }) => thumbnail)
      .flatMap(({ next, at }) => place({ frame: next - 1, at }));
    const apart = Math.ceil(shown.length / mostShown);
    const earliest = this.earliest;
    return {
      fps: this.#host.info.fps,
      frame: Math.max(0, this.present),
      position: positionOn(way, this.present) ?? 0,
      from: earliest === null ? 0 : (positionOn(way, earliest) ?? 0),
      pieces: way,
      // Counted from the newest: that one is always told of.
      keyframes: shown.filter((_, index) => (shown.length - 1 - index) % apart === 0),
      marks: this.#marks.flatMap(({ kind, frame, title }) => place({ kind, frame, title })),
      undo: this.undo === null ? null : { frame: this.undo },
      redo: this.redo === null ? null : { frame: this.redo },
      bytes: this.#keyframes.bytes + this.#otherBytes,
      limitBytes: this.#limitBytes,
    };
  }

  #take(): void {
    const { next } = this.#keyframes.take((number) => {
      const stretch = this.#story.stretchOf(number);
      return { stretch, after: number > stretch ? number - 1 : this.#story.baseOf(stretch) };
    });
    this.#dueAt = next - 1 + framesApart;
    this.#takenAt = performance.now();
    this.#keyframes.thin(this.#limitBytes, this.#otherBytes);
    this.#inputs.forgetBefore(this.#keyframes.all[0]?.next ?? 0);
  }

  get #otherBytes(): number {
    return this.#inputs.bytes + this.decisions.bytes + this.progress.bytes;
  }

  /** Keyframes from which the end of a way can be reached by going on, in the order of the story. */
  #reachable(way: readonly Piece[]): Keyframe[] {
    // One frame has to be run: a state alone shows no picture.
    return this.#keyframes.all.filter((keyframe) => this.#after(way, keyframe).length > 0);
  }

  /** What of a way lies after a keyframe; empty: the keyframe is not on it. */
  #after(way: readonly Piece[], { stretch, next, after }: Keyframe): Piece[] {
    // Every way from the beginning goes on from the keyframe there, under whatever numbers.
    if (after === beginning && way[0] && this.#story.baseOf(way[0].frame) === beginning) return [...way];
    const index = way.findIndex(({ frame }) => frame === stretch);
    const first = way[index];
    const skipped = first ? next - first.frame : 0;
    if (!first || skipped > first.frames) return [];
    const rest = { position: first.position + skipped, frame: next, frames: first.frames - skipped };
    return [rest, ...way.slice(index + 1)].filter(({ frames }) => frames > 0);
  }
}
