import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CreateSession } from '../../protocol/sessions.ts';
import {
  problemOfRejected,
  type RunningEngine,
  runningEngine,
  scratchFolder,
  testCore,
  testRom,
  until,
  untilEnded,
} from '../testing/engine.ts';

/** A session with a core that misbehaves at that frame. */
const misbehaving = (core: string, frame: number, clock: CreateSession['clock']): Partial<CreateSession> => ({
  rom: testRom(scratchFolder(), `at frame ${frame}`),
  core: testCore(core),
  player: 'none',
  clock,
});

/** A healthy session beside it, and the check that it lives on. */
const withNeighbour = async ({ client }: RunningEngine) => {
  const { id } = await client.create({ player: 'random', clock: 'lockstep' });
  return async () => {
    const before = (await client.metrics(id)).frames;
    await until('the neighbour to go on', async () => (await client.metrics(id)).frames > before);
    expect(await client.session(id)).toMatchObject({ state: 'running' });
  };
};

let running: RunningEngine;
beforeEach(async () => {
  running = await runningEngine();
});

describe.each(['lockstep', 'real-time'] as const)('in %s', (clock) => {
  test('a core that crashes in a frame ends its session at once, with its autosave', async () => {
    const { client } = running;
    const neighbourLives = await withNeighbour(running);
    const { id } = await client.create(misbehaving('crash', 45, clock === 'lockstep' ? 'real-time' : clock));
    const paused = await client.act(id, 'pause');
    expect(paused.state).toBe('paused');
    const { path } = paused.autosave!;
    if (clock === 'lockstep') await client.act(id, 'step', { frames: 100 }).catch(() => {});
    else await client.act(id, 'resume');
    const ended = await untilEnded(client, id, 2000);
    expect(ended.end).toMatchObject({
      reason: 'failed',
      problem: { code: 'session.core-crashed', value: 'SIGSEGV', autosave: path },
    });
    await neighbourLives();
  });

  test('a core that hangs in a frame ends its session within two seconds', async () => {
    const { client } = running;
    const neighbourLives = await withNeighbour(running);
    const began = performance.now();
    const { id } = await client.create(misbehaving('hang', 20, clock));
    const ended = await untilEnded(client, id, 5000);
    // The frame at fault is the twentieth: a third of a second into the game in real time.
    const hungAfter = clock === 'lockstep' ? 0 : 333;
    expect(performance.now() - began - hungAfter).toBeLessThan(2000 + 500);
    expect(ended.end).toMatchObject({ reason: 'failed', problem: { code: 'session.core-hung' } });
    await neighbourLives();
  });
});

test.each(['SIGKILL', 'SIGSEGV', 'SIGSTOP'] as const)('a session process that gets %s', async (signal) => {
  const { client, engine } = running;
  const neighbourLives = await withNeighbour(running);
  const { id } = await client.create({ player: 'random', clock: 'real-time' });
  await client.act(id, 'pause');
  await client.act(id, 'resume');
  const began = performance.now();
  process.kill(engine.sessionPid(id)!, signal);
  const ended = await untilEnded(client, id, 3000);
  expect(performance.now() - began).toBeLessThan(2000);
  const code = {
    SIGKILL: 'session.process-died',
    SIGSEGV: 'session.core-crashed',
    SIGSTOP: 'session.core-hung',
  }[signal];
  expect(ended.end).toMatchObject({ reason: 'failed', problem: { code, autosave: ended.autosave!.path } });
  await neighbourLives();
  const again = await client.create({ player: 'random', resumeFrom: id });
  expect(again.state).toBe('running');
});

test('bad ROMs and cores are refused at the door; a running session does not notice', async () => {
  const { client } = running;
  const neighbourLives = await withNeighbour(running);
  const folder = scratchFolder();
  const file = (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const refused: [Partial<CreateSession>, string][] = [
    [{ rom: file('empty.gb', '') }, 'resource.rom-empty'],
    [{ rom: file('short.gb', new Uint8Array(100)) }, 'resource.rom-truncated'],
    [{ rom: file('other.nes', 'NES\x1a') }, 'resource.rom-system'],
    [{ rom: file('zeros.gb', new Uint8Array(32_768)) }, 'resource.rom-checksum'],
    [{ rom: file('huge.gb', new Uint8Array(100 * 1024 * 1024)) }, 'resource.rom-too-large'],
    [{ rom: '/nowhere.gb' }, 'resource.rom-missing'],
    [{ core: '/nowhere.so' }, 'resource.core-missing'],
    [{ core: testCore('not_a_core') }, 'resource.core-invalid'],
    [{ core: testCore('wrong_abi') }, 'resource.core-invalid'],
    [{ core: testCore('synthetic') }, 'resource.core-invalid'],
    [{ game: 'nosuchgame' }, 'configuration.unknown-game'],
    [{ goal: 'nosuchgoal' }, 'configuration.unknown-goal'],
    [{ game: 'thistlevale', rom: '/a.gb' }, 'configuration.invalid'],
    [{ resumeFrom: '000000000000' }, 'session.not-found'],
  ];
  for (const [asked, code] of refused) {
    expect(
      (await problemOfRejected(client.create({ player: 'none', ...asked }))).code,
      JSON.stringify(asked),
    ).toBe(code);
  }
  await neighbourLives();
  expect(await client.request('GET', '/v1/sessions')).toHaveLength(1);
});

test('a game that its core refuses while loading', async () => {
  const { client } = running;
  const rom = testRom(scratchFolder(), 'refuse=1');
  const refused = client.create({ rom, core: testCore('synthetic'), player: 'none' });
  expect(await problemOfRejected(refused)).toMatchObject({ code: 'resource.rom-rejected' });
});

test('more sessions than the setting allows', async () => {
  const { client } = await runningEngine({ maxSessions: 1 });
  await client.create({ player: 'none' });
  expect(await problemOfRejected(client.create({ player: 'none' }))).toMatchObject({
    code: 'session.too-many',
    value: 1,
  });
});

test('when the engine dies its session processes do not outlive it, and the next engine says so', async () => {
  const { fork } = await import('node:child_process');
  const dataDir = scratchFolder();
  const engine = fork(
    join(import.meta.dirname, '..', 'main.ts'),
    ['--data-dir', dataDir, '--log-level', 'silent'],
    { execArgv: [] },
  );
  const ready = await new Promise<{ url: string; token: string }>((resolve) =>
    engine.once('message', (message) => resolve(message as never)),
  );
  const { EngineClient } = await import('../api/client.ts');
  const { id } = await new EngineClient(ready).create({ player: 'random', clock: 'real-time' });
  const { readFileSync } = await import('node:fs');
  const children = readFileSync(`/proc/${engine.pid}/task/${engine.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  expect(children.length).toBeGreaterThan(0);
  engine.kill('SIGKILL');
  const gone = (pid: number) => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };
  await until('the session processes to leave', () => children.every(gone), 3000);
  const next = await runningEngine({ dataDir });
  expect(await next.client.session(id)).toMatchObject({
    state: 'ended',
    end: {
      reason: 'failed',
      problem: { code: 'session.process-died', autosave: expect.stringContaining(id) },
    },
  });
});
