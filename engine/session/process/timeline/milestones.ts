import type { Decision } from '../../../../protocol/observation.ts';
import type { Player } from '../../../player/types.ts';
import type { Timeline } from './timeline.ts';

/**
 * What the player has got done, as marks on the timeline; and how far it is when play goes on from an earlier
 * moment, where later things have not happened yet.
 */
export class Milestones {
  readonly #timeline: Timeline | null;
  readonly #player: Player | null;
  readonly #atFirst: unknown;
  #done = new Set<string>();
  /** What the player is about, in words: where in the story we are. */
  place = '';

  constructor(timeline: Timeline | null, player: Player | null) {
    this.#timeline = timeline;
    this.#player = player;
    this.#atFirst = player?.progress?.();
  }

  decided({ task, tasks }: Decision): void {
    this.place = task;
    const done = tasks.filter(({ state }) => state === 'done');
    for (const { title } of done) {
      if (!this.#done.has(title)) this.#mark('task-done', title);
    }
    this.#done = new Set(done.map(({ title }) => title));
  }

  reached(): void {
    this.#mark('goal-reached', '');
  }

  /** Play goes on from that frame: the player is as far as it was then. Returns whether the goal was reached. */
  wentBack(frame: number): boolean {
    const marks = this.#timeline?.marksTo(frame) ?? [];
    const known = marks.findLast(({ progress }) => progress !== undefined);
    const progress = known?.progress ?? this.#atFirst;
    if (progress !== undefined) this.#player?.goBackTo?.(progress);
    // What was done by then is no news.
    this.#done = new Set(marks.filter(({ kind }) => kind === 'task-done').map(({ title }) => title));
    return marks.some(({ kind }) => kind === 'goal-reached');
  }

  #mark(kind: 'task-done' | 'goal-reached', title: string): void {
    const progress = this.#player?.progress?.();
    this.#timeline?.mark({ kind, title, ...(progress === undefined ? {} : { progress }) });
  }
}
