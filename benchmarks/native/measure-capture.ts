/**
 * How long it takes to get a window's pixels: through shared memory (XShmGetImage, what we do) and through the
 * connection (GetImage, what most libraries do), of the same window in the same run, in turns. The window is an
 * emulator's, stopped once it has drawn, so that nothing but the X server works beside us. Times are of the stage
 * "capture" alone: from asking until the pixels lie in our memory.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { missingForWindows, VirtualDisplay } from '../../native/testing/emulator-window.ts';
import { openWindowHost } from '../../native/window.ts';
import type { Figure, Part } from './figure.ts';

const sizes = [
  { width: 480, height: 432, hot: 4000 },
  { width: 1920, height: 1080, hot: 600 },
];
/** Hot captures are taken in this many turns each. */
const turns = 10;

const measureSize = async (
  display: VirtualDisplay,
  id: number,
  { width, height, hot }: (typeof sizes)[number],
  quick: boolean,
): Promise<Figure[]> => {
  const open = (pixels: 'shared-memory' | 'socket') =>
    openWindowHost({ display: display.name, window: { id }, pixels, hangTimeoutMs: 10_000 });
  const hosts = [open('shared-memory'), open('socket')] as const;
  const figure = (pace: Figure['pace']): Figure => {
    const [ours, theirs] = hosts.map((host) => {
      const { sourceWidth, stages } = host.metrics();
      if (sourceWidth !== width) throw new Error(`The window is ${sourceWidth} wide, not ${width}.`);
      return stages.capture;
    });
    const what = `capture of a ${width}×${height} window`;
    return { what, pace, ours: ours!, rival: { name: 'XGetImage', times: theirs! } };
  };
  for (const host of hosts) {
    host.run(50, 0);
    host.resetMetrics();
  }
  const each = hot / turns / (quick ? 10 : 1);
  for (let turn = 0; turn < turns; turn += 1) for (const host of hosts) host.run(each, 0);
  const hotFigure = figure('hot');
  for (const host of hosts) {
    host.resetMetrics();
    host.startClock(1);
    await sleep(quick ? 1000 : 15_000);
    host.stopClock();
  }
  const pacedFigure = figure('paced');
  for (const host of hosts) host.close();
  return [hotFigure, pacedFigure];
};

export const measureCapture = async (quick: boolean): Promise<Part> => {
  const missing = missingForWindows();
  if (missing) return { figures: [], skipped: [`capturing a window, which needs ${missing}`] };
  const display = await VirtualDisplay.start('1920x1080x24');
  const figures: Figure[] = [];
  try {
    const { program, id } = await display.startEmulator();
    for (const size of sizes) {
      program.kill('SIGCONT');
      display.act('windowsize', id, size.width, size.height);
      display.act('windowmove', id, 0, 0);
      await sleep(1500);
      program.kill('SIGSTOP');
      figures.push(...(await measureSize(display, id, size, quick)));
    }
  } finally {
    await display.stop();
  }
  return { figures, skipped: [] };
};
