import { createHash } from 'node:crypto';
import type { HistorySession } from '../../../protocol/history.ts';
import type { ExportedHardware } from './hardware.ts';

/** The version of CapFrameX whose files these are as. */
const appVersion = '1.7.0.0';

/**
 * A capture as CapFrameX 1.7 writes and opens it: its class `Session` as JSON (`CapFrameX.Data.Session`: `Info`,
 * and one of `Runs` with `CaptureData`, arrays of equal length, an entry a frame). What PresentMon would tell of
 * a display and we cannot know is 0; a frame counts as shown when the core handed it over.
 *
 * Yields the file in pieces: a day of play is over a hundred megabytes. `frames` gives the frame times in
 * microseconds, each time it is called from the first one on.
 */
export function* capFrameX(
  { session }: HistorySession,
  frames: () => Iterable<number[]>,
  hardware: ExportedHardware,
): Generator<string> {
  const hash = createHash('sha256').update(session.id).digest('hex');
  const info = {
    AppVersion: appVersion,
    Id: hash.slice(0, 32).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
    Processor: hardware.processor,
    GameName: session.title,
    ProcessName: 'eevee',
    CreationDate: session.createdAt,
    Motherboard: '',
    OS: hardware.system,
    SystemRam: hardware.memory,
    BaseDriverVersion: '',
    GPUDriverVersion: '',
    DriverPackage: '',
    GPU: hardware.graphics,
    GPUCount: '',
    GpuCoreClock: '',
    GpuMemoryClock: '',
    Comment: `Eevee session ${session.id}`,
    ApiInfo: 'libretro',
    PresentationMode: '',
  };
  yield `{"Hash":${JSON.stringify(hash)},"Info":${JSON.stringify(info)},"Runs":[{"Hash":${JSON.stringify(hash)},`;
  yield `"PresentMonRuntime":"libretro","SampleTime":0,"CaptureData":{`;
  let begin = '';
  for (const [name, value] of Object.entries(columns)) {
    yield `${begin}"${name}":[`;
    begin = ',';
    let elapsedUs = 0;
    let first = true;
    for (const second of frames()) {
      const texts = second.map((us) => {
        // PresentMon's time is when the frame was presented, counted from the first one.
        const text = value(us, elapsedUs);
        elapsedUs += us;
        return text;
      });
      if (texts.length === 0) continue;
      yield `${first ? '' : ','}${texts.join(',')}`;
      first = false;
    }
    yield ']';
  }
  yield '}}]}\n';
}

const milliseconds = (us: number): string => (us / 1000).toFixed(2);
const zero = (): string => '0';

/** The arrays of `SessionCaptureData`. */
const columns: Record<string, (us: number, elapsedUs: number) => string> = {
  TimeInSeconds: (_, elapsedUs) => (elapsedUs / 1e6).toFixed(5),
  MsBetweenPresents: milliseconds,
  MsInPresentAPI: zero,
  MsBetweenDisplayChange: milliseconds,
  MsUntilRenderComplete: zero,
  MsUntilDisplayed: zero,
  QPCTime: zero,
  PresentMode: zero,
  AllowsTearing: zero,
  SyncInterval: zero,
  Dropped: () => 'false',
};
