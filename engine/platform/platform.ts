import type { Found, Hardware } from '../../protocol/hardware.ts';
import type { Tier } from '../../protocol/words.ts';
import type { NoticeText } from '../notices.ts';
import type { HardwareRow } from '../store/hardware-rows.ts';
import type { Store } from '../store/store.ts';
import { askBench, askSurvey } from './ask.ts';
import { differences, type Fingerprint, fingerprintOf, sameHardware } from './fingerprint.ts';
import type { TierChoice } from './tier/choices.ts';
import { assumedTier, decideTier } from './tier/decide.ts';

export interface PlatformSurroundings {
  store: Store;
  tell: (notice: NoticeText) => void;
  modelDir: string;
  tier: TierChoice;
  /** Another tier is in force. */
  onTier: (tier: Tier) => void;
  /** How the computer is looked at and measured; tests give their own. */
  ask?: { survey: typeof askSurvey; bench: typeof askBench };
}

type Measured = Pick<Hardware, 'state' | 'found' | 'figures' | 'measuredAt' | 'tier'>;

/**
 * This computer: what it is made of, how fast it is, and the tier that follows. Measured once for each hardware
 * and remembered with its fingerprint; looked at anew at each start and when it is plugged in or unplugged, and
 * measured again when it has become another one.
 */
export class Platform {
  readonly #around: PlatformSurroundings;
  readonly #ask: { survey: typeof askSurvey; bench: typeof askBench };
  #found: Found | null = null;
  /** What is remembered of this very hardware. */
  #row: HardwareRow | null = null;
  #examining: Promise<void> | null = null;
  #closed = false;

  constructor(around: PlatformSurroundings) {
    this.#around = around;
    this.#ask = around.ask ?? { survey: askSurvey, bench: askBench };
    // Until the survey has said otherwise this is taken for the computer that it was last time.
    this.#row = around.store.hardware()[0] ?? null;
  }

  /** The tier in force. */
  get tier(): Tier {
    return this.#standing().tier;
  }

  get measured(): Measured {
    const row = this.#row;
    const ready = row !== null && this.#found !== null;
    return {
      state: this.#examining ? 'measuring' : ready ? 'ready' : 'unmeasured',
      found: this.#found && withInstructions(this.#found, row),
      figures: row?.figures ?? null,
      measuredAt: row?.at ?? null,
      tier: this.#standing(),
    };
  }

  /**
   * Looks at the computer, and measures it where it is not the one that was measured last, or where `again` asks
   * for it. One examination at a time: whoever asks meanwhile waits for the same. Never rejects.
   */
  examine(again = false): Promise<void> {
    this.#examining ??= this.#examine(again).finally(() => {
      this.#examining = null;
    });
    return this.#examining;
  }

  /** What this computer is; looks first where nobody has yet, as with a tier from the settings. */
  async seen(): Promise<Measured> {
    if (this.#found === null) await this.examine();
    return this.measured;
  }

  /** Something may have changed this moment: an examination under way has perhaps looked there before. */
  async lookAgain(): Promise<void> {
    await this.#examining;
    await this.examine();
  }

  /** The user's own choice for this hardware; null takes it back. Waits for an examination under way. */
  async choose(tier: Tier | null): Promise<void> {
    if (this.#row === null || this.#found === null || this.#examining) await this.examine();
    const before = this.tier;
    if (this.#row !== null) this.#remember({ ...this.#row, chosen: tier });
    this.#tellTier(before);
  }

  /** What is still being found out is dropped. */
  close(): void {
    this.#closed = true;
  }

  async #examine(again: boolean): Promise<void> {
    const before = this.tier;
    const found = await this.#ask.survey();
    if (this.#closed) return;
    const fingerprint = fingerprintOf(found);
    const rows = this.#around.store.hardware();
    const known = rows.find((row) => sameHardware(row.fingerprint, fingerprint)) ?? null;
    if (known && !again) {
      const { tier, why } = decideTier(withInstructions(found, known), known.figures);
      const mains = this.#found?.power.mains;
      this.#found = found;
      this.#remember({ ...known, tier, why });
      if (mains !== undefined && mains !== found.power.mains && this.tier !== before) this.#tellPower(found);
    } else {
      const { figures, instructionSet } = await this.#ask.bench(this.#around.modelDir);
      if (this.#closed) return;
      const decided = decideTier(found, figures);
      const at = new Date().toISOString();
      this.#found = found;
      const chosen = known?.chosen ?? null;
      const key = known?.fingerprint ?? fingerprint;
      this.#remember({ fingerprint: key, at, figures, instructionSet, ...decided, chosen });
      if (!known && rows[0]) this.#tellChange(rows[0].fingerprint, fingerprint, rows[0].chosen);
    }
    this.#tellTier(before);
  }

  #remember(row: HardwareRow): void {
    this.#row = row;
    this.#around.store.putHardware(row);
  }

  #standing(): Hardware['tier'] {
    const row = this.#row;
    const measured = row && { tier: row.tier, why: row.why };
    const aside = measured ? ` Measured: ${measured.why}` : '';
    const { tier: setting } = this.#around;
    if (row?.chosen) {
      const why = `${row.chosen}, because you chose it.${aside}`;
      return { tier: row.chosen, why, from: 'chosen', measured };
    }
    if (setting !== 'auto') {
      const why = `${setting}, because the setting --tier says so.${aside}`;
      return { tier: setting, why, from: 'setting', measured };
    }
    if (measured) return { ...measured, from: 'measured', measured };
    const why = `${assumedTier}, because this computer has not been measured yet.`;
    return { tier: assumedTier, why, from: 'assumed', measured: null };
  }

  #tellTier(before: Tier): void {
    if (this.tier !== before) this.#around.onTier(this.tier);
  }

  #tellPower({ power }: Found): void {
    const what = power.mains === false ? 'was unplugged' : 'was plugged in';
    const message = `The computer ${what}, and the tier follows: ${this.#standing().why}`;
    this.#around.tell({ level: 'info', message, topic: 'power' });
  }

  #tellChange(before: Fingerprint, now: Fingerprint, chosen: Tier | null): void {
    const changed = differences(before, now);
    if (changed.length === 0) return;
    const again = chosen
      ? ` The tier that you had chosen, ${chosen}, belonged to the computer as it was.`
      : '';
    this.#around.tell({
      level: 'info',
      message: `The hardware has changed (${changed.join(', ')}), so it was measured again: ${this.#standing().why}${again}`,
      ...(chosen
        ? { remedy: 'Choose the tier again on the page Hardware if you want it for this one, too.' }
        : {}),
    });
  }
}

/** The survey cannot ask for the instruction set; the micro-benchmark, which runs the network, can. */
const withInstructions = (found: Found, row: HardwareRow | null): Found => ({
  ...found,
  processor: { ...found.processor, instructionSet: row?.instructionSet ?? null },
});
