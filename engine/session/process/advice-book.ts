import type { Advice, Agreement } from '../../../protocol/observation.ts';
import { type AdviceAnswer, heldButtons } from '../../../protocol/words.ts';
import type { Suggestion } from '../../player/types.ts';

/** Frames for which buttons that were down before the advice came may stay down without counting against it. */
const grace = 30;

/** What the page and the engine are to hear: the advice as it stands, and what was just answered. */
export interface AdviceNews {
  advice: Advice | null;
  agreement: Agreement;
  /** Advice that was answered with this observation. */
  answered: Advice | null;
}

/**
 * Numbers the player's suggestions and tells which of them the human follows. Advice is answered by the first button
 * that is pressed after it was said: its own, and it was followed; another one, and it was not. What was held
 * down already gets half a second.
 */
export class AdviceBook {
  readonly #agreement: Agreement;
  #advice: Advice | null = null;
  #suggestion: Suggestion | null = null;
  #mask = 0;
  /** Buttons that were down when the advice came and have not been let go of since. */
  #heldBefore = 0;
  #numbers = 0;

  constructor(agreement: Agreement = { followed: 0, differed: 0 }) {
    this.#agreement = agreement;
  }

  /**
   * Takes in what was held since the last observation, and what the player suggests now. Returns what changed by it;
   * null: nothing.
   */
  hear(suggestion: Suggestion | null, pressed: number, frame: number): AdviceNews | null {
    const answered = this.#judge(pressed, frame);
    const said = suggestion !== this.#suggestion;
    if (said) this.#say(suggestion, pressed);
    return said || answered ? this.#news(answered) : null;
  }

  /** Nobody is advised any more. Returns null where nobody was. */
  close(): AdviceNews | null {
    if (this.#suggestion === null) return null;
    this.#say(null, 0);
    return this.#news(null);
  }

  #news(answered: Advice | null): AdviceNews {
    return { advice: this.#advice && { ...this.#advice }, agreement: { ...this.#agreement }, answered };
  }

  #judge(pressed: number, frame: number): Advice | null {
    const advice = this.#advice;
    if (advice?.answer !== 'open') return null;
    const fresh = pressed & ~this.#heldBefore;
    this.#heldBefore &= pressed;
    if (pressed & this.#mask) return this.#answer('followed');
    const otherwise = fresh !== 0 || (pressed !== 0 && frame - advice.since > grace);
    return otherwise ? this.#answer('differed') : null;
  }

  #answer(answer: Exclude<AdviceAnswer, 'open'>): Advice {
    this.#agreement[answer] += 1;
    this.#advice = { ...this.#advice!, answer };
    return this.#advice;
  }

  #say(suggestion: Suggestion | null, pressed: number): void {
    const before = this.#suggestion && this.#advice;
    this.#suggestion = suggestion;
    if (!suggestion) {
      this.#advice = null;
      this.#mask = 0;
      return;
    }
    const { decision, buttons } = suggestion;
    const same =
      before !== null &&
      buttons === this.#mask &&
      decision.task === before.task &&
      decision.skill === before.skill;
    // "Up, three steps", then "up, two": one piece of advice for as long as the human is busy answering it.
    if (same && (before.answer === 'open' || pressed !== 0)) {
      this.#advice = { ...before, ...decision };
      return;
    }
    this.#mask = buttons;
    this.#heldBefore = pressed;
    const number = this.#numbers++;
    this.#advice = {
      ...decision,
      number,
      since: decision.frame,
      buttons: heldButtons(buttons),
      answer: 'open',
    };
  }
}
