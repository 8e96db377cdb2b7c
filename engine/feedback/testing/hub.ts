import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a hub may do to an item, each of which happens on real networks. */
export const hubFaults = [
  /** The connection breaks before anything is stored. */
  'drop-before',
  /** It is stored, and the connection breaks before the answer. */
  'drop-after',
  /** It is stored, and the answer comes when nobody waits any more. */
  'late',
  'nonsense',
  /** Stored, but the answer is a login page. */
  'stored-nonsense',
  /** Somebody else's acknowledgement. */
  'foreign-key',
  'error-500',
  'busy-429',
  'busy-503',
  'elsewhere',
] as const;
export type HubFault = (typeof hubFaults)[number];

/** An item as the hub keeps it. */
export interface StoredItem {
  key: string;
  item: string;
  attachments: { name: string; mediaType: string; bytes: Buffer }[];
}

export interface TestHub {
  url: string;
  /** One for each key, in the order in which they first arrived. */
  stored: Map<string, StoredItem>;
  /** Requests that came in, whatever became of them. */
  requests: { key: string; fault: HubFault | 'refuse' | null }[];
  /** What to do with the next request; called once each. */
  behave: (next: (request: number) => HubFault | 'refuse' | null) => void;
  close(): Promise<void>;
}

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Parses the body with the same code that a hub in this language would use. */
const itemOf = async (request: IncomingMessage, key: string): Promise<StoredItem> => {
  const body = await readAll(request);
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const text = async (entry: unknown): Promise<string> =>
    entry instanceof Blob ? entry.text() : String(entry);
  const files = form.getAll('attachment').filter((entry) => entry instanceof Blob);
  return {
    key,
    item: await text(form.get('item')),
    attachments: await Promise.all(
      files.map(async (file) => ({
        name: (file as File).name,
        mediaType: file.type,
        bytes: Buffer.from(await file.arrayBuffer()),
      })),
    ),
  };
};

/**
 * A small real hub that keeps the documented protocol, and misbehaves on request. It keeps one item a key, as
 * documented, and drops those that an item says it replaces.
 */
export const startTestHub = async (lateMs = 400): Promise<TestHub> => {
  const stored = new Map<string, StoredItem>();
  const requests: TestHub['requests'] = [];
  let decide: (request: number) => HubFault | 'refuse' | null = () => null;

  const answer = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const store = (item: StoredItem): boolean => {
    for (const old of (JSON.parse(item.item) as { replaces: string[] }).replaces) stored.delete(old);
    if (stored.has(item.key)) return false;
    stored.set(item.key, item);
    return true;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const key = String(request.headers['idempotency-key'] ?? '');
    const fault = decide(requests.length);
    requests.push({ key, fault });
    if (fault === 'drop-before') return void request.socket.destroy();
    const item = await itemOf(request, key);
    switch (fault) {
      case 'refuse':
        return answer(response, 422, { message: 'We only take good news today.' });
      case 'nonsense':
        return answer(response, 200, '<html>Welcome to the hotel</html>', { 'content-type': 'text/html' });
      case 'error-500':
        return answer(response, 500, 'Segmentation fault');
      case 'busy-429':
        return answer(response, 429, { message: 'Too many at once.' }, { 'retry-after': '0' });
      case 'busy-503':
        return answer(response, 503, '', { 'retry-after': new Date(Date.now() - 1000).toUTCString() });
      case 'elsewhere':
        return answer(response, 307, '', { location: 'http://127.0.0.2:9/steal' });
      default:
        break;
    }
    const fresh = store(item);
    if (fault === 'drop-after') return void request.socket.destroy();
    if (fault === 'stored-nonsense') return answer(response, 200, '{"ok":tru');
    if (fault === 'foreign-key') return answer(response, 201, { key: 'another' });
    if (fault === 'late') await new Promise((resolve) => setTimeout(resolve, lateMs));
    if (!response.destroyed)
      answer(response, fresh ? 201 : 409, { key, message: fresh ? 'Thank you.' : 'Known.' });
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/feedback`,
    stored,
    requests,
    behave: (next) => {
      decide = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
