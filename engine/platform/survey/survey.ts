import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { battery, cpu, graphics, mem, osInfo, system } from 'systeminformation';
import type { Found } from '../../../protocol/hardware.ts';
import { containerLimits, noLimits } from './container.ts';
import { graphicsOf } from './graphics.ts';
import { fieldsOf, knownAmount, knownFlag, knownList, knownText } from './known.ts';
import { probe } from './probe.ts';

/** Each question waits for programs of the operating system, which may hang. */
const questionMs = 4000;
const mostProcessors = 4096;
const mostMemory = 2 ** 50;
const mostPixels = 100_000;
const mostHertz = 2000;

/** Answers as they came, of whatever type: null where a question failed. */
export interface Answers {
  cpu: unknown;
  mem: unknown;
  graphics: unknown;
  battery: unknown;
  os: unknown;
  system: unknown;
}

/** What Node itself knows, which stands in where the library knows nothing. */
export interface Basics {
  platform: string;
  release: string;
  architecture: string;
  processorName: string | null;
  threads: number | null;
  usableThreads: number | null;
  memoryBytes: number | null;
}

/** Makes sense of the answers. Never throws, whatever they are. */
export const describe = (
  answers: Answers,
  basics: Basics,
  container: Found['container'],
): Omit<Found, 'faults'> => {
  const processor = fieldsOf(answers.cpu);
  const os = fieldsOf(answers.os);
  const power = fieldsOf(answers.battery);
  const screens = fieldsOf(answers.graphics);
  const brand = knownText(processor['brand']);
  const vendor = knownText(processor['manufacturer']);
  const threads =
    knownAmount(processor['cores'], mostProcessors) ?? knownAmount(basics.threads, mostProcessors);
  const hasBattery = knownFlag(power['hasBattery']);
  return {
    processor: {
      // The library cuts the maker off the name; "EPYC" alone says less than what the system calls it.
      name: knownText(basics.processorName) ?? brand,
      vendor,
      architecture: knownText(basics.architecture),
      cores: knownAmount(processor['physicalCores'], mostProcessors),
      threads,
      usableThreads: knownAmount(basics.usableThreads, mostProcessors),
      instructionSet: null,
    },
    memoryBytes:
      knownAmount(fieldsOf(answers.mem)['total'], mostMemory) ?? knownAmount(basics.memoryBytes, mostMemory),
    graphics: knownList(screens['controllers']).map(graphicsOf),
    displays: knownList(screens['displays']).map((display) => ({
      width:
        knownAmount(display['currentResX'], mostPixels) ?? knownAmount(display['resolutionX'], mostPixels),
      height:
        knownAmount(display['currentResY'], mostPixels) ?? knownAmount(display['resolutionY'], mostPixels),
      refreshRate: knownAmount(display['currentRefreshRate'], mostHertz),
      main: display['main'] === true,
    })),
    power: {
      battery: hasBattery,
      mains: hasBattery === false ? true : knownFlag(power['acConnected']),
      percent: hasBattery === true ? knownAmount(power['percent'], 100) : null,
    },
    system: {
      platform: knownText(basics.platform),
      name:
        [knownText(os['distro']), knownText(os['release'])].filter((part) => part !== null).join(' ') || null,
      release: knownText(basics.release),
      virtual: knownFlag(fieldsOf(answers.system)['virtual']),
    },
    container: {
      ...container,
      // A share of all processors is no limit.
      processors:
        container.processors !== null && threads !== null && container.processors >= threads
          ? null
          : container.processors,
    },
  };
};

/**
 * Looks at this computer. Takes as long as the slowest question, {@link questionMs} at most; a question that
 * fails leaves its fields unknown and a line in `faults`. The instruction set is known to the addon alone
 * (`../bench/`).
 */
export const survey = async (): Promise<Found> => {
  const faults: Found['faults'] = [];
  const ask = <Value>(what: string, look: () => Value | Promise<Value>) =>
    probe(what, questionMs, faults, look);
  const [container, processorName, threads, usableThreads, memoryBytes] = await Promise.all([
    ask('container limits', () => containerLimits()),
    ask('processor name', () => cpus()[0]?.model ?? null),
    ask('processor threads', () => cpus().length),
    ask('usable threads', () => availableParallelism()),
    ask('memory size', () => totalmem()),
  ]);
  const basics = {
    ...{ platform: platform(), release: release(), architecture: arch() },
    ...{ processorName, threads, usableThreads, memoryBytes },
  };
  const [ofCpu, ofMem, ofGraphics, ofBattery, ofOs, ofSystem] = await Promise.all([
    ask('processor', () => cpu()),
    ask('memory', () => mem()),
    ask('graphics and displays', () => graphics()),
    ask('battery', () => battery()),
    ask('operating system', () => osInfo()),
    ask('virtual machine', () => system()),
  ]);
  const answers = {
    ...{ cpu: ofCpu, mem: ofMem, graphics: ofGraphics },
    ...{ battery: ofBattery, os: ofOs, system: ofSystem },
  };
  return { ...describe(answers, basics, container ?? noLimits), faults };
};
