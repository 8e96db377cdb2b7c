import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  type Case,
  type CaseFile,
  type CaseVerdict,
  caseFileSchema,
  type Rating,
} from '../../protocol/cases.ts';
import type { Decision } from '../../protocol/observation.ts';
import type { EngineClient } from '../api/client.ts';
import {
  problemOfRejected,
  runningEngine,
  scratchFolder,
  testCore,
  testRom,
  until,
  untilEnded,
} from '../testing/engine.ts';

const eevee = join(import.meta.dirname, '..', 'cli', 'main.ts');
const runCase = async (file: string, more: string[] = []): Promise<CaseVerdict> => {
  const { stdout } = await promisify(execFile)(process.execPath, [eevee, 'case', file, '--json', ...more]);
  return JSON.parse(stdout) as CaseVerdict;
};

const decisionsOf = (client: EngineClient, id: string): Promise<Decision[]> =>
  client.request('GET', `/v1/sessions/${id}/decisions?limit=50`);
const rate = (client: EngineClient, id: string, frame: number, body: unknown): Promise<Rating> =>
  client.request('PUT', `/v1/sessions/${id}/ratings/${frame}`, body);
const exported = async (client: EngineClient, caseId: string): Promise<{ path: string; file: CaseFile }> => {
  const file = await client.request<CaseFile>('GET', `/v1/cases/${caseId}/export`);
  const path = join(scratchFolder(), 'case.json');
  writeFileSync(path, JSON.stringify(file));
  return { path, file };
};

describe('a rated decision', () => {
  test('becomes a case that the player of today decides the same, while the session goes on and after it', async () => {
    const { client, engine } = await runningEngine();
    const { id } = await client.create({ clock: 'lockstep', goal: 'gate', seed: 4, frameLimit: 2500 });
    await until('some decisions', async () => (await decisionsOf(client, id)).length > 5);
    await client.act(id, 'pause');
    const live = (await decisionsOf(client, id)).at(-1)!;
    const words = 'It goes round in circles.';
    const rating = await rate(client, id, live.frame, { verdict: 'down', reason: 'wrong-way', words });
    expect(rating).toMatchObject({
      sessionId: id,
      frame: live.frame,
      verdict: 'down',
      decision: live,
      words,
    });
    const [listed] = await client.request<Case[]>('GET', '/v1/cases');
    expect(listed).toMatchObject({ id: rating.caseId, decision: live, observation: { frame: live.frame } });
    expect(readdirSync(join(engine.data.cases, rating.caseId!)).sort()).toEqual([
      'case.json',
      'inputs.jsonl',
    ]);
    const { path, file } = await exported(client, rating.caseId!);
    // Where things lie on this computer stays here.
    expect(atob(file.files['inputs.jsonl']!)).not.toContain(engine.data.root);
    expect(atob(file.files['inputs.jsonl']!)).not.toMatch(/"(rom|path)":"\//);
    expect(caseFileSchema.parse(file).case).toEqual(listed);
    expect(await runCase(path)).toMatchObject({
      ...{
        same: true,
        was: { action: live.action, why: live.why },
        now: { action: live.action, why: live.why },
      },
      ...{ strayedAt: null, sameSight: true, sameModel: true, sameCore: true, frames: live.frame + 1 },
    });

    await client.act(id, 'resume');
    await untilEnded(client, id, 20_000);
    const late = (await decisionsOf(client, id)).at(-2)!;
    const second = await rate(client, id, late.frame, { verdict: 'up' });
    expect(await runCase(join(engine.data.cases, second.caseId!))).toMatchObject({
      same: true,
      strayedAt: null,
    });
  }, 60_000);

  test('with what the player knew after going back to before a task was done', async () => {
    const { client } = await runningEngine();
    const { id } = await client.create({ clock: 'lockstep', goal: 'gate', seed: 4 });
    await client.act(id, 'pause');
    const done = ({ tasks }: Decision): number => tasks.filter(({ state }) => state === 'done').length;
    const pausedAt = async (what: string, reached: (newest: Decision) => boolean): Promise<Decision> => {
      for (;;) {
        await client.act(id, 'resume');
        await new Promise((resolve) => setTimeout(resolve, 20));
        const { state } = await client.act(id, 'pause');
        const newest = (await decisionsOf(client, id)).at(-1);
        if (newest && reached(newest)) return newest;
        if (state === 'ended') throw new Error(`It ended before there were ${what}.`);
      }
    };
    const early = await pausedAt('a decision', () => true);
    await client.request('POST', `/v1/sessions/${id}/states`, { name: 'before' });
    const later = await pausedAt('a task more', (newest) => done(newest) > done(early));
    await client.act(id, 'states/before/load');
    const live = await pausedAt('a decision after it', ({ frame }) => frame > later.frame);
    const rating = await rate(client, id, live.frame, { verdict: 'down', reason: 'other' });
    const { path } = await exported(client, rating.caseId!);
    expect(await runCase(path)).toMatchObject({ same: true, sameSight: true, strayedAt: null });
  }, 60_000);

  test('in real time, after a take-over, advice and a loaded state, is decided the same again', async () => {
    const { client } = await runningEngine();
    const { id } = await client.create({ clock: 'real-time', speed: 8, goal: 'gate', seed: 2 });
    await until('some decisions', async () => (await decisionsOf(client, id)).length > 3, 20_000);
    await client.request('POST', `/v1/sessions/${id}/states`, { name: 'before' });
    for (const turn of ['take-over', 'advise']) {
      await client.act(id, turn);
      await client.act(id, 'buttons', { buttons: ['down'] });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await client.act(id, 'hand-back');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await client.act(id, 'states/before/load');
    const known = (await decisionsOf(client, id)).length;
    const decisions = await until(
      'decisions after it',
      async () => {
        const all = await decisionsOf(client, id);
        return all.length > known + 2 && all;
      },
      20_000,
    );
    const { frame } = decisions.at(-1)!;
    const rating = await rate(client, id, frame, { verdict: 'down', reason: 'other' });
    const { path, file } = await exported(client, rating.caseId!);
    expect(Object.keys(file.files)).toEqual(['inputs.jsonl', 'loaded-1.state']);
    expect(await runCase(path)).toMatchObject({ same: true, sameSight: true, strayedAt: null });
  }, 60_000);

  test('can be thought of otherwise, and taken back', async () => {
    const { client, engine } = await runningEngine();
    const { id } = await client.create({ clock: 'lockstep', goal: 'gate', frameLimit: 700 });
    await untilEnded(client, id, 20_000);
    const { frame } = (await decisionsOf(client, id))[0]!;
    const first = await rate(client, id, frame, { verdict: 'down', reason: 'stuck' });
    const again = await rate(client, id, frame, { verdict: 'up', reason: 'stuck' });
    expect(again).toMatchObject({ verdict: 'up', reason: null, caseId: first.caseId });
    expect(await client.request('GET', `/v1/sessions/${id}/ratings`)).toEqual([again]);
    expect(await client.request('GET', `/v1/cases/${first.caseId}`)).toMatchObject({
      rating: { verdict: 'up' },
    });
    await client.request('DELETE', `/v1/sessions/${id}/ratings/${frame}`);
    expect(await client.request('GET', `/v1/sessions/${id}/ratings`)).toEqual([]);
    expect(existsSync(join(engine.data.cases, first.caseId!))).toBe(false);
  }, 60_000);

  test('a player that decides otherwise is told apart', async () => {
    const { client } = await runningEngine();
    const { id } = await client.create({ clock: 'lockstep', goal: 'gate', seed: 7, frameLimit: 900 });
    await untilEnded(client, id, 20_000);
    const decisions = await decisionsOf(client, id);
    const rating = await rate(client, id, decisions.at(-1)!.frame, {
      verdict: 'down',
      reason: 'wrong-button',
    });
    const { path, file } = await exported(client, rating.caseId!);
    const odd = { ...file.case.decision, action: 'stand on its head' };
    writeFileSync(path, JSON.stringify({ ...file, case: { ...file.case, decision: odd } }));
    expect(await runCase(path)).toMatchObject({ same: false, was: { action: 'stand on its head' } });
    await expect(runCase(path, ['--expect', 'same'])).rejects.toMatchObject({ code: 1 });
    // Other buttons were pressed than today's player would: it looks on from there, and still decides in the end.
    const inputs = atob(file.files['inputs.jsonl']!).replace(/\[(\d\d+),64\]/, '[$1,128]');
    writeFileSync(path, JSON.stringify({ ...file, files: { 'inputs.jsonl': btoa(inputs) } }));
    const strayed = await runCase(path);
    expect(strayed.strayedAt).toBeGreaterThan(0);
    expect(strayed.now).not.toBeNull();
  }, 60_000);
});

describe('what is refused', () => {
  test('ratings of nothing, cases that are none, ROMs that are others', async () => {
    const { client } = await runningEngine();
    const { id } = await client.create({ clock: 'lockstep', goal: 'gate', frameLimit: 700 });
    await untilEnded(client, id, 20_000);
    const missing = { code: 'request.not-found' };
    expect(await problemOfRejected(rate(client, id, 1, { verdict: 'up' }))).toMatchObject(missing);
    expect(await problemOfRejected(client.request('DELETE', `/v1/sessions/${id}/ratings/1`))).toMatchObject(
      missing,
    );
    expect(await problemOfRejected(client.request('GET', '/v1/cases/aaaaaaaaaaaa/export'))).toMatchObject(
      missing,
    );
    expect(await problemOfRejected(rate(client, 'aaaaaaaaaaaa', 1, { verdict: 'up' }))).toMatchObject({
      code: 'session.not-found',
    });
    for (const wrong of [
      { verdict: 'sideways' },
      { verdict: 'down', reason: 'mood' },
      { verdict: 'up', words: 'x'.repeat(501) },
    ]) {
      expect(await problemOfRejected(rate(client, id, 1, wrong))).toMatchObject({
        code: 'configuration.invalid',
      });
    }
    const { frame } = (await decisionsOf(client, id))[0]!;
    const { path, file } = await exported(client, (await rate(client, id, frame, { verdict: 'up' })).caseId!);
    const other = testRom(scratchFolder(), 'not that game');
    await expect(runCase(path, ['--rom', other])).rejects.toMatchObject({
      stderr: expect.stringContaining('is not the ROM'),
    });
    writeFileSync(path, JSON.stringify({ ...file, files: { '../escape.state': '' } }));
    await expect(runCase(path)).rejects.toMatchObject({ stderr: expect.stringContaining('is no case') });
    writeFileSync(path, readFileSync(testCore('crash')).subarray(0, 200));
    await expect(runCase(path)).rejects.toMatchObject({ stderr: expect.stringContaining('is no case') });
  }, 60_000);
});
