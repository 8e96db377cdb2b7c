import type { FrameMessage } from '../../../protocol/frame-message.ts';
import type { Advice, Agreement, Observation } from '../../../protocol/observation.ts';
import { Store } from '../shared/store.ts';

/**
 * The things that change up to sixty times a second. They stay outside React and the query cache, which would
 * render the whole page for each; the picture reads them when the browser is about to draw.
 */
export class Live {
  readonly frame = new Store<FrameMessage | null>(null);
  /** What the player advises; null: nothing was heard yet. */
  readonly advice = new Store<{ advice: Advice | null; agreement: Agreement } | null>(null);
  readonly observation = new Store<Observation | null>(null);

  /** Forgets the session that was watched. */
  clear(): void {
    this.frame.set(null);
    this.observation.set(null);
    this.advice.set(null);
  }
}
