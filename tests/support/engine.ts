import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Session } from '../../protocol/sessions.ts';
import { root, temporaryFolder } from './folders.ts';

/** A real engine with a data folder of its own. */
export interface TestEngine {
  url: string;
  token: string;
  /** The page with its token, as the engine prints it. */
  pageUrl: string;
  child: ChildProcess;
  /** Asks the API; fails on anything but success. */
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body?: unknown): Promise<Answer>;
  /** The newest session as the engine sees it. */
  session(): Promise<Session>;
  close(): Promise<void>;
}

/**
 * Starts the engine as the shell does, and waits until it listens. `dataDir`: a folder that outlives it; default: one
 * that is gone with it.
 */
export const startEngine = async (dataDir?: string): Promise<TestEngine> => {
  const data = dataDir === undefined ? temporaryFolder('engine') : { path: dataDir, remove: () => {} };
  const child = spawn(process.execPath, [join(root, 'engine', 'main.ts'), '--data-dir', data.path], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ready = await new Promise<{ url: string; token: string; pageUrl: string }>((resolve, reject) => {
    child.on('message', (message: { type: string; url: string; token: string; pageUrl: string }) => {
      if (message.type === 'ready') resolve(message);
    });
    child.once('exit', (code) => reject(new Error(`The engine ended with code ${code}:\n${said}`)));
  });
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(ready.url + path, {
      method,
      headers: { authorization: `Bearer ${ready.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer as Answer;
  };
  return {
    ...ready,
    child,
    get: (path) => ask('GET', path),
    post: (path, body = {}) => ask('POST', path, body),
    async session() {
      const [newest] = await ask<Session[]>('GET', '/v1/sessions');
      if (!newest) throw new Error('There is no session.');
      return newest;
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        if (child.connected) child.send({ type: 'close' });
        else child.kill();
        await gone;
      }
      data.remove();
    },
  };
};
