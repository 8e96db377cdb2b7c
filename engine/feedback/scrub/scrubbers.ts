import { Scrubber } from './scrubber.ts';
import type { Secrets } from './secrets.ts';

/** One scrubber an item, so that a secret has one placeholder in all that belongs together. */
export class Scrubbers {
  readonly #secrets: Secrets;
  readonly #known = new Map<string, Scrubber>();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  of(itemId: string): Scrubber {
    const scrubber = this.#known.get(itemId) ?? new Scrubber(this.#secrets);
    this.#known.set(itemId, scrubber);
    return scrubber;
  }
}
