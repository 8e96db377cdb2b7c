import { join } from 'node:path';
import { expect } from 'vitest';
import { readReplay } from '../../engine/session/replay-file.ts';
import type { Session } from '../../protocol/sessions.ts';
import { drawnAfter, drawnFrame, part, soon } from '../support/play-page.ts';
import type { App } from './app.ts';

/** Goes on from the autosave that an ended session offers. */
const resume = async (app: App, before: Session): Promise<void> => {
  const { page } = app;
  await part(page, 'end-card').waitFor();
  const ended = await app.get<Session>(`/v1/sessions/${before.id}`);
  expect(ended).toMatchObject({ state: 'ended', end: { reason: 'failed' } });
  expect(ended.autosave).not.toBeNull();
  await part(page, 'resume-button').click();
  await soon(async () => (await app.session()).id).not.toBe(before.id);
  await part(page, 'end-card').waitFor({ state: 'detached' });
  await drawnAfter(page, 30);
  const after = await app.session();
  expect(after).toMatchObject({ state: 'running', turn: 'ai', goal: before.goal });
  // Not from the game's beginning again.
  const { header } = readReplay(join(app.dataDir, 'sessions', after.id, 'inputs.jsonl'));
  expect(header.startState).not.toBeNull();
};

/** The game's own process is killed: it is said in words, and play goes on from the autosave. */
export const sessionKilled = async (app: App): Promise<void> => {
  const { page } = app;
  await part(page, 'room-play').click();
  await drawnAfter(page, 0);
  const before = await app.session();
  process.kill(app.processWith('session/process')!, 'SIGKILL');
  await part(page, 'end-card').waitFor();
  const words = await part(page, 'end-card').textContent();
  expect(words).toMatch(/session.*ended|process/i);
  await app.look('session-killed');
  await resume(app, before);
};

/** What was played is a table for other programs. */
export const exportHistory = async (app: App): Promise<void> => {
  const { page } = app;
  const [, before] = await app.get<Session[]>('/v1/sessions');
  await part(page, 'room-history').click();
  await page.locator(`[data-session="${before!.id}"] a`).click();
  await part(page, 'plots').waitFor();
  await part(page, 'history-export').click();
  const file = await app.saved(() => part(page, 'export-csv').click());
  expect(file.name).toMatch(/\.csv$/);
  const [head, ...rows] = Buffer.from(file.bytes).toString().trim().split('\n');
  expect(head).toContain('fps');
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) expect(row.split(',')).toHaveLength(head!.split(',').length);
};

/** The page is loaded anew: the game has gone on. */
export const pageReloaded = async (app: App): Promise<void> => {
  const { page } = app;
  await part(page, 'room-play').click();
  await drawnAfter(page, 0);
  const before = await app.session();
  await page.reload();
  await drawnAfter(page, before.frame);
  expect((await app.session()).id).toBe(before.id);
};

/** The engine is killed with all that it played: it comes back by itself, and offers to go on. */
export const engineKilled = async (app: App): Promise<void> => {
  const { page } = app;
  const before = await app.session();
  const engine = app.processWith('engine/main.ts');
  process.kill(engine!, 'SIGKILL');
  await part(page, 'lost').waitFor();
  await part(page, 'lost').waitFor({ state: 'detached', timeout: 60_000 });
  expect(app.processWith('engine/main.ts')).not.toBe(engine);
  await app.look('engine-killed');
  await resume(app, before);
  expect(await drawnFrame(page)).toBeGreaterThan(0);
};
