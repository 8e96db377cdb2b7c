/** A window of any size that shows frames of ours 60 times a second: what tests and benchmarks capture. */
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildAddon } from '../build.js';
import type { Picture } from '../types.ts';
import { listWindows } from '../window.ts';
import type { VirtualDisplay } from './emulator-window.ts';

/** In the order of the format's numbers in the file. */
const formats: readonly Picture['format'][] = ['0rgb1555', 'xrgb8888', 'rgb565'];
const headerBytes = 32;
const frameHeaderBytes = 8;

/** Writes pictures, all of one size and format, as a file of raw frames (native/capture/raw_frames.h). */
export const writeFrames = (path: string, pictures: readonly Picture[], fps = 60): void => {
  const { width, height, format, pixels } = pictures[0]!;
  const bytes = new Uint8Array(headerBytes + pictures.length * (frameHeaderBytes + pixels.length));
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from('EEVEEFR1'));
  for (const [index, value] of [width, height, formats.indexOf(format), pictures.length].entries())
    view.setUint32(8 + 4 * index, value, true);
  view.setFloat64(24, fps, true);
  for (const [index, picture] of pictures.entries()) {
    const at = headerBytes + index * (frameHeaderBytes + pixels.length);
    view.setUint32(at, 1, true);
    bytes.set(picture.pixels, at + frameHeaderBytes);
  }
  writeFileSync(path, bytes);
};

/** How frames are shown: the window's size, and by how many of its pixels one of theirs is wide. */
export interface Shown {
  width: number;
  height: number;
  factor: number;
}

/**
 * Opens a window on that display in which the file's frames are shown, again and again, in the middle of black.
 * It is titled "game".
 */
export const showFrames = async (
  display: VirtualDisplay,
  path: string,
  { width, height, factor }: Shown = { width: 1920, height: 1080, factor: 7 },
): Promise<{ program: ChildProcess; id: number }> => {
  const { outDir } = await buildAddon({ target: 'eevee_show_frames' });
  const args = [display.name, path, width, height, factor].map(String);
  const program = display.run(join(outDir, 'eevee_show_frames'), args);
  for (let attempt = 0; attempt < 100 && program.exitCode === null; attempt += 1) {
    const window = listWindows(display.name).find(({ title, shown }) => title === 'game' && shown);
    if (window) return { program, id: window.id };
    await sleep(50);
  }
  throw new Error(
    `eevee_show_frames opened no window of ${width}×${height} (exit code ${program.exitCode}).`,
  );
};
