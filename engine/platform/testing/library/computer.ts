import type { BenchFigures, Found, Tier } from '../../../../protocol/hardware.ts';
import type { Answers, Basics } from '../../survey/survey.ts';

/** A computer as the survey's questions and the micro-benchmark would describe it, and the tier it belongs to. */
export interface Computer {
  name: string;
  tier: Tier;
  answers: Answers;
  basics: Basics;
  container: Found['container'];
  figures: BenchFigures | null;
}

/**
 * Multiply-adds a cycle that our integer engine reaches with the eyes' network. `avx512vnni`, `avx2-wide` and
 * `scalar` were measured (Zen 5 at about 4.2 GHz: 16, 49 and 1570 µs for 5.19 million); the others are scaled from
 * them by the width of the published vector units.
 */
const macsPerCycle = {
  avx512vnni: 77,
  avxvnni: 45,
  'avx2-wide': 25,
  avx2: 19,
  'avx2-narrow': 12,
  'neondot-wide': 45,
  neondot: 20,
  neon: 8,
  scalar: 0.6,
  'scalar-slow': 0.3,
} as const;
const macs = 5.19e6;

/** Million steps of the integer measurement for each point of a single-thread rating; measured on one machine. */
const stepsPerPoint = 0.066;
/** Share of a memory's peak rate that one core reaches when it copies, and the most that one core moves, GB/s. */
const copyShare = 0.55;
const mostForOneCore = 50;
/** Runs that begin 60 times a second find colder caches than runs back to back. */
const pacedFactor = 1.4;

export interface Speeds {
  /** PassMark's single-thread rating, rounded: public charts, within some percent. */
  rating: number;
  /** GHz that one busy core runs at. */
  ghz: number;
  isa: keyof typeof macsPerCycle;
  /** Peak rate of the memory as fitted, GB/s: transfers × 8 bytes × channels. */
  peak: number;
}

/** What the micro-benchmark would say of such a processor: derived, as the constants above say. */
const derived = ({ rating, ghz, isa, peak }: Speeds): BenchFigures => {
  const unpaced = macs / (macsPerCycle[isa] * ghz * 1000);
  return {
    integer: stepsPerPoint * rating,
    memory: Math.min(copyShare * peak, mostForOneCore),
    network: unpaced * pacedFactor,
    networkUnpaced: unpaced,
    tookMs: 350,
    faults: [],
  };
};

export interface Graphic {
  vendor?: string;
  model?: string;
  /** Megabytes, as the library reports them: often wrong. */
  vram?: number | null;
  memoryTotal?: number;
}

export interface Traits {
  cores: number;
  threads: number;
  /** GB as sold; what the system sees is a little less. */
  memory: number;
  graphics: (Graphic | undefined)[];
  speeds: Speeds | null;
  platform?: 'win32' | 'linux' | 'darwin';
  architecture?: 'x64' | 'arm64';
  /** A laptop: on its battery, or on mains. */
  laptop?: 'battery' | 'mains';
  virtual?: boolean;
  limits?: { processors: number | null; memory: number | null };
  figures?: Partial<BenchFigures>;
}

const gigabyte = 1024 ** 3;

/** A computer from what distinguishes it. `processor` is the name as the operating system tells it. */
export const computer = (name: string, tier: Tier, processor: string, traits: Traits): Computer => {
  const { cores, threads, memory, graphics, speeds, laptop, limits } = traits;
  const memoryBytes = memory * gigabyte * 0.97;
  const processors = limits?.processors ?? null;
  return {
    name,
    tier,
    answers: {
      cpu: {
        manufacturer: '',
        brand: processor,
        cores: threads,
        physicalCores: cores,
        speed: speeds?.ghz ?? 0,
      },
      mem: { total: memoryBytes },
      graphics: { controllers: graphics, displays: [] },
      battery: { hasBattery: laptop !== undefined, acConnected: laptop !== 'battery', percent: 80 },
      os: { distro: 'Test', release: '1' },
      system: { virtual: traits.virtual ?? false },
    },
    basics: {
      platform: traits.platform ?? 'win32',
      release: '1',
      architecture: traits.architecture ?? 'x64',
      processorName: processor,
      threads,
      usableThreads: threads,
      memoryBytes,
    },
    container: {
      version: limits ? 'cgroup v2' : null,
      processors,
      memoryBytes: limits?.memory ? limits.memory * gigabyte : null,
    },
    figures: speeds && { ...derived(speeds), ...traits.figures },
  };
};

/** Common graphics, as the library names them. */
export const cards = {
  intel: (model: string): Graphic => ({ vendor: 'Intel Corporation', model: `Intel(R) ${model}`, vram: 128 }),
  nvidia: (model: string, memoryTotal?: number): Graphic => ({
    vendor: 'NVIDIA',
    model: `NVIDIA GeForce ${model}`,
    vram: 4095,
    ...(memoryTotal === undefined ? {} : { memoryTotal }),
  }),
  amd: (model: string, vram: number | null = 4095): Graphic => ({
    vendor: 'Advanced Micro Devices, Inc.',
    model: `AMD Radeon ${model}`,
    vram,
  }),
} as const;

/** Peak rates of memory, GB/s. */
export const memoryRates = {
  'ddr2-800 ×2': 12.8,
  'ddr3-1333': 10.7,
  'ddr3-1600': 12.8,
  'ddr3-1333 ×2': 21.3,
  'ddr3-1600 ×2': 25.6,
  'ddr4-2133 ×2': 34.1,
  'ddr4-2400': 19.2,
  'ddr4-2400 ×2': 38.4,
  'ddr4-2666 ×2': 42.7,
  'ddr4-2933 ×2': 46.9,
  'ddr4-3200': 25.6,
  'ddr4-3200 ×2': 51.2,
  'ddr4-2133 ×4': 68.3,
  'ddr4-2666 ×4': 85.3,
  'ddr5-4800': 38.4,
  'ddr5-5600 ×2': 89.6,
  'ddr5-6000 ×2': 96,
  'lpddr5-6400 ×2': 102.4,
  'lpddr4-3200': 12.8,
  'lpddr4x-4267': 34.1,
} as const;
