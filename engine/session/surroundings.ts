import type { Tuning } from '../../protocol/hardware.ts';
import type { EngineHub } from '../events.ts';
import type { Meter } from '../history/meter.ts';
import type { NoticeText } from '../notices.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import type { Pace } from './messages.ts';

/** What a session needs of the engine around it. */
export interface SessionSurroundings {
  hub: EngineHub;
  store: Store;
  tell: (notice: NoticeText) => void;
  /** What the engine and the computer use while sessions play. */
  meter: Meter;
  /** As they stand when a session begins. */
  settings: Readonly<Pick<Settings, 'heartbeatTimeoutMs' | 'startTimeoutMs'>>;
  /** What sessions may spend now; later changes come by `LiveSession.tune`. */
  tuning: () => Tuning;
  /** Hears how sessions in real time keep their pace, and when one has ended. */
  pace: { heed(id: string, pace: Pace): void; forget(id: string): void };
}
