import type { Problem } from '../../protocol/errors.ts';
import { encodeFrameMessage } from '../../protocol/frame-message.ts';
import { type ClientMessage, clientMessageSchema, type ServerEvent } from '../../protocol/sessions.ts';
import { buttonMask } from '../../protocol/words.ts';
import type { EngineEvents, EngineHub } from '../events.ts';
import { problemFrom } from '../problem.ts';
import type { LiveSession } from '../session/live-session.ts';
import type { Supervisor } from '../session/supervisor.ts';

/** The part of a `ws` socket that the stream uses. */
export interface StreamSocket {
  readonly OPEN: number;
  readonly readyState: number;
  readonly bufferedAmount: number;
  send(data: string | Uint8Array): void;
  ping(): void;
  close(code?: number, reason?: string): void;
  terminate(): void;
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): unknown;
  on(event: 'close' | 'pong', listener: () => void): unknown;
}

/** Frame messages that may be under way without an acknowledgement. */
const credit = 2;
/** Unsent bytes above which what can be left out is left out, and above which the client is given up. */
const crowdedBytes = 512 * 1024;
const hopelessBytes = 8 * 1024 * 1024;
const pingEveryMs = 15_000;
/** Decisions a second in lockstep are more than anyone reads. */
const decisionGapMs = 40;

/**
 * One client of the stream. It hears of every session's standing and of notices; of the one session it
 * subscribed to also observations, decisions, figures and, if it asked for them, pictures. A client that is
 * slow misses observations and pictures; nothing is ever queued for it without bound.
 */
export class StreamConnection {
  readonly #socket: StreamSocket;
  readonly #supervisor: Supervisor;
  readonly #hub: EngineHub;
  readonly #handlers: { [Name in keyof EngineEvents]: (...values: EngineEvents[Name]) => void };
  readonly #pinging: NodeJS.Timeout;
  #session: LiveSession | null = null;
  #sessionId: string | null = null;
  /** Counts subscriptions: pictures that were asked for under an earlier one are thrown away. */
  #epoch = 0;
  #sequence = 0;
  #acknowledged = -1;
  #fetching = false;
  #frames = false;
  #lastPicture = -1;
  #lastDecision = 0;
  #holdsButtons = false;
  #answeredPing = true;

  constructor(socket: StreamSocket, supervisor: Supervisor, hub: EngineHub) {
    this.#socket = socket;
    this.#supervisor = supervisor;
    this.#hub = hub;
    this.#handlers = {
      session: (session) => this.#send({ type: 'session', session }),
      notice: (notice) => this.#send({ type: 'notice', notice }),
      noticesGone: (ids) => this.#send({ type: 'notices-gone', ids }),
      benchmark: (id, run) => this.#send({ type: 'benchmark', id, run }),
      metrics: (metrics) => {
        if (metrics.id === this.#sessionId) this.#sendIfRoom({ type: 'metrics', metrics });
      },
      observation: (sessionId, observation) => {
        if (sessionId === this.#sessionId) this.#sendIfRoom({ type: 'observation', sessionId, observation });
      },
      decision: (sessionId, decision) => {
        const now = performance.now();
        if (sessionId !== this.#sessionId || now - this.#lastDecision < decisionGapMs) return;
        this.#lastDecision = now;
        this.#sendIfRoom({ type: 'decision', sessionId, decision });
      },
      advice: (sessionId, advice, agreement) => {
        if (sessionId === this.#sessionId) this.#sendIfRoom({ type: 'advice', sessionId, advice, agreement });
      },
    };
    for (const name of Object.keys(this.#handlers) as (keyof EngineEvents)[]) {
      hub.on(name, this.#handlers[name] as never);
    }
    socket.on('message', (data, isBinary) => this.#hear(data, isBinary));
    socket.on('pong', () => {
      this.#answeredPing = true;
    });
    socket.on('close', () => this.#closed());
    this.#pinging = setInterval(() => this.#ping(), pingEveryMs);
    this.#pinging.unref();
  }

  #hear(data: Buffer, isBinary: boolean): void {
    try {
      if (isBinary) throw new SyntaxError('a binary message');
      const {
        success,
        data: message,
        error,
      } = clientMessageSchema.safeParse(JSON.parse(data.toString('utf8')));
      const issue = error?.issues[0];
      if (success) this.#obey(message);
      else this.#refuse(issue?.message ?? 'unknown message', issue?.path.map(String).join('.') || 'type');
    } catch (error) {
      if (error instanceof SyntaxError) this.#refuse(`not a JSON message (${error.message})`, 'message');
      else this.#send({ type: 'problem', problem: problemFrom(error) });
    }
  }

  #obey(message: ClientMessage): void {
    switch (message.type) {
      case 'subscribe':
        this.#subscribe(message.sessionId, message.frames);
        break;
      case 'unsubscribe':
        this.#leave();
        break;
      case 'ack':
        this.#acknowledge(message.sequence);
        break;
      case 'buttons':
        this.#press(buttonMask(message.buttons));
        break;
    }
  }

  #subscribe(sessionId: string, frames: boolean): void {
    this.#leave();
    const session = this.#supervisor.get(sessionId);
    this.#sessionId = sessionId;
    this.#frames = frames;
    this.#lastPicture = -1;
    this.#send({ type: 'session', session });
    if (session.decision) this.#send({ type: 'decision', sessionId, decision: session.decision });
    // An ended session has figures and a standing, but nothing more to come.
    if (session.state === 'ended') return;
    this.#session = this.#supervisor.live(sessionId);
    this.#send({ type: 'metrics', metrics: this.#session.lastMetrics() });
    void this.#fetchPictures();
  }

  #leave(): void {
    this.#releaseButtons();
    this.#epoch += 1;
    this.#session = null;
    this.#sessionId = null;
    this.#frames = false;
    this.#fetching = false;
  }

  /** "I have drawn message n" stands for every earlier one too: they arrive in order. */
  #acknowledge(sequence: number): void {
    if (sequence >= this.#sequence) {
      this.#refuse(`frame message ${sequence} was never sent`, 'sequence');
      return;
    }
    this.#acknowledged = Math.max(this.#acknowledged, sequence);
    void this.#fetchPictures();
  }

  /** Sends pictures while there is credit: always the newest, none twice. */
  async #fetchPictures(): Promise<void> {
    const epoch = this.#epoch;
    if (this.#fetching || !this.#frames) return;
    this.#fetching = true;
    while (this.#session && this.#sequence - this.#acknowledged - 1 < credit) {
      const picture = await this.#session.pictures.next(this.#lastPicture);
      if (epoch !== this.#epoch) return;
      if (!picture) break;
      this.#lastPicture = picture.frame;
      this.#sendBytes(encodeFrameMessage({ ...picture, sequence: this.#sequence++ }));
    }
    this.#fetching = false;
  }

  #press(mask: number): void {
    const session = this.#session;
    if (!session || session.session.turn === 'ai') return;
    this.#holdsButtons = mask !== 0;
    session.setButtons(mask).catch((error) => this.#send({ type: 'problem', problem: problemFrom(error) }));
  }

  /** A client that goes away must not leave a button pressed. */
  #releaseButtons(): void {
    if (!this.#holdsButtons) return;
    this.#holdsButtons = false;
    const session = this.#session;
    if (session && session.session.turn !== 'ai') session.setButtons(0).catch(() => {});
  }

  #refuse(fault: string, field: string): void {
    const problem: Problem = {
      code: 'configuration.invalid',
      message: `The stream cannot follow that: ${fault}.`,
      remedy: 'Send subscribe, unsubscribe, ack or buttons as protocol/sessions.ts describes them.',
      field,
    };
    this.#sendIfRoom({ type: 'problem', problem });
  }

  #sendIfRoom(event: ServerEvent): void {
    if (this.#socket.bufferedAmount < crowdedBytes) this.#send(event);
  }

  #send(event: ServerEvent): void {
    this.#sendBytes(JSON.stringify(event));
  }

  #sendBytes(data: string | Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > hopelessBytes) this.#socket.terminate();
    else this.#socket.send(data);
  }

  #ping(): void {
    if (!this.#answeredPing) {
      this.#socket.terminate();
      return;
    }
    this.#answeredPing = false;
    this.#socket.ping();
  }

  #closed(): void {
    clearInterval(this.#pinging);
    this.#leave();
    for (const name of Object.keys(this.#handlers) as (keyof EngineEvents)[]) {
      this.#hub.off(name, this.#handlers[name] as never);
    }
  }
}
