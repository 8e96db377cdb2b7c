import { describe, expect, test } from 'vitest';
import type { CreateSession, Notice, Session } from '../../../protocol/sessions.ts';
import { problemOfRejected, runningEngine, until, untilEnded } from '../../testing/engine.ts';

type Asked = Omit<Partial<CreateSession>, 'stopWhen'> & { stopWhen?: unknown };
const lockstep = { clock: 'lockstep', seed: 3 } as const;

const engineWith = async () => {
  const { client } = await runningEngine();
  const create = (asked: Asked) => client.create(asked as Partial<CreateSession>);
  return {
    client,
    create,
    untilStopped: (id: string) =>
      until(
        'the stop',
        async () => {
          const session = await client.session(id);
          if (session.state === 'ended') throw new Error(`ended: ${session.end?.message}`);
          return session.stopped ? session : null;
        },
        60_000,
      ),
    put: (id: string, stopWhen: unknown) =>
      client.request<Session>('PUT', `/v1/sessions/${id}/stop-when`, { stopWhen }),
  };
};

describe('real sessions', () => {
  test('pause at a number of frames, say so, go on, and end at the next', async () => {
    const { client, create, untilStopped, put } = await engineWith();
    const { id, stopWhen } = await create({
      player: 'random',
      ...lockstep,
      stopWhen: [{ when: 'frames', frames: 300 }],
    });
    expect(stopWhen).toEqual([{ when: 'frames', frames: 300, action: 'pause' }]);
    const stopped = await untilStopped(id);
    expect(stopped).toMatchObject({ state: 'paused', stopped: { message: '300 frames were played.' } });
    expect(stopped.frame).toBeLessThan(310);
    const notices = await client.request<Notice[]>('GET', '/v1/notices');
    expect(notices.at(-1)).toMatchObject({ level: 'info', message: 'Paused: 300 frames were played.' });
    await put(id, [{ when: 'frames', frames: 200, action: 'end' }]);
    expect(await client.act(id, 'resume')).toMatchObject({ state: 'running', stopped: null });
    const ended = await untilEnded(client, id, 30_000);
    expect(ended.end).toEqual({ reason: 'stop-condition', message: '200 frames were played.' });
    // It can be gone on with from there, like one that was stopped by hand.
    expect(ended.autosave).not.toBeNull();
  });

  test('stop at what the eyes see and read, and at an errand that is done', async () => {
    const { client, create, untilStopped, put } = await engineWith();
    const { id } = await create({
      ...lockstep,
      goal: 'gate',
      stopWhen: [{ when: 'screen-mode', mode: 'overworld' }],
    });
    expect((await untilStopped(id)).stopped?.message).toBe('The screen shows the overworld.');
    const { goals } = (await client.request<{ goals: { name: string }[] }[]>('GET', '/v1/games'))[0]!;
    expect(goals.map(({ name }) => name)).toContain('gate');
    const problem = await problemOfRejected(put(id, [{ when: 'task-done', task: 'moon' }]));
    const [task] = (problem as unknown as { allowed: string[] }).allowed;
    await put(id, [
      { when: 'task-done', task },
      { when: 'screen-mode', mode: 'dialog' },
    ]);
    await client.act(id, 'resume');
    expect((await untilStopped(id)).stopped?.condition).toMatchObject({
      when: expect.stringMatching(/task-done|screen-mode/),
    });
    await put(id, [{ when: 'text', words: 'a' }]);
    await client.act(id, 'resume');
    expect((await untilStopped(id)).stopped?.message).toBe('The screen says “a”.');
  });

  test('stop after minutes of real time, and when nothing new is seen', async () => {
    const { create, untilStopped } = await engineWith();
    const timed = await create({ player: 'random', stopWhen: [{ when: 'minutes', minutes: 0.05 }] });
    // Without a goal the AI stands on the title screen: nothing new comes.
    const still = await create({
      ...lockstep,
      goal: null,
      stopWhen: [{ when: 'no-progress', minutes: 0.05 }],
    });
    expect((await untilStopped(timed.id)).stopped?.message).toBe('0.05 minutes were played.');
    expect((await untilStopped(still.id)).stopped?.message).toBe('Nothing new was seen for 0.05 minutes.');
  });

  test('stop when the goal is reached, before anything else happens', async () => {
    const { client, create, untilStopped } = await engineWith();
    const { id } = await create({ ...lockstep, goal: 'gate', stopWhen: [{ when: 'goal-reached' }] });
    expect(await untilStopped(id)).toMatchObject({ goalReached: true, state: 'paused' });
    const { frame } = await client.session(id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await client.session(id)).frame).toBe(frame);
  }, 90_000);
});

test('conditions that make no sense are refused with the one at fault', async () => {
  const { client, create, put } = await engineWith();
  const ahead = new Date(Date.now() + 3600_000).toISOString();
  const cases: [asked: Asked, field: string][] = [
    [{ player: 'none', stopWhen: [{ when: 'screen-mode', mode: 'battle' }] }, 'stopWhen.0.when'],
    [
      {
        player: 'random',
        stopWhen: [
          { when: 'frames', frames: 1 },
          { when: 'text', words: 'hi' },
        ],
      },
      'stopWhen.1.when',
    ],
    [{ goal: null, stopWhen: [{ when: 'goal-reached' }] }, 'stopWhen.0.when'],
    [{ goal: null, stopWhen: [{ when: 'task-done', task: 'x' }] }, 'stopWhen.0.when'],
    [{ stopWhen: [{ when: 'text', words: '… !' }] }, 'stopWhen.0.words'],
    [{ clock: 'lockstep', stopWhen: [{ when: 'late-frames', percent: 5 }] }, 'stopWhen.0.when'],
    [{ stopWhen: [{ when: 'clock-time', at: '2001-01-01T00:00:00Z' }] }, 'stopWhen.0.at'],
    [{ stopWhen: [{ when: 'clock-time', at: '2999-01-01T00:00:00Z' }] }, 'stopWhen.0.at'],
    [{ stopWhen: [{ when: 'clock-time', at: 'tomorrow' }] }, 'stopWhen.0.at'],
    [{ stopWhen: [{ when: 'minutes', minutes: -1 }] }, 'stopWhen.0.minutes'],
    [{ stopWhen: [{ when: 'frames', frames: 1.5 }] }, 'stopWhen.0.frames'],
    [{ stopWhen: [{ when: 'screen-mode', mode: 'disco' }] }, 'stopWhen.0.mode'],
    [{ stopWhen: [{ when: 'bored' }] }, 'stopWhen.0.when'],
    [{ stopWhen: [{ when: 'gave-up', action: 'explode' }] }, 'stopWhen.0.action'],
    [{ stopWhen: Array.from({ length: 300 }, () => ({ when: 'goal-reached' })) }, 'stopWhen'],
    [{ stopWhen: 'never' }, 'stopWhen'],
  ];
  for (const [asked, field] of cases)
    expect(await problemOfRejected(create(asked)), JSON.stringify(asked).slice(0, 90)).toMatchObject({
      code: 'configuration.invalid',
      field,
    });
  expect(await client.request<Session[]>('GET', '/v1/sessions')).toEqual([]);

  const { id } = await create({ player: 'none', stopWhen: [{ when: 'clock-time', at: ahead }] });
  expect(await problemOfRejected(put(id, [{ when: 'no-progress', minutes: 1 }]))).toMatchObject({
    code: 'configuration.invalid',
  });
  // What was refused changed nothing.
  expect((await client.session(id)).stopWhen).toHaveLength(1);
  await client.act(id, 'stop');
  expect(await problemOfRejected(put(id, []))).toMatchObject({ code: 'session.ended' });
});
