import type { SessionEnd } from '../../../protocol/sessions.ts';
import type { Act, Witnessed } from '../../player/types.ts';
import type { Standing } from '../messages.ts';
import type { Parts } from './open.ts';

/** What is done about it where something has come true. */
interface Consequences {
  /** The goal was reached for the first time. */
  reached: () => void;
  /** A condition wants a pause. */
  pause: () => void;
}

/** What playing comes to: the goal, a player that gives up, a limit, a condition. Says when the session ends, and why. */
export class Outcome {
  readonly #parts: Pick<Parts, 'plan' | 'report' | 'stops' | 'times'>;
  readonly #standing: Standing;
  readonly #consequences: Consequences;
  #end: SessionEnd | null = null;
  #gaveUp = false;
  /** Counts when the last second was closed. */
  #paced = { frames: 0, lateFrames: 0 };

  constructor(
    parts: Pick<Parts, 'plan' | 'report' | 'stops' | 'times'>,
    standing: Standing,
    consequences: Consequences,
  ) {
    this.#parts = parts;
    this.#standing = standing;
    this.#consequences = consequences;
  }

  /** Why the session ends now; null while it goes on. */
  get end(): SessionEnd | null {
    return this.#end;
  }

  /** Somebody wants it to end. */
  stop(): void {
    this.#end = { reason: 'stopped', message: 'Stopped by the player.' };
  }

  /** Hears from the player whether it is there, or knows no way on. */
  heed({ status, reason }: Act | Witnessed): void {
    if (status === 'reached') this.#reached(reason);
    if (status === 'gave-up') this.#giveUp(reason);
  }

  /** The player gets another chance: it may give up again, and say so again. */
  tryAgain(): void {
    this.#gaveUp = false;
  }

  /** The frames that were asked for have been played. */
  reachLimit(): void {
    if (this.#end) return;
    const message = `The limit of ${this.#parts.plan.frameLimit} frames was reached.`;
    this.#end = { reason: 'frame-limit', message };
  }

  /**
   * Stops as a condition says that has become true. `played`: frames so far. While the game stands still there is
   * nothing new to judge.
   */
  judge(played: number): void {
    const { stops, report } = this.#parts;
    if (this.#end || this.#standing.state === 'paused') return;
    const met = stops.check(played);
    if (!met) return;
    const { condition, message } = met;
    if (condition.action === 'end') {
      this.#end = { reason: 'stop-condition', message };
      return;
    }
    this.#standing.stopped = { message, condition, frame: this.#standing.frame };
    this.#consequences.pause();
    report({ type: 'notice', level: 'info', message: `Paused: ${message}`, topic: 'stopped' });
  }

  /** A second is over: its late frames count for the conditions. */
  closeSecond(): void {
    if (this.#parts.plan.clock !== 'real-time') return;
    const { frames, lateFrames } = this.#parts.times.pace();
    this.#parts.stops.second(frames - this.#paced.frames, lateFrames - this.#paced.lateFrames);
    this.#paced = { frames, lateFrames };
  }

  #reached(reason = 'The goal was reached.'): void {
    if (this.#standing.goalReached) return;
    this.#standing.goalReached = true;
    this.#parts.stops.goal('reached');
    this.#consequences.reached();
    if (this.#parts.plan.endOnGoal) this.#end = { reason: 'goal-reached', message: reason };
  }

  #giveUp(reason = 'The player knows no way on.'): void {
    if (this.#gaveUp) return;
    this.#gaveUp = true;
    this.#parts.stops.goal('gave-up');
    const message = `The player gave up: ${reason}`;
    this.#parts.report({ type: 'notice', level: 'warning', message, topic: 'gave up' });
    if (this.#parts.plan.endOnGoal) this.#end = { reason: 'gave-up', message: reason };
  }
}
