import type { Found } from '../../../protocol/hardware.ts';

/** The computer in the words of an export's header; empty where it is not known. */
export interface ExportedHardware {
  system: string;
  processor: string;
  graphics: string;
  memory: string;
  kernel: string;
}

export const exportedHardware = (found: Found | null): ExportedHardware => ({
  system: found?.system.name ?? '',
  processor: found?.processor.name ?? '',
  graphics: found?.graphics[0]?.name ?? '',
  memory: found?.memoryBytes ? `${Math.round(found.memoryBytes / 2 ** 30)} GB` : '',
  kernel: found?.system.release ?? '',
});
