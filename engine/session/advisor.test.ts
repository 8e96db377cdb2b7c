import { describe, expect, test } from 'vitest';
import { type Button, buttons } from '../../protocol/words.ts';
import type { EngineClient } from '../api/client.ts';
import { randomFrom } from '../player/random-numbers.ts';
import { problemOfRejected, runningEngine, untilEnded } from '../testing/engine.ts';

/** Real sessions: the game itself, seen by the eyes. They stand still and are stepped, so that seeds repeat. */
const game = { clock: 'lockstep', goal: 'gate', frameLimit: 40_000, endOnGoal: true } as const;
const taps = new Set<Button>(['a', 'b', 'start', 'select']);

const hold = (client: EngineClient, id: string, held: Button[]) =>
  client.act(id, 'buttons', { buttons: held });

/** Starts a session that stands still in the human's turn, with the AI beside them. */
const advised = async (client: EngineClient, seed: number) => {
  const { id } = await client.create({ ...game, seed, turn: 'advisor' });
  await client.act(id, 'pause');
  return id;
};

describe('advisor', () => {
  test('whoever presses what the AI advises reaches the goal, and the session says how often they agreed', async () => {
    const { client, engine } = await runningEngine();
    const id = await advised(client, 5);
    let session = await client.act(id, 'step', { frames: 3 });
    for (let tick = 0; session.state !== 'ended' && tick < 4000; tick++) {
      const wanted = session.advice?.buttons ?? [];
      const isTap = wanted.some((button) => taps.has(button));
      // The step in which the goal is reached ends the session; what is asked of it then is refused.
      session = await hold(client, id, isTap && tick % 2 === 0 ? [] : wanted)
        .then(() => client.act(id, 'step', { frames: 3 }))
        .catch(() => untilEnded(client, id));
    }
    expect(session).toMatchObject({ goalReached: true, end: { reason: 'goal-reached' }, advice: null });
    expect(session.agreement.followed).toBeGreaterThan(20);
    expect(session.agreement.differed).toBeLessThan(session.agreement.followed / 5);
    expect(session.turnSince).toBeNull();
    await engine.close();
  }, 120_000);

  test.each([1, 2])(
    'after a human pressed this and that the AI goes on and reaches the goal (seed %i)',
    async (seed) => {
      const { client } = await runningEngine();
      const id = await advised(client, seed);
      const random = randomFrom(seed);
      for (let press = 0; press < 120; press++) {
        await hold(client, id, random() < 0.2 ? [] : [buttons[Math.floor(random() * 8)]!]);
        await client.act(id, 'step', { frames: 4 + Math.floor(random() * 28) });
      }
      const back = await client.act(id, 'hand-back');
      expect(back).toMatchObject({ turn: 'ai', advice: null });
      expect(back.turnSince).not.toBeNull();
      await client.act(id, 'resume');
      expect(await untilEnded(client, id, 100_000)).toMatchObject({ end: { reason: 'goal-reached' } });
    },
    120_000,
  );

  test('there is advice only where somebody has any to give', async () => {
    const { client } = await runningEngine();
    const refusal = { code: 'session.wrong-state', field: 'turn' };
    for (const player of ['none', 'random'] as const) {
      const { id } = await client.create({ player });
      expect(await problemOfRejected(client.act(id, 'advise'))).toMatchObject(refusal);
      await client.act(id, 'stop');
    }
    expect(await problemOfRejected(client.create({ turn: 'advisor' }))).toMatchObject({
      ...refusal,
      message: expect.stringContaining('Without a goal'),
    });
    expect(await problemOfRejected(client.create({ player: 'none', turn: 'ai' }))).toMatchObject(refusal);
  });
});
