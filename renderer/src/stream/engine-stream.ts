import type { Problem } from '../../../protocol/errors.ts';
import { decodeFrameMessage, type FrameMessage } from '../../../protocol/frame-message.ts';
import type { ClientMessage, Health, ServerEvent } from '../../../protocol/sessions.ts';
import type { Button } from '../../../protocol/words.ts';
import { request } from '../api/client.ts';
import { locateEngine } from '../api/host.ts';
import { EngineStarting, isRefusal, problemIn, unreachable } from '../api/problem.ts';
import { backOffMs } from './back-off.ts';

/** How often to look whether an engine that is starting is there. */
const startingPollMs = 150;

export type StreamStatus =
  | { state: 'connecting' }
  | { state: 'open' }
  /** Gone; the next attempt comes by itself. */
  | { state: 'lost'; problem: Problem; attempt: number; retryAt: number }
  /** The engine answers but will not have us; trying again would change nothing. */
  | { state: 'refused'; problem: Problem };

export interface StreamListener {
  status(status: StreamStatus): void;
  event(event: ServerEvent): void;
  frame(frame: FrameMessage): void;
}

/** The page's one connection to the engine's stream. Reconnects by itself and then watches the same session. */
export class EngineStream {
  readonly #listener: StreamListener;
  #socket: WebSocket | null = null;
  #sessionId: string | null = null;
  /** Sequence numbers of this connection: of the newest picture that came, and of the last one acknowledged. */
  #newest = -1;
  #acknowledged = -1;
  #attempt = 0;
  /** An attempt is under way; a second one beside it would start a second chain of retries. */
  #opening = false;
  #timer: number | undefined;
  #closed = false;

  constructor(listener: StreamListener) {
    this.#listener = listener;
  }

  /** Connects now, also when the next attempt would come later. */
  connect(): void {
    clearTimeout(this.#timer);
    this.#closed = false;
    if (this.#socket) return;
    if (this.#attempt === 0) this.#listener.status({ state: 'connecting' });
    void this.#open();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#socket = null;
  }

  /** Follows a session's events and picture from now on; null: none. */
  watch(sessionId: string | null): void {
    // Pictures of the session before are never drawn; unacknowledged they would use up the credit for good.
    this.acknowledge(this.#newest);
    this.#sessionId = sessionId;
    this.#send(sessionId ? { type: 'subscribe', sessionId, frames: true } : { type: 'unsubscribe' });
  }

  /** Says that a picture was drawn, which stands for all before it too: the next ones may come. */
  acknowledge(sequence: number): void {
    // A picture may be drawn again, or after the connection it came with.
    if (sequence <= this.#acknowledged || sequence > this.#newest) return;
    this.#send({ type: 'ack', sequence });
    this.#acknowledged = sequence;
  }

  /** Tells which buttons the human holds now. */
  hold(buttons: Button[]): void {
    this.#send({ type: 'buttons', buttons });
  }

  #send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  async #open(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    try {
      const address = await locateEngine();
      // A refused WebSocket says nothing about why, so ask over HTTP first, where a problem comes in words.
      await request<Health>(address, 'GET', '/v1/health');
      if (this.#closed || this.#socket) return;
      const socket = new WebSocket(`${address.url.replace(/^http/, 'ws')}/v1/stream`, [
        'eevee.v1',
        `token.${address.token}`,
      ]);
      socket.binaryType = 'arraybuffer';
      this.#socket = socket;
      socket.onopen = () => this.#opened();
      socket.onmessage = ({ data }) => this.#received(data as string | ArrayBuffer);
      socket.onclose = () => {
        if (this.#socket !== socket) return;
        this.#socket = null;
        this.#failed(unreachable(address.url));
      };
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#opening = false;
    }
  }

  #opened(): void {
    this.#attempt = 0;
    // Sequence numbers begin anew with each connection.
    this.#newest = -1;
    this.#acknowledged = -1;
    this.#listener.status({ state: 'open' });
    if (this.#sessionId) this.watch(this.#sessionId);
  }

  #received(data: string | ArrayBuffer): void {
    if (typeof data === 'string') this.#listener.event(JSON.parse(data) as ServerEvent);
    else {
      const frame = decodeFrameMessage(data);
      this.#newest = frame.sequence;
      if (this.#sessionId) this.#listener.frame(frame);
      else this.acknowledge(frame.sequence);
    }
  }

  #failed(error: unknown): void {
    if (this.#closed) return;
    if (error instanceof EngineStarting) {
      this.#timer = window.setTimeout(() => void this.#open(), startingPollMs);
      return;
    }
    const problem = problemIn(error);
    if (isRefusal(problem)) {
      this.#listener.status({ state: 'refused', problem });
      return;
    }
    const wait = backOffMs(this.#attempt);
    this.#attempt += 1;
    this.#listener.status({ state: 'lost', problem, attempt: this.#attempt, retryAt: Date.now() + wait });
    this.#timer = window.setTimeout(() => void this.#open(), wait);
  }
}
