import type { BenchFigures, Tier } from '../../protocol/hardware.ts';
import type { Fingerprint } from '../platform/fingerprint.ts';

/** What is remembered of one hardware. */
export interface HardwareRow {
  /** Tells it from another; the key. */
  fingerprint: Fingerprint;
  /** When it was measured. */
  at: string;
  figures: BenchFigures;
  /** The best instruction set that our kernels use on it; null: unknown. */
  instructionSet: string | null;
  tier: Tier;
  why: string;
  /** The user's own choice; null: none. */
  chosen: Tier | null;
}

/** The same as it lies in the table: JSON as text. */
export type HardwareColumns = Omit<HardwareRow, 'fingerprint' | 'figures'> & {
  fingerprint: string;
  figures: string;
};

export const toColumns = (row: HardwareRow): HardwareColumns => ({
  ...row,
  fingerprint: JSON.stringify(row.fingerprint),
  figures: JSON.stringify(row.figures),
});

export const fromColumns = (columns: HardwareColumns): HardwareRow => ({
  ...columns,
  fingerprint: JSON.parse(columns.fingerprint) as Fingerprint,
  figures: JSON.parse(columns.figures) as BenchFigures,
});
