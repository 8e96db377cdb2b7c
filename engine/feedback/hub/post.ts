import type { HubAnswer } from './answer.ts';

/** Longer answers are cut off: a hub has little to say. */
const mostAnswerBytes = 64 * 1024;
const mostRedirects = 3;

/** One file that goes to the hub. */
export interface Part {
  /** Its name among the parts: `item`, then `attachment` for each. */
  field: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** How long to wait for an answer, and where to send. */
export interface PostOptions {
  timeoutMs: number;
  /** Ends the try at once, when the engine closes. */
  signal: AbortSignal;
}

/** Reads at most so much of an answer. */
const bodyOf = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= mostAnswerBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostAnswerBytes).toString('utf8');
};

/**
 * Hands an item over: one POST of `multipart/form-data` with its key in `Idempotency-Key`. Follows a redirect (307,
 * 308) only within the same origin. Throws what the network says; certificates are checked as usual.
 */
export const postItem = async (
  hub: string,
  key: string,
  parts: readonly Part[],
  { timeoutMs, signal }: PostOptions,
): Promise<HubAnswer> => {
  const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  let address = new URL(hub);
  for (let redirects = 0; ; redirects += 1) {
    const form = new FormData();
    for (const { field, name, mediaType, bytes } of parts)
      form.append(field, new Blob([new Uint8Array(bytes)], { type: mediaType }), name);
    const response = await fetch(address, {
      method: 'POST',
      body: form,
      headers: { 'idempotency-key': key, accept: 'application/json' },
      redirect: 'manual',
      signal: within,
    });
    const location = response.headers.get('location');
    const next = location !== null && URL.canParse(location, address) ? new URL(location, address) : null;
    const followed = response.status === 307 || response.status === 308;
    if (followed && next?.origin === address.origin && redirects < mostRedirects) {
      await response.body?.cancel();
      address = next;
      continue;
    }
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: await bodyOf(response),
    };
  }
};

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at its address',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up now',
  ECONNRESET: 'it broke off the connection',
  UND_ERR_SOCKET: 'it broke off the connection',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  ETIMEDOUT: 'it did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** What kept an item from being handed over, in words. */
export const networkWords = (error: unknown): string => {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'The hub did not answer in time.';
  const code = cause?.code ?? (error as { code?: string }).code ?? '';
  const reason = reasons[code];
  return reason ? `The hub cannot be reached: ${reason}.` : `The hub cannot be reached (${code || name}).`;
};
