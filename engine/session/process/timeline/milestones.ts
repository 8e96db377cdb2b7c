import type { Decision } from '../../../../protocol/observation.ts';
import type { GoalStatus, Player } from '../../../player/types.ts';
import type { SetBack } from '../../replay-file.ts';
import type { Timeline } from './timeline.ts';

/** Frames after which it is noted how far the player is, though it decided nothing new. */
const framesApart = 60;

/** How it stands at a moment that play goes on from. */
interface Arrival {
  /** What the player was set back to; null: it knows no progress. */
  setBack: SetBack | null;
  /** In force there; null: nothing was decided yet. */
  decision: Decision | null;
  goalReached: boolean;
}

/**
 * What the player has decided and got done, by frame: marks on the timeline; and how it was when play goes on from
 * an earlier moment, where later things have not happened yet.
 */
export class Milestones {
  readonly #timeline: Timeline | null;
  readonly #player: Player | null;
  readonly #atFirst: unknown;
  #done = new Set<string>();
  /** When it was last noted how far the player is, and what its goal's status was then. */
  #noted: { frame: number; status: GoalStatus } | null = null;
  /** What the player is about, in words: where in the story we are. */
  place = '';

  constructor(timeline: Timeline | null, player: Player | null) {
    this.#timeline = timeline;
    this.#player = player;
    this.#atFirst = player?.progress?.();
  }

  /** The player has looked at a frame, and may have decided something. */
  looked(frame: number, status: GoalStatus, decision: Decision | undefined): void {
    if (decision) {
      this.place = decision.task;
      this.#timeline?.decisions.add(frame, decision);
      this.#markDone(decision);
    }
    const due = !this.#noted || frame - this.#noted.frame >= framesApart || status !== this.#noted.status;
    if (decision || due) this.#note(frame, status);
  }

  reached(): void {
    this.#timeline?.mark({ kind: 'goal-reached', title: '' });
  }

  /** Play goes on from that frame: the player is as far as it was then. Null: nobody knows how that came about. */
  wentBack(frame: number | null): Arrival {
    const then = frame === null ? null : this.#timeline?.rememberAt(frame);
    const known = then?.progress ?? { item: this.#atFirst, forFrames: 0 };
    const setBack = known.item === undefined ? null : { of: known.item, framesLater: known.forFrames };
    if (setBack) this.#player?.goBackTo?.(setBack.of, setBack.framesLater);
    this.#noted = null;
    const decision = then?.decision ?? null;
    const marks = then?.marks ?? [];
    this.place = decision?.task ?? '';
    // What was done by then is no news.
    this.#done = new Set(marks.filter(({ kind }) => kind === 'task-done').map(({ title }) => title));
    return { setBack, decision, goalReached: marks.some(({ kind }) => kind === 'goal-reached') };
  }

  #markDone({ tasks }: Decision): void {
    const done = tasks.filter(({ state }) => state === 'done').map(({ title }) => title);
    for (const title of done) {
      if (!this.#done.has(title)) this.#timeline?.mark({ kind: 'task-done', title });
    }
    this.#done = new Set(done);
  }

  #note(frame: number, status: GoalStatus): void {
    this.#noted = { frame, status };
    const progress = this.#player?.progress?.();
    if (progress !== undefined) this.#timeline?.progress.add(frame, progress);
  }
}
