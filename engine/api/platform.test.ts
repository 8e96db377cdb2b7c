import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { decodeFrameMessage } from '../../protocol/frame-message.ts';
import { type Hardware, hardwareSchema } from '../../protocol/hardware.ts';
import type { CreateSession } from '../../protocol/sessions.ts';
import {
  problemOfRejected,
  runningEngine,
  scratchFolder,
  testCore,
  testRom,
  until,
} from '../testing/engine.ts';
import type { EngineClient, Stream } from './client.ts';

const hardwareOf = async (client: EngineClient): Promise<Hardware> =>
  hardwareSchema.parse(await client.request('GET', '/v1/hardware'));

test('the real computer is measured when it is asked for, and a choice can be made and undone', async () => {
  const { client } = await runningEngine({ tier: 'auto' });
  const found = await until('the measurement', async () => {
    const hardware = await hardwareOf(client);
    return hardware.state === 'ready' && hardware;
  });
  expect(found.figures?.integer).toBeGreaterThan(0);
  expect(found.found?.processor.instructionSet).not.toBeNull();
  expect(found.tier.from).toBe('measured');
  expect(found.tier.why).toMatch(new RegExp(`^${found.tier.tier}, because `));

  const choice = found.tier.tier === 'high' ? 'low' : 'high';
  const chosen = hardwareSchema.parse(await client.request('PUT', '/v1/hardware/tier', { tier: choice }));
  expect(chosen.tier).toMatchObject({ tier: choice, from: 'chosen', measured: { tier: found.tier.tier } });
  for (const { value, tiers } of chosen.settings) expect(value).toBe(tiers[choice]);
  expect(await problemOfRejected(client.request('PUT', '/v1/hardware/tier', { tier: 'best' }))).toMatchObject(
    {
      code: 'configuration.invalid',
      field: 'tier',
      allowed: ['low', 'mid', 'high'],
    },
  );
  await client.request('DELETE', '/v1/hardware/tier');
  expect((await hardwareOf(client)).tier).toEqual(found.tier);
  const again = hardwareSchema.parse(await client.request('POST', '/v1/hardware/measure'));
  expect(Date.parse(again.measuredAt!)).toBeGreaterThan(Date.parse(found.measuredAt!));
});

/** A session in real time on a running engine, and the pictures that it sends within a time. */
const playing = async (asked: Partial<CreateSession> = {}) => {
  const { engine, client } = await runningEngine();
  const rom = testRom(scratchFolder(), 'a game');
  const session = await client.create({ core: testCore('synthetic'), rom, player: 'none', ...asked });
  let pictures = 0;
  const stream: Stream = await client.stream(
    () => {},
    (message) => {
      pictures += 1;
      stream.send({ type: 'ack', sequence: decodeFrameMessage(message).sequence });
    },
  );
  stream.send({ type: 'subscribe', sessionId: session.id, frames: true });
  onTestFinished(() => stream.close());
  const picturesWithin = async (ms: number): Promise<number> => {
    const before = pictures;
    await pause(ms);
    return pictures - before;
  };
  return { engine, client, session, picturesWithin };
};

// No assertion on speeds: only on what must not be exceeded, which holds on any machine however busy it is.
test('a tier reaches a session that runs: pictures and speed stay below its limits', async () => {
  const { client, session, picturesWithin } = await playing({ speed: 8 });
  await client.request('PUT', '/v1/hardware/tier', { tier: 'low' });
  await pause(200);
  const before = await client.metrics(session.id);
  const pictures = await picturesWithin(1500);
  const after = await client.metrics(session.id);
  const { tiers } = (await hardwareOf(client)).settings.find(({ name }) => name === 'fastestSpeed')!;
  const elapsed = after.elapsedMs - before.elapsedMs;
  const speed = (1000 * (after.frames - before.frames)) / elapsed / after.targetFps;
  expect(speed).toBeLessThan(tiers.low + 0.5);
  expect(pictures).toBeLessThan(1.5 * 30 * 1.2);
  expect(pictures).toBeGreaterThan(0);
  // What was asked for is not forgotten: another tier may allow it.
  expect((await client.session(session.id)).speed).toBe(8);
});

test('frames that are late lower the settings of the session, and the log says why', async () => {
  const { engine, client, session, picturesWithin } = await playing();
  // The first two seconds of a session do not count.
  await pause(2500);
  const pid = engine.sessionPid(session.id)!;
  const lowered = await until(
    'the governor',
    async () => {
      // The machine takes the processor away, as a heavy program beside it would: frames come late, or never.
      process.kill(pid, 'SIGSTOP');
      await pause(120);
      process.kill(pid, 'SIGCONT');
      await pause(60);
      const hardware = await hardwareOf(client);
      return hardware.governor.level > 0 && hardware;
    },
    10_000,
  );
  expect(lowered.governor.standing).toMatch(/^Lowered by \d of 3 steps\./);
  expect(lowered.governor.log.at(-1)!.message).toMatch(
    /^Lowered, because \d+ frames were late or lost within a second\. Pictures on the page: 60 → 30 a second/,
  );
  const pictures = lowered.settings.find(({ name }) => name === 'picturesPerSecond')!;
  expect(pictures.value).toBeLessThanOrEqual(30);
  await pause(200);
  expect(await picturesWithin(1000)).toBeLessThan(pictures.value * 1.2);
});
