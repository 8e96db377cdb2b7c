import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Decision } from '../../protocol/observation.ts';
import type { EngineClient } from '../api/client.ts';
import { problemOfRejected, runningEngine, scratchFolder, untilEnded } from '../testing/engine.ts';

/** A short session of the AI that is over, with a decision that was rated. */
const rated = async (client: EngineClient): Promise<string> => {
  const { id } = await client.create({ clock: 'lockstep', goal: 'gate', seed: 4, frameLimit: 600 });
  await untilEnded(client, id, 30_000);
  const [decision] = await client.request<Decision[]>('GET', `/v1/sessions/${id}/decisions?limit=1`);
  await client.request('PUT', `/v1/sessions/${id}/ratings/${decision!.frame}`, { verdict: 'up' });
  return id;
};
const deletedAt = (dataDir: string, id: string, at: number): void => {
  const database = new Database(join(dataDir, 'eevee.db'));
  database.prepare('UPDATE sessions SET removed_at = ? WHERE id = ?').run(new Date(at).toISOString(), id);
  database.close();
};

test('an hour after its deletion a session is gone for good, with its cases, wherever the engine died', async () => {
  const dataDir = scratchFolder();
  const first = await runningEngine({ dataDir });
  const [old, half, fresh] = [
    await rated(first.client),
    await rated(first.client),
    await rated(first.client),
  ];
  for (const id of [old, half, fresh]) await first.client.request('DELETE', `/v1/sessions/${id}`);
  // Nothing is lost at once, also not from the disk.
  expect(readdirSync(join(dataDir, 'sessions')).sort()).toEqual([old, half, fresh].sort());
  expect(readdirSync(join(dataDir, 'cases'))).toHaveLength(3);
  await first.engine.close();
  deletedAt(dataDir, old, Date.now() - 2 * 3_600_000);
  deletedAt(dataDir, half, Date.now() - 2 * 3_600_000);
  // It died after the files and before the row.
  rmSync(join(dataDir, 'sessions', half), { recursive: true });

  const { client } = await runningEngine({ dataDir });
  expect(readdirSync(join(dataDir, 'sessions'))).toEqual([fresh]);
  expect(readdirSync(join(dataDir, 'cases'))).toHaveLength(1);
  for (const id of [old, half])
    expect(await problemOfRejected(client.request('POST', `/v1/sessions/${id}/restore`))).toMatchObject({
      code: 'session.not-found',
    });
  expect(await client.request('POST', `/v1/sessions/${fresh}/restore`)).toMatchObject({ id: fresh });
  expect(await client.request('GET', `/v1/sessions/${fresh}/ratings`)).toHaveLength(1);
  expect(existsSync(join(dataDir, 'sessions', fresh, 'inputs.jsonl'))).toBe(true);
}, 60_000);
