import type { Metrics } from '../../protocol/sessions.ts';

const micro = (value: number): string =>
  value >= 1000 ? `${(value / 1000).toFixed(2)} ms` : `${value.toFixed(1)} µs`;

/** The figures of a session as lines: totals, then each stage that was timed. */
export const figureLines = (metrics: Metrics): string[] => {
  const { frames, elapsedMs, fps, targetFps, decisions, residentBytes } = metrics;
  const { lateFrames, lostFrames, driftFrames } = metrics;
  const seconds = (elapsedMs / 1000).toFixed(1);
  const inWindow = metrics.stages.some(({ stage, count }) => stage === 'capture' && count > 0);
  const own = inWindow ? 'looks at the window' : "the core's own rate";
  const lines = [
    `${frames} frames in ${seconds} s: ${fps.toFixed(1)} frames a second (${own}: ${targetFps.toFixed(2)})`,
    `${decisions} decisions; ${lateFrames} late frames, ${lostFrames} lost; drift ${driftFrames.toFixed(2)} frames; ${(residentBytes / 2 ** 20).toFixed(0)} MB resident`,
  ];
  for (const { stage, count, p50, p99, max } of metrics.stages) {
    if (count === 0) continue;
    const name = stage.padEnd(11);
    lines.push(
      `  ${name} p50 ${micro(p50).padStart(9)}   p99 ${micro(p99).padStart(9)}   max ${micro(max).padStart(9)}`,
    );
  }
  return lines;
};
