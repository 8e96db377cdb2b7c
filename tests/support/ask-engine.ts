import type { Page } from 'playwright-core';

/** Asks the engine behind a window, with the address and the token that its page has. */
export const askEngine = async <Answer>(page: Page, path: string): Promise<Answer> => {
  const engine = await page.evaluate(() => globalThis.window.eevee?.engine());
  if (engine?.state !== 'ready') throw new Error('The engine is not there.');
  const { url, token } = engine.address;
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`GET ${path}: ${JSON.stringify(answer)}`);
  return answer as Answer;
};
