import type { FastifyReply, FastifyRequest } from 'fastify';
import { appOrigin } from './access.ts';

/** The page may run our scripts, talk to us and nobody else, and be framed by nobody. */
const pagePolicy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // The component library sets its colours through a style element.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ws://${host}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

export const isApiPath = (url: string): boolean => /^\/v1(\/|$|\?)/.test(url);

/** Headers of every answer; pages may override the policy (the documentation brings its own). */
export const setSecurityHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
  const api = isApiPath(request.url);
  reply.headers({
    'content-security-policy': api ? dataPolicy : pagePolicy(request.headers.host ?? '127.0.0.1'),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    ...(api ? { 'cache-control': 'no-store' } : {}),
  });
};

/** Cross-origin answers, for the app's page alone; any other origin has been refused already. */
export const setCorsHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.header('vary', 'Origin');
  if (request.headers.origin !== appOrigin) return;
  reply.header('access-control-allow-origin', appOrigin);
  if (request.method !== 'OPTIONS') return;
  reply.headers({
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '600',
  });
};
