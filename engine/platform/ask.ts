import type { BenchFigures, Found } from '../../protocol/hardware.ts';
import { askChild } from '../session/ask-child.ts';
import type { BenchResult } from './bench/bench.ts';
import { noLimits } from './survey/container.ts';
import { describe } from './survey/survey.ts';

/** Questions inside have shorter limits of their own; this one is for a process that hangs as a whole. */
const surveyMs = 8000;
const benchMs = 8000;

const how = (late: boolean, end: string, limitMs: number): string =>
  late ? `no answer within ${limitMs} ms` : `the process ended: ${end}`;

/** Looks at this computer, in a process of its own. Never rejects; what cannot be found out is unknown. */
export const askSurvey = async (): Promise<Found> => {
  const asked = await askChild<Found>('../platform/survey/main', '', surveyMs);
  if ('answer' in asked) return asked.answer;
  const basics = {
    ...{ platform: process.platform, release: '', architecture: process.arch },
    ...{ processorName: null, threads: null, usableThreads: null, memoryBytes: null },
  };
  const nothing = { cpu: null, mem: null, graphics: null, battery: null, os: null, system: null };
  const fault = { what: 'this computer', why: how(asked.late, asked.how, surveyMs) };
  return { ...describe(nothing, basics, noLimits), faults: [fault] };
};

/** Runs the micro-benchmark in a process of its own, with the network of that folder. Never rejects. */
export const askBench = async (modelDir: string): Promise<BenchResult> => {
  const asked = await askChild<BenchResult>('../platform/bench/main', modelDir, benchMs);
  if ('answer' in asked) return asked.answer;
  const fault = { what: 'the micro-benchmark', why: how(asked.late, asked.how, benchMs) };
  const figures: BenchFigures = {
    ...{ integer: null, memory: null, network: null, networkUnpaced: null, tookMs: 0 },
    faults: [fault],
  };
  return { figures, instructionSet: null };
};
