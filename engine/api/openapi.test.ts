import { expect, test } from 'vitest';
import { runningEngine } from '../testing/engine.ts';

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
}
interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: unknown;
  responses: Record<string, { description: string }>;
}

const routes = [
  'POST /v1/sessions',
  'GET /v1/sessions',
  'GET /v1/sessions/{id}',
  'GET /v1/sessions/{id}/metrics',
  'GET /v1/sessions/{id}/decisions',
  'GET /v1/sessions/{id}/frame.png',
  ...['pause', 'resume', 'step', 'stop', 'speed', 'take-over', 'advise', 'hand-back', 'buttons'].map(
    (verb) => `POST /v1/sessions/{id}/${verb}`,
  ),
  'PUT /v1/sessions/{id}/stop-when',
  'POST /v1/sessions/{id}/states',
  'GET /v1/sessions/{id}/states',
  'POST /v1/sessions/{id}/states/{name}/load',
  'GET /v1/sessions/{id}/ratings',
  'PUT /v1/sessions/{id}/ratings/{frame}',
  'DELETE /v1/sessions/{id}/ratings/{frame}',
  'GET /v1/cases',
  'GET /v1/cases/{id}',
  'GET /v1/cases/{id}/export',
  'GET /v1/sessions/{id}/states/{name}/thumbnail.png',
  'PUT /v1/sessions/{id}/states/{name}',
  'DELETE /v1/sessions/{id}/states/{name}',
  'POST /v1/sessions/{id}/states/{name}/restore',
  'GET /v1/sessions/{id}/autosaves',
  'GET /v1/sessions/{id}/timeline',
  'GET /v1/sessions/{id}/timeline/{frame}.png',
  'POST /v1/sessions/{id}/rewind',
  'POST /v1/sessions/{id}/rewind/undo',
  'POST /v1/sessions/{id}/rewind/redo',
  'GET /v1/games',
  'GET /v1/windows',
  'GET /v1/notices',
  'POST /v1/notices/dismiss',
  'GET /v1/health',
  'GET /v1/library',
  'POST /v1/library',
  'POST /v1/library/upload',
  'GET /v1/library/{id}',
  'PATCH /v1/library/{id}',
  'DELETE /v1/library/{id}',
  'POST /v1/library/{id}/restore',
  'GET /v1/library/{id}/art.png',
  'PUT /v1/library/{id}/art',
  'DELETE /v1/library/{id}/art',
  'GET /v1/feedback',
  'POST /v1/feedback',
  'GET /v1/feedback/{id}',
  'PUT /v1/feedback/{id}',
  'DELETE /v1/feedback/{id}',
  'GET /v1/feedback/{id}/preview',
  ...['send', 'export', 'withdraw', 'retry', 'restore'].map((verb) => `POST /v1/feedback/{id}/${verb}`),
  'PUT /v1/feedback/{id}/attachments/{kind}',
  'POST /v1/feedback/{id}/attachments/{kind}/collect',
  'GET /v1/feedback/{id}/attachments/{kind}/content',
  'GET /v1/feedback/{id}/attachments/replay/pictures',
  'GET /v1/stream',
  'GET /v1/hardware',
  'POST /v1/hardware/look',
  'POST /v1/hardware/measure',
  'PUT /v1/hardware/tier',
  'DELETE /v1/hardware/tier',
  'GET /v1/settings',
  'PUT /v1/settings',
  'DELETE /v1/settings',
  'PUT /v1/settings/{name}',
  'DELETE /v1/settings/{name}',
  'GET /v1/benchmarks/catalog',
  'POST /v1/benchmarks/runs',
  'GET /v1/benchmarks/runs',
  'GET /v1/benchmarks/runs/{id}',
  'DELETE /v1/benchmarks/runs/{id}',
  'GET /v1/benchmarks/runs/{id}/episodes',
  'GET /v1/benchmarks/runs/{id}/report',
  'GET /v1/benchmarks/runs/{id}/export',
  'POST /v1/benchmarks/runs/{id}/cancel',
  'POST /v1/benchmarks/runs/{id}/resume',
  'POST /v1/benchmarks/runs/{id}/baseline',
  'DELETE /v1/benchmarks/runs/{id}/baseline',
  'POST /v1/benchmarks/import',
  'GET /v1/benchmarks/compare',
  'GET /v1/history/sessions',
  'GET /v1/history/minutes',
  'GET /v1/history/storage',
  'POST /v1/history/tidy',
  'GET /v1/backups',
  'POST /v1/backups',
  'POST /v1/backups/{name}/restore',
  'GET /v1/history/days',
  'GET /v1/history/sessions/{id}/export',
  'GET /v1/history/export',
  'GET /v1/history/sessions/{id}',
  'GET /v1/history/sessions/{id}/series',
  'GET /v1/history/sessions/{id}/decisions',
  'GET /v1/history/sessions/{id}/events',
  'GET /v1/history/sessions/{id}/files',
  'GET /v1/history/choices',
  'DELETE /v1/sessions/{id}',
  'POST /v1/sessions/{id}/restore',
  'GET /v1/storage',
];

/** Every `$ref` in a document. */
const references = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return [];
  const own = '$ref' in node && typeof node.$ref === 'string' ? [node.$ref] : [];
  return own.concat(...Object.values(node).map(references));
};

test('the documentation lists every route, needs no token, and leads nowhere wrong', async () => {
  const { engine } = await runningEngine();
  const document = (await (await fetch(`${engine.url}/docs/json`)).json()) as Document;
  expect(document.openapi).toMatch(/^3\.1/);
  expect(document.info.title).toBe('Eevee engine');
  const listed = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(listed.sort()).toEqual([...routes].sort());
  for (const [path, operations] of Object.entries(document.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const operation of Object.values(operations)) {
      expect(operation.summary, path).toBeTruthy();
      expect(Object.keys(operation.responses), path).toEqual(expect.arrayContaining(['4XX', '5XX']));
      for (const answer of Object.values(operation.responses))
        expect(typeof answer.description).toBe('string');
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name)).toEqual(named);
      for (const { required } of inPath) expect(required).toBe(true);
    }
  }
  const schemas = new Set(
    Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`),
  );
  for (const reference of references(document)) expect(schemas).toContain(reference);
  expect([...schemas]).toEqual(
    expect.arrayContaining(['#/components/schemas/Session', '#/components/schemas/Problem']),
  );
  const page = await fetch(`${engine.url}/docs`);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(await page.text()).toContain('swagger-ui');
});
