import { EeveeError, type Problem } from '../../../../protocol/errors.ts';
import type { Jumped, JumpTarget } from '../../messages.ts';
import type { CoreParts, Parts } from '../open.ts';
import type { Ticks } from '../ticks.ts';
import type { Route, Timeline } from './timeline.ts';

/**
 * Going back to an earlier frame, and taking that back. A jump leads to a keyframe and from there, with the
 * recorded inputs, to the very frame; the replay follows it. Nothing is lost: the moment that is left can be gone
 * back to, and is autosaved besides.
 */
export class Jumps {
  readonly #parts: Parts;
  readonly #ticks: Ticks;
  /** Hears that the game stands still, before the jump and after it. */
  readonly #tell: () => void;
  /** Hears which frame play goes on from, before anything is saved there. */
  readonly #arrive: (frame: number) => void;

  constructor(parts: Parts, ticks: Ticks, tell: () => void, arrive: (frame: number) => void) {
    this.#parts = parts;
    this.#ticks = ticks;
    this.#tell = tell;
    this.#arrive = arrive;
  }

  /** Throws `session.wrong-state` where there is no going back, `configuration.invalid` for a frame out of reach. */
  async rewind(to: JumpTarget): Promise<Jumped> {
    const began = performance.now();
    const { timeline } = this.#requireTimeline();
    this.#halt();
    const { fps } = this.#parts.host.info;
    const frame = 'frame' in to ? to.frame : timeline.back(Math.round(to.seconds * fps));
    const route = frame === null ? null : timeline.routeTo(frame);
    if (frame === null || !route) throw outOfReach(timeline, frame);
    const left = () => timeline.leave();
    return this.#jump(frame, route, left, began);
  }

  /** Goes back to where the last jump left from. Throws `session.wrong-state` where nothing is to be taken back. */
  async undo(): Promise<Jumped> {
    const { timeline } = this.#requireTimeline();
    return this.#retrace(timeline.undo, 'taken back', () => timeline.undone(timeline.present));
  }

  /** Takes an undo back. */
  async redo(): Promise<Jumped> {
    const { timeline } = this.#requireTimeline();
    return this.#retrace(timeline.redo, 'done again', () => timeline.redone(timeline.present));
  }

  async #retrace(frame: number | null, what: string, noted: () => void): Promise<Jumped> {
    const began = performance.now();
    const { timeline } = this.#requireTimeline();
    if (frame === null) throw nothingTo(what);
    this.#halt();
    const route = timeline.routeTo(frame, true);
    if (!route) throw outOfReach(timeline, frame);
    return this.#jump(frame, route, noted, began);
  }

  #halt(): void {
    const ran = this.#parts.host.newestFrame() >= 0 && this.#ticks.running;
    this.#ticks.halt();
    this.#parts.chronicle.rest();
    if (ran) this.#tell();
  }

  async #jump(frame: number, route: Route, leaving: () => void, began: number): Promise<Jumped> {
    const { pictures, chronicle } = this.#parts;
    const { host, recorder, autosave, timeline } = this.#requireTimeline();
    const leaf = host.keepState();
    const [from, position] = [timeline.present, timeline.position];
    const { note } = autosave;
    const picture = host.picture();
    let tookMs: number;
    try {
      // The copy first: a jump that the replay cannot follow must not happen.
      const copy = recorder.keep((path) => host.writeKept(route.keyframe.id, path));
      try {
        host.recallState(route.keyframe.id);
      } catch (error) {
        recorder.dropState(copy);
        throw error;
      }
      chronicle.loaded(copy, route.keyframe.next);
      leaving();
      timeline.wentBack(route, frame);
      pictures.hold();
      try {
        await this.#ticks.rerun(route.runs);
      } finally {
        pictures.release();
      }
      tookMs = performance.now() - began;
      this.#arrive(frame);
      chronicle.record();
      timeline.mark({ kind: 'went-back', title: '' });
      autosave.saveKept(leaf.id, note, picture);
    } finally {
      host.dropKept(leaf.id);
    }
    autosave.save();
    const seconds = (position - timeline.position) / host.info.fps;
    return { from, shown: frame, seconds, replayed: route.frames, tookMs };
  }

  #requireTimeline(): CoreParts & { timeline: Timeline } {
    return requireTimeline(this.#parts);
  }
}

/** What a session with a past has. Throws `session.wrong-state`, in words, for one without. */
export const requireTimeline = ({ core }: Parts): CoreParts & { timeline: Timeline } => {
  if (core?.timeline) return { ...core, timeline: core.timeline };
  throw new EeveeError(core?.noTimeline ?? inWindows);
};

const inWindows: Problem = {
  code: 'session.wrong-state',
  message: 'A game in another program’s window cannot be rewound from here.',
  remedy: 'Play the game with a core for that.',
};

const nothingTo = (what: string): EeveeError =>
  new EeveeError({
    code: 'session.wrong-state',
    message: `There is no jump to be ${what}.`,
    remedy: 'Go back on the timeline, or load a saved state, first.',
  });

const outOfReach = (timeline: Timeline, frame: number | null): EeveeError => {
  const allowed = timeline.ranges.map(({ from, to }) => `${from} to ${to}`);
  return new EeveeError({
    code: 'configuration.invalid',
    message:
      frame === null
        ? 'Nothing was played yet that could be gone back to.'
        : `Frame ${frame} cannot be reached: ${allowed.length > 0 ? `frames ${allowed.join(', ')} can` : 'none can yet'}.`,
    remedy: 'Choose a frame of the timeline (GET …/timeline).',
    field: 'frame',
    ...(frame === null ? {} : { value: frame }),
    allowed,
  });
};
