import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Session } from '../../protocol/sessions.ts';
import { EngineClient } from '../api/client.ts';
import { type Engine, startEngine } from '../engine.ts';
import { readGiven } from '../settings/given.ts';
import type { Settings } from '../settings.ts';

/** A folder that is gone after the test. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'eevee-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A core of `native/testing/cores`, by its name. */
export const testCore = (name: string): string =>
  join(import.meta.dirname, '..', '..', 'native', 'build', 'cores', `${name}_libretro.so`);

/** The text that such a core takes for its game; the first number in it is the frame of its moment. */
export const testRom = (folder: string, text: string): string => {
  const path = join(folder, 'game.txt');
  writeFileSync(path, text);
  return path;
};

export interface RunningEngine {
  engine: Engine;
  client: EngineClient;
}

/** A real engine on a free port with a data folder of its own, which measures no hardware; gone after the test. */
export const runningEngine = async (settings: Partial<Settings> = {}): Promise<RunningEngine> => {
  const dataDir = settings.dataDir ?? scratchFolder();
  const engine = await startEngine(readGiven({ logLevel: 'silent', tier: 'mid', ...settings, dataDir }, {}));
  onTestFinished(() => engine.close());
  return { engine, client: new EngineClient(engine) };
};

/** Waits until `look` gives something, `timeoutMs` at most. Throws what is waited for. */
export const until = async <Found>(
  what: string,
  look: () => Found | null | undefined | false | Promise<Found | null | undefined | false>,
  timeoutMs = 5000,
): Promise<Found> => {
  const began = performance.now();
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() - began > timeoutMs) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Waits until a session has ended. */
export const untilEnded = (client: EngineClient, id: string, timeoutMs?: number): Promise<Session> =>
  until(
    'the end of the session',
    async () => {
      const session = await client.session(id);
      return session.state === 'ended' && session;
    },
    timeoutMs,
  );

/** The problem that a promise is rejected with. */
export const problemOfRejected = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    const { problem } = error as { problem?: { code: string; [more: string]: unknown } };
    if (problem) return problem;
    throw error;
  }
  throw new Error('nothing was refused');
};
