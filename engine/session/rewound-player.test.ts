import { expect, test } from 'vitest';
import type { Decision } from '../../protocol/observation.ts';
import type { SavedState, Session } from '../../protocol/sessions.ts';
import type { Rewound, Timeline } from '../../protocol/timeline.ts';
import type { EngineClient } from '../api/client.ts';
import { runningEngine, until } from '../testing/engine.ts';

const decisionsOf = (client: EngineClient, id: string) =>
  client.request<Decision[]>('GET', `/v1/sessions/${id}/decisions?limit=1000`);

/** A session whose player has got some of its tasks done, standing still, and all that it decided. */
const played = async () => {
  const { client } = await runningEngine();
  const { id } = await client.create({ goal: 'gate', clock: 'lockstep', seed: 3 });
  await until('two tasks done', async () => doneIn((await client.session(id)).decision) >= 2, 60_000);
  await client.act(id, 'pause');
  return { client, id, decisions: await decisionsOf(client, id) };
};

const doneIn = (decision: Decision | null): number =>
  decision?.tasks.filter(({ state }) => state === 'done').length ?? 0;

const rewind = async (client: EngineClient, id: string, frame: number): Promise<Session> =>
  (await client.request<Rewound>('POST', `/v1/sessions/${id}/rewind`, { frame })).session;
const retrace = async (client: EngineClient, id: string, way: 'undo' | 'redo'): Promise<Session> =>
  (await client.request<Rewound>('POST', `/v1/sessions/${id}/rewind/${way}`)).session;

test('after going back, the decision and the tasks are those of that moment; going forward again restores them', async () => {
  const { client, id, decisions } = await played();
  const before = await client.session(id);
  expect(before.decision).toEqual(decisions.at(-1));
  // Each moment lies before the one gone back to last: what is left is no part of the story any more.
  const some = [0.9, 0.6, 0.35, 0.1].map((share) => Math.floor(share * decisions.length));
  for (const index of some) {
    const frame = Math.floor((decisions[index]!.frame + decisions[index + 1]!.frame) / 2);
    const there = await rewind(client, id, frame);
    expect(there.decision).toEqual(decisions[index]);
    expect((await client.session(id)).decision).toEqual(decisions[index]);
  }
  const earliest = await client.session(id);
  expect(doneIn(earliest.decision)).toBeLessThan(doneIn(before.decision));
  for (const index of some.slice(0, -1).reverse()) {
    expect((await retrace(client, id, 'undo')).decision).toEqual(decisions[index]);
  }
  expect((await retrace(client, id, 'undo')).decision).toEqual(before.decision);
  expect((await retrace(client, id, 'redo')).decision).toEqual(decisions[some[0]!]);
});

test('before the first decision nothing is decided yet, and what is decided there begins with the first task', async () => {
  const { client, id, decisions } = await played();
  const there = await rewind(client, id, decisions[0]!.frame - 1);
  expect(there.decision).toBeNull();
  await client.act(id, 'resume');
  const first = await until('a decision', async () => (await client.session(id)).decision, 20_000);
  expect(doneIn(first)).toBe(0);
});

test('tasks go on as they were: no attempt is counted twice, and no time that was taken back', async () => {
  const { client, id, decisions } = await played();
  const at = decisions.findLastIndex((each, index) => doneIn(each) === 1 && index < decisions.length - 1);
  const then = decisions[at]!;
  const there = await rewind(client, id, then.frame);
  expect(there.decision).toEqual(then);
  await client.act(id, 'resume');
  const next = await until(
    'the next decision',
    async () => (await decisionsOf(client, id)).find(({ frame }) => frame > there.frame),
    20_000,
  );
  await client.act(id, 'pause');
  const active = ({ tasks }: Decision) => tasks.find(({ state }) => state === 'active')!;
  const [was, is] = [active(then), active(next)];
  expect(is).toMatchObject({ name: was.name, tries: was.tries });
  expect(is.frames! - was.frames!).toBe(next.frame - there.frame);
});

test('a save made right after going back says where in the story it stands, and so does the autosave', async () => {
  const { client, id, decisions } = await played();
  const early = decisions.find((each) => doneIn(each) === 0)!;
  expect(early.task).not.toBe(decisions.at(-1)!.task);
  await rewind(client, id, early.frame);
  await client.request('POST', `/v1/sessions/${id}/states`, { name: 'here' });
  const [saved] = await client.request<SavedState[]>('GET', `/v1/sessions/${id}/states`);
  expect(saved).toMatchObject({ name: 'here', place: early.task });
  const { position, marks } = await client.request<Timeline>('GET', `/v1/sessions/${id}/timeline`);
  expect(marks.filter(({ kind }) => kind === 'autosave')).toContainEqual(
    expect.objectContaining({ position, title: early.task }),
  );
  // What is loaded has its own moment, too.
  await retrace(client, id, 'undo');
  await client.request('POST', `/v1/sessions/${id}/states/here/load`);
  expect((await client.session(id)).decision).toEqual(early);
});
