import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentSecurityPolicy } from './content-security.ts';
import { pageFile } from './page-files.ts';
import { places } from './paths.ts';

/**
 * Gives the page an origin of its own (`eevee://app`), which `file://` has not: storage, CORS and the content
 * security policy all rest on it. Before Electron is ready.
 */
export const registerPageScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'eevee', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

const text = (status: number, body: string): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** Serves `dist/renderer`, and nothing else, at the page's origin. */
export const servePage = (engineOrigin: string): void => {
  const { page: folder, packaged } = places();
  const remedy = packaged ? 'Install Eevee again.' : 'Run: npm start';
  const headers = {
    'content-security-policy': contentSecurityPolicy(engineOrigin),
    'cross-origin-opener-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  };
  protocol.handle('eevee', async ({ url, method }) => {
    const file = pageFile(folder, url);
    if (!file || method !== 'GET') return text(404, 'There is no such file in the page.');
    try {
      const body = await readFile(file.path);
      return new Response(body, { headers: { ...headers, 'content-type': file.contentType } });
    } catch {
      return text(404, `The page is not there. ${remedy}`);
    }
  });
};
