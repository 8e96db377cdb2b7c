import type { Problem } from '../../protocol/errors.ts';
import type { Settings } from '../settings.ts';
import { hungProblem, slowStartProblem } from './ending.ts';
import { Heartbeat } from './heartbeat.ts';
import type { StartPlan } from './messages.ts';

/**
 * The watch over a session's process from outside: it must get ready in time, and go on making frames while the
 * game runs. Whatever it misses is told once to `fail`.
 */
export class ProcessWatch {
  readonly #heartbeat: Heartbeat;
  readonly #startTimer: NodeJS.Timeout;
  #lastBeatFrame = -2;

  /** `frameNow`: the frame that a problem names. */
  constructor(
    source: StartPlan['source'],
    { heartbeatTimeoutMs, startTimeoutMs }: Readonly<Pick<Settings, 'heartbeatTimeoutMs' | 'startTimeoutMs'>>,
    frameNow: () => number,
    fail: (problem: Problem) => void,
  ) {
    this.#heartbeat = new Heartbeat(heartbeatTimeoutMs, (silentMs) =>
      fail(hungProblem(source, frameNow(), silentMs)),
    );
    this.#startTimer = setTimeout(() => fail(slowStartProblem(source, startTimeoutMs)), startTimeoutMs);
  }

  /** The process is ready: from now on only its frames count. */
  ready(): void {
    clearTimeout(this.#startTimer);
  }

  /** There is progress, and whether more of it is expected from now on. */
  alive(running: boolean): void {
    this.#heartbeat.alive(running);
  }

  /**
   * The process is at that frame. Says whether that is life: while the game runs, only when frames went by, since a
   * stuck core may leave the event loop running.
   */
  beat(frame: number, running: boolean): boolean {
    if (frame === this.#lastBeatFrame && running) return false;
    this.#lastBeatFrame = frame;
    this.#heartbeat.alive(running);
    return true;
  }

  close(): void {
    clearTimeout(this.#startTimer);
    this.#heartbeat.close();
  }
}
