import type { Observation } from '../../../protocol/observation.ts';
import { cellClasses, type ScreenMode } from '../../../protocol/words.ts';

/** Views that are remembered; a game of this kind has some thousands. The oldest are forgotten first. */
const mostRemembered = 50_000;

const floor = cellClasses.indexOf('floor');
/** Whoever walks about makes no view a new one. */
const passing = new Set([cellClasses.indexOf('person'), cellClasses.indexOf('player')]);

/** A number that stands for what is seen, people left out. */
const viewOf = ({ mode, cells }: Observation): string => {
  let hash = 17;
  for (const cell of cells) hash = (Math.imul(hash, 31) + (passing.has(cell) ? floor : cell)) | 0;
  return `${mode} ${hash}`;
};

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** What the eyes have seen of late, as far as stop conditions ask for it. */
export class SightLog {
  #mode: ScreenMode | null = null;
  #newestMode: ScreenMode | null = null;
  #text = '';
  #newestView = '';
  readonly #seen = new Set<string>();

  /** Takes in a look; true when it showed something that was never seen before. */
  saw(observation: Observation): boolean {
    // The eyes err now and then, for one look; what counts is what two of them agree on.
    if (observation.mode === this.#newestMode) this.#mode = observation.mode;
    this.#newestMode = observation.mode;
    this.#text = plain((observation.text ?? []).join(' '));
    const view = viewOf(observation);
    const stands = observation.aligned && view === this.#newestView;
    this.#newestView = view;
    const lines = (observation.text ?? []).map((line) => `text ${plain(line)}`);
    const found = [...(stands ? [view] : []), ...lines].map((thing) => this.#remember(thing));
    return found.includes(true);
  }

  /** The kind of screen that is shown, once two looks agree. */
  get mode(): ScreenMode | null {
    return this.#mode;
  }

  reads(words: string): boolean {
    return this.#text.includes(plain(words));
  }

  #remember(thing: string): boolean {
    if (this.#seen.has(thing)) return false;
    this.#seen.add(thing);
    if (this.#seen.size > mostRemembered) this.#seen.delete(this.#seen.values().next().value as string);
    return true;
  }
}
