import { loadRecording, type Recording } from '../recordings.ts';
import { median } from '../statistics/order.ts';

/** One recording of a figure: its samples in the order in which they were measured. */
interface Series {
  values: number[];
  /** The yardstick's readings beside them. */
  yardstick?: number[];
}

/** Recordings of one figure by the same build; the samples of two runs are taken from two of them. */
export interface Noise {
  figure: string;
  unit: string;
  series: Series[];
  /** Seeds, for a figure to be compared in pairs: sample i of every recording was played with the same one. */
  keys?: number[];
}

const unitOf = (name: string): string => {
  if (name === 'frames-to-gate') return 'frames';
  if (name === 'resident-bytes') return 'bytes';
  return name === 'session-seconds' ? 's' : 'µs';
};

const seedsOf = ({ seeds }: Recording): number[] =>
  Array.from({ length: seeds.last - seeds.first + 1 }, (_, i) => seeds.first + i);

/** Medians of stages that compute, and the eyes alone: what a suite can stand guard over with a stored baseline. */
const timings = ['eyes-alone', 'core-p50', 'preprocess-p50', 'infer-p50'];
/**
 * What depends on busy neighbours in ways that the yardstick does not (caches, waking up another process), and
 * tails: recorded, too, to show where the check ends.
 */
const wild = [
  'path-p50',
  'publish-p50',
  'decide-p50',
  'core-p99',
  'preprocess-p99',
  'publish-p99',
  'infer-p99',
  'decide-p99',
  'path-p99',
  'session-seconds',
];

/**
 * The same figure as if baseline and run had been measured in turns: of one recording every other sample is the
 * baseline's, and the one after it the run's. Neighbours are compared as pairs, so what drifts drifts in both.
 */
export const inTurns = ({ figure, unit, series }: Noise): Noise => {
  const every = (first: number): number[] =>
    series.flatMap(({ values }) => values.filter((_, i) => i % 2 === first && (i | 1) < values.length));
  const sides = [every(0), every(1)].map((values) => ({ values }));
  return { figure, unit, series: sides, keys: sides[0]!.values.map((_, i) => i) };
};

/** The recordings as noise: what the check is proven on, and what it cannot cope with. */
export const recordedNoise = (): { guarded: Noise[]; others: Noise[] } => {
  const repeated = ['lockstep-a', 'lockstep-b', 'lockstep-c', 'lockstep-d'].map(loadRecording);
  const [lockstep] = repeated as [Recording];
  const noiseOf = (name: string, figure: string, recordings: Recording[]): Noise => ({
    figure,
    unit: unitOf(name),
    series: recordings.map(({ samples }) => ({ values: samples[name]! })),
  });
  const timed = (name: string): Noise => ({
    figure: name,
    unit: unitOf(name),
    series: repeated.map(({ samples }) => ({ values: samples[name]!, yardstick: samples['yardstick']! })),
  });
  // Lockstep repeats itself to the frame, so its own noise is none: another emulator stands for a build that
  // plays equally well but not identically.
  const emulators = [lockstep, loadRecording('lockstep-gambatte')];
  const realTime = ['real-time-1', 'real-time-2'].map(loadRecording);
  return {
    guarded: [
      {
        ...noiseOf('frames-to-gate', 'frames to the gate in lockstep, by seed', emulators),
        keys: seedsOf(lockstep),
      },
      {
        ...noiseOf('frames-to-gate', 'frames to the gate in real time, by seed', realTime),
        keys: seedsOf(realTime[0]!),
      },
      noiseOf('resident-bytes', 'resident memory', repeated),
      ...timings.map(timed),
    ],
    others: [
      noiseOf('frames-to-gate', 'frames to the gate, not by seed', emulators),
      ...timings.map((name) => noiseOf(name, `${name}, without the yardstick`, repeated)),
      ...wild.map(timed),
    ],
  };
};

/** Samples in units of the yardstick; of pairs, in units of the first recording. */
const relative = ({ series, keys }: Noise): number[][] =>
  (keys ? series.slice(1) : series).map(({ values, yardstick }) =>
    values.map((value, i) => value / (keys ? series[0]!.values[i]! : (yardstick?.[i] ?? 1))),
  );

/** The same noise, larger or smaller by a factor: distances from the median, on a scale of ratios. */
export const scaled = (noise: Noise, by: number): Noise => {
  if (by === 1) return noise;
  const stretched = relative(noise).map((ratios) => {
    const middle = median(ratios.map(Math.log));
    return ratios.map((ratio) => Math.exp(middle + by * (Math.log(ratio) - middle)));
  });
  const { series, keys } = noise;
  const back = (ratios: number[], beside: number[] | undefined): number[] =>
    ratios.map((ratio, i) => ratio * (beside?.[i] ?? 1));
  return {
    ...noise,
    series: series.map((one, i) => {
      if (!keys) return { ...one, values: back(stretched[i]!, one.yardstick) };
      return i === 0 ? one : { values: back(stretched[i - 1]!, series[0]!.values) };
    }),
  };
};

const deviation = (values: number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

/** What outliers hardly move: 1.4826 times the median distance from the median, as large for normal noise. */
const robustDeviation = (values: number[]): number => {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
};

/** Standard deviations of one sample, relative, in the noisiest recording; of pairs, of one difference. */
export const spreadOf = (noise: Noise): { deviation: number; robust: number } => {
  const logs = relative(noise).map((ratios) => ratios.map(Math.log));
  return {
    deviation: Math.max(...logs.map(deviation)),
    robust: Math.max(...logs.map(robustDeviation)),
  };
};
