import { createServer } from 'node:net';

/**
 * A port of 127.0.0.1 that is free now. Chosen before the engine starts, because the page's content security
 * policy names the engine's address and goes out with the page's first byte.
 */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
