import { EeveeError, problemSchema } from '../../protocol/errors.ts';
import type {
  ClientMessage,
  CreateSession,
  GameWindow,
  Metrics,
  Notice,
  ServerEvent,
  Session,
} from '../../protocol/sessions.ts';
import { streamProtocol } from './access.ts';

/** Where an engine is and how to get in. */
export interface EngineAddress {
  url: string;
  token: string;
}

/** A client of the API for programs: the command line and the benchmarks use the same door as the page. */
export class EngineClient {
  readonly #address: EngineAddress;

  constructor(address: EngineAddress) {
    this.#address = address;
  }

  /** Throws the engine's problem as an `EeveeError`. */
  async request<Answer>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const response = await fetch(`${this.#address.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#address.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer as Answer;
    throw new EeveeError(problemSchema.parse(answer));
  }

  /** Fields that are left out get the defaults of `createSessionSchema`. */
  create(asked: Partial<CreateSession>): Promise<Session> {
    return this.request('POST', '/v1/sessions', asked);
  }

  session(id: string): Promise<Session> {
    return this.request('GET', `/v1/sessions/${id}`);
  }

  metrics(id: string): Promise<Metrics> {
    return this.request('GET', `/v1/sessions/${id}/metrics`);
  }

  windows(display?: string): Promise<GameWindow[]> {
    const query = display === undefined ? '' : `?display=${encodeURIComponent(display)}`;
    return this.request('GET', `/v1/windows${query}`);
  }

  notices(): Promise<Notice[]> {
    return this.request('GET', '/v1/notices');
  }

  act(id: string, verb: string, body?: unknown): Promise<Session> {
    return this.request('POST', `/v1/sessions/${id}/${verb}`, body);
  }

  /** Opens the stream; resolves when it is open. */
  async stream(
    onEvent: (event: ServerEvent) => void,
    onFrame?: (message: ArrayBuffer) => void,
  ): Promise<Stream> {
    const url = `${this.#address.url.replace(/^http/, 'ws')}/v1/stream`;
    const socket = new WebSocket(url, [streamProtocol, `token.${this.#address.token}`]);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') onEvent(JSON.parse(data) as ServerEvent);
      else onFrame?.(data as ArrayBuffer);
    });
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new Error(`The stream at ${url} was refused.`)), {
        once: true,
      });
    });
    return {
      send: (message) => socket.send(JSON.stringify(message)),
      close: () => socket.close(),
    };
  }
}

export interface Stream {
  send(message: ClientMessage): void;
  close(): void;
}
