import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Notice } from '../protocol/sessions.ts';
import { EngineHub } from './events.ts';
import { openLog } from './log.ts';
import { Notices } from './notices.ts';
import { problemOfRejected, runningEngine, scratchFolder, until } from './testing/engine.ts';

const board = () => {
  const hub = new EngineHub();
  const gone: number[] = [];
  hub.on('noticesGone', (ids) => gone.push(...ids));
  const log = openLog({ path: `${scratchFolder()}/log`, level: 'silent', secrets: [] });
  return { notices: new Notices(hub, log.logger), gone };
};

test('a later notice of a topic takes the place of the earlier one, and of no other', () => {
  const { notices, gone } = board();
  const topic = 'benchmark ended';
  const first = notices.tell({ level: 'info', message: 'first', topic });
  notices.tell({ level: 'error', message: 'the disk is full' });
  notices.tell({ level: 'info', message: 'another', topic: 'stopped abc' });
  const second = notices.tell({ level: 'info', message: 'second', topic });
  expect(notices.list().map(({ message }) => message)).toEqual(['the disk is full', 'another', 'second']);
  expect(gone).toEqual([first.id]);
  expect(notices.dismiss([second.id])).toEqual([second.id]);
  notices.tell({ level: 'info', message: 'third', topic });
  expect(gone).toEqual([first.id, second.id]);
});

test('whatever is dismissed, all the others stay, in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 40 }), fc.array(fc.integer()), (read, strange) => {
      const { notices } = board();
      const told = read.map((_, index) => notices.tell({ level: 'info', message: `${index}` }));
      const ids = told.filter((_, index) => read[index]).map(({ id }) => id);
      const others = strange.filter((id) => id < 1 || id > told.length);
      expect(notices.dismiss([...ids, ...others, ...ids])).toEqual(ids);
      expect(notices.list()).toEqual(told.filter((_, index) => !read[index]));
    }),
    { numRuns: 100 },
  );
});

test('what was read is gone in every window; what was not, is not', async () => {
  const { client, engine } = await runningEngine();
  const one = engine.notices.tell({ level: 'info', message: 'one' });
  const two = engine.notices.tell({ level: 'warning', message: 'two' });
  const gone: number[] = [];
  const stream = await client.stream((event) => {
    if (event.type === 'notices-gone') gone.push(...event.ids);
  });
  expect(await client.request('POST', '/v1/notices/dismiss', { ids: [one.id, 999] })).toEqual({
    ids: [one.id],
  });
  await until('the other window to hear of it', () => gone.length > 0);
  expect(gone).toEqual([one.id]);
  expect(await client.request<Notice[]>('GET', '/v1/notices')).toEqual([two]);
  stream.close();
});

test.each([[{}], [{ ids: [] }], [{ ids: ['1'] }], [{ ids: [0] }], [{ ids: [1], all: true }]])(
  'a dismissal is refused that is %j',
  async (body) => {
    const { client, engine } = await runningEngine();
    engine.notices.tell({ level: 'info', message: 'one' });
    expect(await problemOfRejected(client.request('POST', '/v1/notices/dismiss', body))).toMatchObject({
      code: 'configuration.invalid',
    });
    expect(await client.notices()).toHaveLength(1);
  },
);
