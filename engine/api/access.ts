import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { EeveeError, type ErrorCode } from '../../protocol/errors.ts';

/** Where the packaged app's page comes from. */
export const appOrigin = 'eevee://app';
/** The stream's subprotocol; the token comes beside it, because a browser's WebSocket can send no header. */
export const streamProtocol = 'eevee.v1';
const tokenProtocol = 'token.';

/** A new token: 32 random bytes, good for one launch of the engine. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const refuse = (code: Extract<ErrorCode, `access.${string}`>, message: string, remedy: string): EeveeError =>
  new EeveeError({ code, message, remedy });

/**
 * Throws `access.host` unless the request was addressed to this machine by a name that only this machine
 * answers to. It is what stops a web page from reaching us through a DNS name of its own (DNS rebinding).
 */
export const requireOwnHost = (host: string | undefined, port: number): void => {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  const allowed = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (host !== undefined && allowed.includes(host.toLowerCase())) return;
  throw refuse(
    'access.host',
    'This address of the engine is not known to it.',
    `Use http://127.0.0.1:${port}.`,
  );
};

/** Throws `access.origin` unless the request comes from no page, from our own page, or from the app's. */
export const requireKnownOrigin = (origin: string | undefined, host: string | undefined): void => {
  if (origin === undefined || origin === appOrigin || origin === `http://${host}`) return;
  throw refuse(
    'access.origin',
    'Pages of other sites may not use the engine.',
    'Open the page that the engine itself serves, or the app.',
  );
};

/** The token that a request brought: as a bearer, or among the subprotocols of a WebSocket. */
const tokenOf = (headers: IncomingHttpHeaders): string | undefined => {
  const [scheme, given] = (headers.authorization ?? '').split(' ', 2);
  if (scheme?.toLowerCase() === 'bearer' && given) return given;
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((text) => text.trim());
  return protocols.find((text) => text.startsWith(tokenProtocol))?.slice(tokenProtocol.length);
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Throws `access.no-token` or `access.wrong-token`. Takes as long for a near miss as for any other. */
export const requireToken = (headers: IncomingHttpHeaders, token: string): void => {
  const given = tokenOf(headers);
  const remedy = 'Send "Authorization: Bearer …" with the token that the engine printed when it started.';
  if (given === undefined) throw refuse('access.no-token', 'The request brought no token.', remedy);
  // Digests, because timingSafeEqual wants equal lengths and a length is a hint too.
  if (timingSafeEqual(digest(given), digest(token))) return;
  throw refuse('access.wrong-token', 'The request brought a token that is not this launch’s.', remedy);
};
