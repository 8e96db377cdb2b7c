import type { Series } from '../../../protocol/history.ts';
import type { ExportedHardware } from './hardware.ts';

const system = ['os', 'cpu', 'gpu', 'ram', 'kernel', 'driver', 'cpuscheduler'];
const columns = [
  ...['fps', 'frametime', 'cpu_load', 'cpu_power', 'gpu_load', 'cpu_temp', 'gpu_temp', 'gpu_core_clock'],
  ...[
    'gpu_mem_clock',
    'gpu_vram_used',
    'gpu_power',
    'ram_used',
    'swap_used',
    'process_rss',
    'cpu_mhz',
    'elapsed',
  ],
];

/** MangoHud separates with commas and quotes nothing. */
const plain = (text: string): string => text.replaceAll(/[,\r\n"]/g, ' ').trim();

/**
 * A log as MangoHud 0.8 writes it (`src/logging.cpp`, `writeFileHeaders`), for mangoplot and flightlessmango.com:
 * two lines about the computer, the columns' names, a line a frame. `frametime` is in milliseconds, `elapsed` in
 * nanoseconds since the log began, `process_rss` in GiB; what is not measured is 0, as in MangoHud's own.
 * Yields the file in pieces. `frames`: frame times in microseconds; `seconds`: the session's series by the
 * second, for what is measured once a second.
 */
export function* mangoHud(
  frames: Iterable<number[]>,
  seconds: Series | null,
  { system: os, processor, graphics, memory, kernel }: ExportedHardware,
): Generator<string> {
  yield `${system.join(',')}\n${[os, processor, graphics, memory, kernel, '', ''].map(plain).join(',')}\n`;
  yield `${columns.join(',')}\n`;
  const at = (name: 'graphics' | 'residentBytes', second: number): number =>
    seconds?.columns[name]?.[second] ?? 0;
  let elapsedUs = 0;
  let second = 0;
  for (const times of frames) {
    const load = Math.round(at('graphics', second));
    const resident = (at('residentBytes', second) / 2 ** 30).toFixed(6);
    let text = '';
    for (const us of times) {
      elapsedUs += us;
      const ms = us / 1000;
      text += `${us > 0 ? (1000 / ms).toFixed(4) : 0},${ms.toFixed(2)},0,0,${load},0,0,0,0,0,0,0,0,${resident},0,${elapsedUs * 1000}\n`;
    }
    second += 1;
    yield text;
  }
}
