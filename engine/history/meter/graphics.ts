import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { entries, numberIn } from './files.ts';

export interface GraphicsReading {
  /** Of the busiest one. */
  percent: number | null;
  watts: number | null;
}

const unknown: GraphicsReading = { percent: null, watts: null };
const largest = (values: (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
};

/** amdgpu tells how busy it is, and through hwmon what it draws. */
const fromSysfs = async (root: string): Promise<GraphicsReading> => {
  const cards = await entries(join(root, 'class/drm'), /^card\d+$/);
  const percents = await Promise.all(cards.map((card) => numberIn(join(card, 'device/gpu_busy_percent'))));
  const monitors = await Promise.all(cards.map((card) => entries(join(card, 'device/hwmon'), /^hwmon\d+$/)));
  const powers = await Promise.all(monitors.flat().map((each) => numberIn(join(each, 'power1_average'))));
  const microwatts = largest(powers);
  return { percent: largest(percents), watts: microwatts === null ? null : microwatts / 1e6 };
};

/** A line of `nvidia-smi --query-gpu=utilization.gpu,power.draw --format=csv,noheader,nounits`: `37, 61.21`. */
export const readingOf = (line: string): GraphicsReading => {
  const [percent = Number.NaN, watts = Number.NaN] = line.split(',').map((part) => Number.parseFloat(part));
  // "[N/A]" stands where a card does not tell.
  return {
    percent: Number.isFinite(percent) ? percent : null,
    watts: Number.isFinite(watts) ? watts : null,
  };
};

const query = ['--query-gpu=utilization.gpu,power.draw', '--format=csv,noheader,nounits'];
let absent = false;

/** Asks NVIDIA's own tool, where it is installed; it is started anew each time and takes some 20 ms of another core. */
const fromNvidia = (): Promise<GraphicsReading> =>
  new Promise((resolve) => {
    if (absent) return resolve(unknown);
    let text = '';
    const child = spawn('nvidia-smi', query, { stdio: ['ignore', 'pipe', 'ignore'], timeout: 900 });
    child.stdout.on('data', (chunk) => {
      text += String(chunk);
    });
    child.on('error', () => {
      absent = true;
      resolve(unknown);
    });
    child.on('close', (code) => {
      // Installed without its driver: it says so at once, and will go on saying so.
      // One that took too long was ended (no code), and may do better next time.
      if (code !== 0 && code !== null) absent = true;
      const cards = text.trim() === '' ? [] : text.trim().split('\n').map(readingOf);
      resolve({
        percent: largest(cards.map(({ percent }) => percent)),
        watts: largest(cards.map(({ watts }) => watts)),
      });
    });
    return undefined;
  });

/** How busy the graphics processor is, and what it draws; null where it cannot be read. */
export const readGraphics = async (root = '/sys'): Promise<GraphicsReading> => {
  const own = await fromSysfs(root);
  return own.percent === null ? fromNvidia() : own;
};
