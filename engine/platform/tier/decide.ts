import { type BenchFigures, type Found, type Tier, tiers } from '../../../protocol/hardware.ts';
import { frameBudgetUs } from '../../../protocol/words.ts';
import { strongestGraphics } from './graphics-names.ts';
import { processorPlace } from './processor-names.ts';
import { type Speed, speedOf } from './speed.ts';

/** What a tier is chosen from. */
export type Hardware = Pick<Found, 'processor' | 'memoryBytes' | 'graphics' | 'power' | 'container'>;

export interface Decided {
  tier: Tier;
  /** One sentence: "mid, because …". */
  why: string;
}

/** The tier until anything is known; the governor lowers it where it is too much. */
export const assumedTier: Tier = 'mid';

const gigabyte = 1024 ** 3;
/** "4 GB", "8 GB", "16 GB" less what graphics and firmware take of it. */
const leastMemory = { mid: 5.5 * gigabyte, high: 12 * gigabyte };
const leastThreads = { mid: 4, high: 8 };

const smaller = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
const rank = (tier: Tier): number => tiers.indexOf(tier);

/** Something that keeps a computer below what its speed would allow. */
interface Cap {
  tier: Tier;
  because: string;
}

const threadCap = ({ processor, container }: Hardware): Cap | null => {
  const threads = smaller(smaller(processor.threads, processor.usableThreads), container.processors);
  if (threads === null || threads >= leastThreads.high) return null;
  const count = Number.isInteger(threads) ? String(threads) : threads.toFixed(1);
  const what = count === '1' ? '1 processor thread' : `${count} processor threads`;
  const limited = threads === container.processors && threads < (processor.threads ?? threads + 1);
  return {
    tier: threads >= leastThreads.mid ? 'mid' : 'low',
    because: limited ? `the container may use only ${what}` : `it has only ${what}`,
  };
};

const memoryCap = ({ memoryBytes, container }: Hardware): Cap | null => {
  const bytes = smaller(memoryBytes, container.memoryBytes);
  if (bytes === null) return { tier: 'mid', because: 'the size of its memory is unknown' };
  if (bytes >= leastMemory.high) return null;
  const limited = bytes === container.memoryBytes && bytes < (memoryBytes ?? bytes + 1);
  const size = `${(bytes / gigabyte).toFixed(1)} GB of memory`;
  return {
    tier: bytes >= leastMemory.mid ? 'mid' : 'low',
    because: limited ? `the container may use only ${size}` : `it has only ${size}`,
  };
};

const graphicsCap = ({ graphics }: Hardware): Cap | null => {
  const strongest = strongestGraphics(graphics);
  if (strongest === null) return { tier: 'mid', because: 'no graphics card was found' };
  if (strongest.class === 'strong') return null;
  const name = strongest.card.name ?? 'its graphics card';
  const what =
    strongest.card.kind === 'integrated'
      ? `${name} is part of its processor`
      : `${name} is no high-end graphics card`;
  return { tier: 'mid', because: what };
};

/** A processor without AVX2 or NEON runs the network hundreds of times slower, whatever else it does well. */
const networkCap = (figures: BenchFigures | null): Cap | null => {
  const network = figures?.network ?? null;
  if (network === null || !(network > frameBudgetUs / 2)) return null;
  const [ms, budget] = [network / 1000, frameBudgetUs / 1000];
  return {
    tier: 'low',
    because: `the network alone takes ${ms.toFixed(1)} of the ${budget} ms that a frame’s way may take`,
  };
};

const powerCap = ({ power }: Hardware): Cap | null =>
  power.battery === true && power.mains === false ? { tier: 'mid', because: 'it runs on its battery' } : null;

/** The speed's tier, with the names having the last word where a figure lies at a limit. */
const paced = (speed: Speed, place: Tier | null): { tier: Tier; named: boolean } => {
  const named = speed.between !== null && place !== null;
  if (!named) return { tier: speed.tier, named };
  const [lower, upper] = speed.between!;
  return { tier: rank(place) >= rank(upper) ? upper : lower, named };
};

const measures = (figures: BenchFigures): string => {
  const parts = [
    figures.integer === null ? null : `${figures.integer.toFixed(0)} million integer steps a second`,
    figures.memory === null ? null : `${figures.memory.toFixed(0)} GB/s of memory`,
    figures.network === null ? null : `${figures.network.toFixed(0)} µs for the network`,
  ];
  return parts.filter((part) => part !== null).join(', ');
};

/** What is no positive number was not measured. */
const plausible = (figures: BenchFigures): BenchFigures => {
  const known = (value: number | null): number | null =>
    value !== null && Number.isFinite(value) && value > 0 ? value : null;
  const [integer, memory] = [known(figures.integer), known(figures.memory)];
  return { ...figures, integer, memory, network: known(figures.network) };
};

/**
 * The tier of a computer. The micro-benchmark decides; what it cannot show (threads, memory, graphics, battery)
 * may lower the result; names speak where nothing was measured or the figures lie at a limit. Never throws.
 */
export const decideTier = (hardware: Hardware, measured: BenchFigures | null): Decided => {
  const figures = measured && plausible(measured);
  const speed = speedOf(figures);
  const place = processorPlace(hardware.processor.name);
  const fast = speed === null ? null : paced(speed, place);
  const base = fast?.tier ?? place ?? assumedTier;
  const caps = [
    networkCap(figures),
    threadCap(hardware),
    memoryCap(hardware),
    graphicsCap(hardware),
    powerCap(hardware),
  ];
  const lowest = caps
    .filter((cap) => cap !== null && rank(cap.tier) < rank(base))
    // The first of the lowest: the order above is that of how much each matters.
    .reduce<Cap | null>(
      (least, cap) => (least === null || rank(cap!.tier) < rank(least.tier) ? cap : least),
      null,
    );
  const tier = lowest?.tier ?? base;
  return { tier, why: `${tier}, because ${reason(lowest, base, fast, place, hardware, figures)}.` };
};

const reason = (
  cap: Cap | null,
  base: Tier,
  fast: { named: boolean } | null,
  place: Tier | null,
  { processor }: Hardware,
  figures: BenchFigures | null,
): string => {
  if (fast !== null && figures !== null) {
    const measured = `(${measures(figures)})`;
    if (cap) return `${cap.because}, though it is fast enough for ${base} ${measured}`;
    if (fast.named)
      return `it measures at the border ${measured} and the processor’s name, ${processor.name}, speaks for ${base}`;
    return `it measures like a ${base} computer ${measured}`;
  }
  if (place !== null) {
    const named = `${processor.name} is a ${base} processor by its name`;
    return cap ? `${cap.because}, though ${named}` : `it was not measured and ${named}`;
  }
  return cap ? cap.because : 'too little is known about this computer to say more';
};
