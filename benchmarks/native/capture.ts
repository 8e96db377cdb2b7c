/**
 * How long it takes to get a window's pixels: through shared memory (XShmGetImage, what we do) and through the
 * connection (GetImage, what most libraries do), of the same window in the same run, one after the other in
 * turns. Hot: one capture right after the other. Paced: one each 1/60 s, as in play.
 *
 *   node benchmarks/native/capture.ts [seconds of each paced run, default 20] [path of a JSON report]
 *
 * The window is an emulator's, stopped once it has drawn, so that nothing but the X server (Xvfb) works beside
 * us. Times are of the stage "capture" alone: from asking until the pixels lie in our memory.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildAddon } from '../../native/build.js';
import { missingForWindows, VirtualDisplay } from '../../native/testing/emulator-window.ts';
import type { HistogramStats } from '../../native/types.ts';
import { openWindowHost } from '../../native/window.ts';

const ways = ['shared-memory', 'socket'] as const;
const sizes = [
  { width: 480, height: 432, hot: 4000 },
  { width: 1920, height: 1080, hot: 600 },
];
/** Hot captures are taken in this many turns each. */
const turns = 10;

interface Row {
  width: number;
  height: number;
  pace: 'hot' | 'paced';
  way: (typeof ways)[number];
  /** Microseconds. */
  capture: HistogramStats;
}

const seconds = Number(process.argv[2] ?? 20);
const report = process.argv[3];

const measure = async (display: VirtualDisplay, id: number, size: (typeof sizes)[number]): Promise<Row[]> => {
  const { width, height, hot } = size;
  const open = (pixels: (typeof ways)[number]) =>
    openWindowHost({ display: display.name, window: { id }, pixels, hangTimeoutMs: 10_000 });
  const hosts = ways.map((way) => ({ way, host: open(way) }));
  const rows: Row[] = [];
  const take = (pace: Row['pace']) => {
    for (const { way, host } of hosts) {
      const { sourceWidth, stages } = host.metrics();
      if (sourceWidth !== width) throw new Error(`The window is ${sourceWidth} wide, not ${width}.`);
      rows.push({ width, height, pace, way, capture: stages.capture });
    }
  };
  for (const { host } of hosts) {
    host.run(50, 0);
    host.resetMetrics();
  }
  for (let turn = 0; turn < turns; turn += 1) for (const { host } of hosts) host.run(hot / turns, 0);
  take('hot');
  for (const { host } of hosts) {
    host.resetMetrics();
    host.startClock(1);
    await sleep(seconds * 1000);
    host.stopClock();
  }
  take('paced');
  for (const { host } of hosts) host.close();
  return rows;
};

const missing = missingForWindows();
if (missing) {
  console.log(`Left out: capturing a window needs ${missing}.`);
  process.exit(0);
}
await buildAddon();
const display = await VirtualDisplay.start('1920x1080x24');
const rows: Row[] = [];
try {
  const { program, id } = await display.startEmulator();
  for (const size of sizes) {
    program.kill('SIGCONT');
    display.act('windowsize', id, size.width, size.height);
    display.act('windowmove', id, 0, 0);
    await sleep(1500);
    program.kill('SIGSTOP');
    rows.push(...(await measure(display, id, size)));
  }
} finally {
  await display.stop();
}

const microseconds = (value: number): string => value.toFixed(value < 100 ? 1 : 0).padStart(8);
console.log(`${cpus()[0]?.model}, Xvfb, window to memory, microseconds`);
console.log('size        pace   way                p50      p99    p99.9   p50 of the socket against it');
for (const { width, height, pace, way, capture } of rows) {
  const rival = rows.find((row) => row.way === 'socket' && row.width === width && row.pace === pace)!;
  const ratio = (rival.capture.p50 / capture.p50).toFixed(1);
  const figures = [capture.p50, capture.p99, capture.p999].map(microseconds).join(' ');
  console.log(
    `${`${width}×${height}`.padEnd(11)} ${pace.padEnd(6)} ${way.padEnd(14)} ${figures}   ${ratio}×`,
  );
}
if (report)
  writeFileSync(report, `${JSON.stringify({ processor: cpus()[0]?.model, seconds, rows }, null, 2)}\n`);
