import { extname, join, sep } from 'node:path';

/** Where the page lives: scheme, host and nothing else. */
export const pageOrigin = 'eevee://app';
export const pageUrl = `${pageOrigin}/`;

/** Kinds of files that a page is made of; anything else is not served. */
const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  path: string;
  contentType: string;
}

/** True for an address of the page itself, whatever its path. */
export const isPageUrl = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  // Not `origin`: Node knows no origin for schemes of our own and says "null".
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}` === pageOrigin;
};

/**
 * The file that an address of our scheme names, or null: another host, a file outside the folder (however its
 * dots are written), or a kind that no page needs.
 */
export const pageFile = (folder: string, address: string): PageFile | null => {
  if (!isPageUrl(address)) return null;
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const path = join(folder, name === '/' ? 'index.html' : name);
  const contentType = contentTypes[extname(path)];
  if (!path.startsWith(folder + sep) || !contentType) return null;
  return { path, contentType };
};
