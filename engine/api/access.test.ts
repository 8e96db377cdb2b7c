import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import type { Problem } from '../../protocol/errors.ts';
import { runningEngine } from '../testing/engine.ts';

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
  problem: Problem;
}

/** A request with exactly these headers: `fetch` would not let Host and Origin be chosen. */
const ask = (port: number, path: string, headers: Record<string, string>, method = 'GET', body?: string) =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => {
        let problem = {} as Problem;
        try {
          problem = JSON.parse(text) as Problem;
        } catch {}
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, problem });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });

test('without a token, with a wrong one, with the right one; and none of them is ever logged', async () => {
  const { engine } = await runningEngine({ logLevel: 'debug' });
  const { port, token, data } = engine;
  const wrong = 'wrong-token-wrong-token-wrong-token-wrong-t';
  const path = `/v1/health?token=${token}`;
  const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
  expect(await ask(port, path, {})).toMatchObject({ status: 401, problem: { code: 'access.no-token' } });
  for (const text of [wrong, '', token.slice(1), `${token}x`, token.toLowerCase()]) {
    const { status } = await ask(port, '/v1/health', bearer(text));
    expect(status, text).toBe(401);
  }
  expect(await ask(port, '/v1/health', bearer(wrong))).toMatchObject({
    problem: { code: 'access.wrong-token' },
  });
  expect(await ask(port, path, bearer(token))).toMatchObject({ status: 200 });
  // The token as a path, as a body, as a subprotocol: wherever somebody may put it by mistake.
  await ask(port, `/v1/sessions/${token}`, bearer(token));
  await ask(port, `/${token}`, bearer(token));
  await ask(
    port,
    '/v1/sessions',
    { ...bearer(token), 'content-type': 'application/json' },
    'POST',
    `{"game":"${token}"}`,
  );
  await ask(port, '/v1/health', { 'sec-websocket-protocol': `eevee.v1, token.${wrong}` });
  const log = readFileSync(data.log, 'utf8');
  expect(log).toContain('access.no-token');
  expect(log).toContain('/v1/health');
  expect(log).not.toContain(token);
  expect(log).not.toContain(wrong);
});

test('another Host, as a rebound DNS name would send it', async () => {
  const { engine } = await runningEngine();
  const { port, token } = engine;
  const authorization = `Bearer ${token}`;
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `localhost.evil:${port}`,
  ]) {
    expect(await ask(port, '/v1/health', { host, authorization }), host).toMatchObject({
      status: 403,
      problem: { code: 'access.host' },
    });
    expect(await ask(port, '/', { host })).toMatchObject({ status: 403 });
  }
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
    expect(await ask(port, '/v1/health', { host, authorization }), host).toMatchObject({ status: 200 });
  }
});

test('another Origin is refused; the app’s page gets its exact name back, and nobody gets a star', async () => {
  const { engine } = await runningEngine();
  const { port, token } = engine;
  const authorization = `Bearer ${token}`;
  for (const origin of [
    'https://evil.example',
    'null',
    'eevee://app.evil',
    `http://localhost:${port + 1}`,
    'file://',
  ]) {
    const answer = await ask(port, '/v1/health', { origin, authorization });
    expect(answer, origin).toMatchObject({ status: 403, problem: { code: 'access.origin' } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  }
  const own = await ask(port, '/v1/health', { origin: `http://127.0.0.1:${port}`, authorization });
  expect(own.status).toBe(200);
  const app = await ask(port, '/v1/health', { origin: 'eevee://app', authorization });
  expect(app).toMatchObject({
    status: 200,
    headers: { 'access-control-allow-origin': 'eevee://app', vary: 'Origin' },
  });
  const unknown = await ask(port, '/v1/health', { origin: 'eevee://app' });
  expect(unknown).toMatchObject({ status: 401, headers: { 'access-control-allow-origin': 'eevee://app' } });
  const preflight = await ask(
    port,
    '/v1/sessions',
    { origin: 'eevee://app', 'access-control-request-method': 'POST' },
    'OPTIONS',
  );
  expect(preflight).toMatchObject({
    status: 204,
    headers: {
      'access-control-allow-origin': 'eevee://app',
      'access-control-allow-headers': 'authorization, content-type',
    },
  });
  expect((await ask(port, '/v1/sessions', { origin: 'https://evil.example' }, 'OPTIONS')).status).toBe(403);
});

test('bodies of another shape', async () => {
  const { engine } = await runningEngine();
  const { port, token } = engine;
  const post = (body: string, type = 'application/json', path = '/v1/sessions') =>
    ask(port, path, { authorization: `Bearer ${token}`, 'content-type': type }, 'POST', body);
  const cases: [string, Partial<Problem>][] = [
    ['{"speed":3}', { field: 'speed', value: 3, allowed: [0.5, 1, 2, 4, 8] }],
    ['{"clock":"fast"}', { field: 'clock', value: 'fast', allowed: ['real-time', 'lockstep'] }],
    ['{"seed":-1}', { field: 'seed', value: -1, allowed: ['at least 0'] }],
    ['{"seed":"1"}', { field: 'seed', value: '1' }],
    ['{"sead":1}', { field: 'sead', value: 1 }],
    ['[]', { field: 'body' }],
    ['null', { field: 'body' }],
    ['{', { field: 'body' }],
    ['{"__proto__":{"seed":1}}', { field: 'body' }],
  ];
  for (const [body, expected] of cases) {
    expect(await post(body), body).toMatchObject({
      status: 400,
      problem: { code: 'configuration.invalid', ...expected },
    });
  }
  expect(await post('x'.repeat(1_100_000))).toMatchObject({
    status: 413,
    problem: { code: 'configuration.invalid' },
  });
  expect(await post('<a/>', 'text/xml')).toMatchObject({
    status: 415,
    problem: { code: 'configuration.invalid' },
  });
  const authorization = `Bearer ${token}`;
  expect(await ask(port, '/v1/sessions/UPPER', { authorization })).toMatchObject({
    status: 400,
    problem: { field: 'id', value: 'UPPER' },
  });
  expect(await ask(port, '/v1/sessions/000000000000', { authorization })).toMatchObject({
    status: 404,
    problem: { code: 'session.not-found' },
  });
  expect(await ask(port, '/v1/sessions?limit=9999', { authorization })).toMatchObject({
    status: 400,
    problem: { field: 'limit' },
  });
  expect(await ask(port, '/v1/nothing', { authorization })).toMatchObject({
    status: 404,
    problem: { code: 'request.not-found' },
  });
  expect(await ask(port, '/v1/%zz', { authorization })).toMatchObject({
    status: 400,
    problem: { code: 'configuration.invalid' },
  });
});

test('no way out of the page’s folder', async () => {
  const { engine } = await runningEngine();
  const paths = [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/../../../package.json',
    '/..\\package.json',
    '/.git/config',
    '//etc/passwd',
    '/%00',
    '/docs/static/../../../package.json',
    '/docs/static/..%2f..%2fpackage.json',
  ];
  for (const path of paths) {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(engine.port, '127.0.0.1', () => {
        socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${engine.port}\r\nConnection: close\r\n\r\n`);
      });
      let text = '';
      socket.on('data', (part) => {
        text += part;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer, path).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(answer, path).not.toMatch(/"devDependencies"|root:/);
  }
});

test('what is no HTTP at all gets an answer and does no harm', async () => {
  const { engine, client } = await runningEngine();
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(engine.port, '127.0.0.1', () => socket.end('\x16\x03\x01 hello\r\n\r\n'));
    socket.on('data', (part) => resolve(String(part)));
  });
  expect(answer).toContain('400 Bad Request');
  expect(await client.request('GET', '/v1/health')).toMatchObject({ status: 'ok' });
});

test('pages may run our scripts only, and be framed by nobody', async () => {
  const { engine } = await runningEngine();
  const { headers } = await ask(engine.port, '/', {});
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
  });
  const data = await ask(engine.port, '/v1/health', { authorization: `Bearer ${engine.token}` });
  expect(data.headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
});

test('the engine listens on the loopback address and nowhere else', async () => {
  const { engine } = await runningEngine();
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = connect(engine.port, address, () => {
        socket.destroy();
        resolve(false);
      });
      socket.on('error', () => resolve(true));
    });
    expect(refused, address).toBe(true);
  }
});
