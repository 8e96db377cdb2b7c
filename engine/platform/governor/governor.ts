import type { GovernorStep, Hardware, Tuning } from '../../../protocol/hardware.ts';
import type { Pace } from '../../session/messages.ts';
import { calmState, decide, type GovernorState, type Step } from './decide.ts';
import { changeInWords, loweredBy, lowestLevel } from './rungs.ts';

/** A session's first moments, in which code is still being compiled and caches are cold, say nothing. */
const warmUpMs = 2000;

export interface GovernorSurroundings {
  /** The settings of the tier in force. */
  tuning: () => Tuning;
  /** Gives settings to every session that runs. */
  apply: (tuning: Tuning) => void;
  /** Keeps a step for the log. */
  keep: (step: GovernorStep) => void;
  /** Share of the machine that is busy, 0–1; null: unknown. */
  busy: () => number | null;
  /** Milliseconds of a clock that never goes back. */
  now?: () => number;
}

interface Watched {
  since: number;
  pace: Pace;
}

/**
 * Watches how the sessions keep their pace and lowers what they may spend when they do not, all of them alike:
 * they share one machine. {@link decide} decides; this gathers what it decides from and does what it says.
 */
export class Governor {
  readonly #around: GovernorSurroundings;
  readonly #now: () => number;
  readonly #watched = new Map<string, Watched>();
  #state: GovernorState;

  constructor(around: GovernorSurroundings) {
    this.#around = around;
    this.#now = around.now ?? (() => performance.now());
    this.#state = calmState(this.#now());
  }

  /** What sessions may spend now. */
  get tuning(): Tuning {
    return loweredBy(this.#around.tuning(), this.#state.level);
  }

  get standing(): Omit<Hardware['governor'], 'log'> {
    const { level } = this.#state;
    const standing =
      level === 0
        ? 'Nothing is lowered: sessions run with the settings of their tier.'
        : `Lowered by ${level} of ${lowestLevel} steps. ${changeInWords(this.#around.tuning(), this.tuning)}.`;
    return { level, lowest: lowestLevel, standing };
  }

  /** A session in real time says how it keeps its pace: its counts since it began. */
  heed(sessionId: string, pace: Pace): void {
    const now = this.#now();
    const before = this.#watched.get(sessionId);
    this.#watched.set(sessionId, { since: before?.since ?? now, pace });
    if (!before || now - before.since < warmUpMs) return;
    // Counts of a clock begin anew when it is started again.
    const grown = (of: keyof Pace): number => Math.max(0, pace[of] - before.pace[of]);
    const { state, step } = decide(this.#state, {
      at: now,
      frames: grown('frames'),
      lateFrames: grown('lateFrames') + grown('lostFrames'),
      looks: grown('looks'),
      slowLooks: grown('slowLooks'),
      busy: this.#around.busy(),
    });
    const spentBefore = this.tuning;
    this.#state = state;
    if (step) this.#take(step, spentBefore);
  }

  /** A session has ended. */
  forget(sessionId: string): void {
    this.#watched.delete(sessionId);
  }

  /** The tier has changed. */
  retune(): void {
    this.#around.apply(this.tuning);
  }

  #take({ from, to, why }: Step, before: Tuning): void {
    const change = changeInWords(before, this.tuning) || 'no setting changes at this tier';
    const message = `${to > from ? 'Lowered' : 'Raised'}, because ${why}. ${change}.`;
    this.#around.keep({ at: new Date().toISOString(), from, to, message });
    this.#around.apply(this.tuning);
  }
}
