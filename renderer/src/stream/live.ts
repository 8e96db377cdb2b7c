import type { FrameMessage } from '../../../protocol/frame-message.ts';
import type { Advice, Agreement, Observation } from '../../../protocol/observation.ts';
import { Store } from '../shared/store.ts';
import { FramePacer } from './frame-pacer.ts';

/**
 * The things that change up to sixty times a second. They stay outside React and the query cache, which would
 * render the whole page for each; the picture reads them when the browser is about to draw.
 */
export class Live {
  /** The picture to show; it changes only while the browser prepares a refresh. */
  readonly frame = new Store<FrameMessage | null>(null);
  /** What the player advises; null: nothing was heard yet. */
  readonly advice = new Store<{ advice: Advice | null; agreement: Agreement } | null>(null);
  readonly observation = new Store<Observation | null>(null);

  /** Pictures on their way to `frame`. */
  readonly arriving = new FramePacer((frame) => this.frame.set(frame));

  /** Forgets the session that was watched. */
  clear(): void {
    this.arriving.clear();
    this.frame.set(null);
    this.observation.set(null);
    this.advice.set(null);
  }
}
