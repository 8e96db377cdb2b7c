import type { Found } from '../../protocol/hardware.ts';

/** What makes a computer another one when it changes. Power and displays come and go and are no part of it. */
export interface Fingerprint {
  platform: string | null;
  processor: string | null;
  threads: number | null;
  /** Whole gigabytes: firmware takes a little more or less from one start to the next. */
  memory: number | null;
  graphics: string | null;
  limitProcessors: number | null;
  limitMemory: number | null;
}

const gigabytes = (bytes: number | null): number | null =>
  bytes === null ? null : Math.round(bytes / 1024 ** 3);

export const fingerprintOf = (found: Found): Fingerprint => {
  const names = found.graphics.map(({ name }) => name ?? '?').toSorted();
  return {
    platform: found.system.platform,
    processor: found.processor.name,
    threads: found.processor.threads,
    memory: gigabytes(found.memoryBytes),
    graphics: names.length === 0 ? null : names.join(' + '),
    limitProcessors: found.container.processors,
    limitMemory: gigabytes(found.container.memoryBytes),
  };
};

/** Container limits are known to be absent when they are null, unlike everything else. */
const exact: readonly (keyof Fingerprint)[] = ['limitProcessors', 'limitMemory'];

/**
 * Whether two fingerprints are of the same hardware. A part that one of them does not know speaks against
 * nothing: a question that failed once must not make it another computer.
 */
export const sameHardware = (a: Fingerprint, b: Fingerprint): boolean =>
  (Object.keys(a) as (keyof Fingerprint)[]).every(
    (part) => a[part] === b[part] || (!exact.includes(part) && (a[part] === null || b[part] === null)),
  );

const partNames: Record<keyof Fingerprint, string> = {
  platform: 'the operating system',
  processor: 'the processor',
  threads: 'the number of processor threads',
  memory: 'the memory',
  graphics: 'the graphics',
  limitProcessors: 'the container’s share of the processor',
  limitMemory: 'the container’s share of the memory',
};

/** What differs, in words. */
export const differences = (a: Fingerprint, b: Fingerprint): string[] =>
  (Object.keys(a) as (keyof Fingerprint)[])
    .filter((part) => !sameHardware({ ...a, [part]: a[part] }, { ...a, [part]: b[part] }))
    .map((part) => partNames[part]);
