/**
 * The whole way of a frame, paced as in play, with eyes on every frame: of a core's picture for minutes, and of a
 * 1920×1080 window that changes 60 times a second. Of a core, what lies after the core counts: the stage `age`,
 * from the moment at which it hands its picture over until the observation can be read. Of a window it is the
 * stage `path`: capture, preprocessing, inference, observation.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NativeSight } from '../../engine/perception/native-sight.ts';
import type { Sight } from '../../engine/perception/sight.ts';
import { GoalPlayer } from '../../engine/player/goal-player.ts';
import { loadGame } from '../../games/catalog.ts';
import { missingForWindows, VirtualDisplay } from '../../native/testing/emulator-window.ts';
import { installedCore } from '../../native/testing/fixtures.ts';
import { showFrames, writeFrames } from '../../native/testing/shown-frames.ts';
import type { HistogramStats, Host, HostMetrics, Picture, SourceHost } from '../../native/types.ts';
import { openWindowHost } from '../../native/window.ts';
import { buttonMask } from '../../protocol/words.ts';
import { type Figure, type Part, wantBelow } from './figure.ts';
import { model, openGame } from './measure-host.ts';

/** No frame may take longer than that, but for what the machine did to it. */
const budgetUs = 5000;

/** Processor time that somebody else took from this machine, in ticks of 10 ms; null where nobody tells. */
const stolenTicks = (): number | null => {
  try {
    return Number(readFileSync('/proc/stat', 'utf8').split('\n')[0]?.trim().split(/\s+/)[8]);
  } catch {
    return null;
  }
};

/** A frame over the budget that used no processor time was the machine's pause; in words. */
const pauses = (path: HistogramStats, work: HistogramStats): string => {
  if (path.max <= budgetUs) return `no frame over 5 ms; the longest took ${(path.max / 1000).toFixed(2)} ms`;
  const most = (work.max / 1000).toFixed(2);
  return work.max <= budgetUs
    ? `the longest took ${(path.max / 1000).toFixed(1)} ms, but no frame used more than ${most} ms of processor time: the rest was the machine's pause`
    : `a frame used ${most} ms of processor time`;
};

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

/** The AI plays from its bed to the gate, again and again: what a player's computer has to do. */
const playFor = async (host: Host, sight: Sight, seconds: number, start: string): Promise<void> => {
  const { guide } = loadGame('thistlevale');
  let seed = 0;
  let player = new GoalPlayer(guide, guide.goals[0]!, seed);
  let looked = host.newestFrame();
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(2)) {
    if (host.newestFrame() - looked < player.tickFrames) continue;
    looked = host.newestFrame();
    const { observation } = await sight.see();
    const { buttons, status } = player.decide(observation);
    host.setButtons(buttons);
    if (status === 'pursuing') continue;
    host.loadState(start);
    sight.reset();
    seed += 1;
    player = new GoalPlayer(guide, guide.goals[0]!, seed);
    looked = host.newestFrame();
  }
};

const measureCore = async (core: string, seconds: number): Promise<{ figure: Figure; facts: object }> => {
  const folder = mkdtempSync(join(tmpdir(), 'eevee-bench-'));
  const { host, sight } = openGame(core, folder);
  const stolen = stolenTicks();
  let metrics: HostMetrics;
  let unchanged: number;
  try {
    const start = join(folder, 'start');
    host.run(1, 0);
    host.saveState(start);
    host.startClock(1);
    await sleep(2000);
    host.resetMetrics();
    const framesBefore = host.metrics().frames;
    const unchangedBefore = host.observe()?.unchangedFrames ?? 0;
    await playFor(host, sight, seconds, start);
    metrics = host.metrics();
    host.stopClock();
    const unchangedFrames = (host.observe()?.unchangedFrames ?? 0) - unchangedBefore;
    unchanged = unchangedFrames / (metrics.frames - framesBefore);
  } finally {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const { age, work, path } = metrics.stages;
  const note = `${pauses(path, work)}; ${percent(unchanged)} of the frames were as the one before`;
  const figure = wantBelow(
    { what: `a core's frame, after the core, ${seconds} s`, pace: 'paced', ours: age, note },
    { p50: 60, p99: 250, p999: 1000 },
  );
  const { lateFrames, lostFrames, driftFrames, frames, stages } = metrics;
  const ticks = stolen === null ? null : (stolenTicks() ?? 0) - stolen;
  return {
    figure,
    facts: {
      frames,
      unchangedShare: unchanged,
      lateFrames,
      lostFrames,
      driftFrames,
      stolenTicks: ticks,
      stages,
    },
  };
};

/** Pictures of the game as somebody plays it. */
const recorded = (core: string, count: number): Picture[] => {
  const folder = mkdtempSync(join(tmpdir(), 'eevee-bench-'));
  const { host } = openGame(core, folder);
  const pictures: Picture[] = [];
  for (let i = 0; i < count; i += 1) {
    host.run(
      2,
      i < 60 || i % 40 < 4
        ? buttonMask([i % 8 < 4 ? 'start' : 'a'])
        : buttonMask([i % 80 < 40 ? 'up' : 'right']),
    );
    pictures.push(host.picture()!);
  }
  host.close();
  rmSync(folder, { recursive: true, force: true });
  return pictures;
};

const measureWindow = async (core: string, seconds: number): Promise<{ figure: Figure; facts: object }> => {
  const folder = mkdtempSync(join(tmpdir(), 'eevee-bench-'));
  const display = await VirtualDisplay.start('1920x1080x24');
  let host: SourceHost | undefined;
  try {
    const file = join(folder, 'frames');
    writeFrames(file, recorded(core, 600));
    const { id } = await showFrames(display, file);
    host = openWindowHost({ display: display.name, window: { id }, hangTimeoutMs: 10_000 });
    new NativeSight(host, model);
    host.startClock(1);
    await sleep(2000);
    host.resetMetrics();
    await sleep(seconds * 1000);
    const metrics = host.metrics();
    host.stopClock();
    const { path, work } = metrics.stages;
    if (metrics.sourceWidth !== 1920) throw new Error(`The window is ${metrics.sourceWidth} wide, not 1920.`);
    const figure = wantBelow(
      {
        what: `a 1920×1080 window, whole path, ${seconds} s`,
        pace: 'paced',
        ours: path,
        note: pauses(path, work),
      },
      { p50: 600, p99: 1500 },
    );
    return { figure, facts: { ...metrics } };
  } finally {
    host?.close();
    await display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const measurePath = async (quick: boolean): Promise<Part> => {
  const core = installedCore('mgba') ?? installedCore('gambatte');
  if (!core) return { figures: [], skipped: ['the whole path, which needs a libretro core (libretro-mgba)'] };
  const fromCore = await measureCore(core, quick ? 10 : 300);
  const missing = missingForWindows();
  if (missing)
    return {
      figures: [fromCore.figure],
      skipped: [`windows, which need ${missing}`],
      facts: fromCore.facts as never,
    };
  const fromWindow = await measureWindow(core, quick ? 10 : 60);
  return {
    figures: [fromCore.figure, fromWindow.figure],
    skipped: [],
    facts: { core: fromCore.facts, window: fromWindow.facts },
  };
};
