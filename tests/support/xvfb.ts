import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Display {
  /** Value for the variable DISPLAY. */
  name: string;
  close(): Promise<void>;
}

/** The display of this machine, or a virtual one on a number that Xvfb itself finds free. */
export const openDisplay = async (): Promise<Display> => {
  const given = process.env['DISPLAY'];
  if (given) return { name: given, close: async () => {} };
  const args = ['-displayfd', '3', '-screen', '0', '1600x1040x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', () => reject(new Error('Xvfb is missing. Run: sudo apt-get install xvfb')));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
    server.stdio[3]?.on('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  return {
    name: `:${number}`,
    async close() {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
};
