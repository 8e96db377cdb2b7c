import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemOfRejected, scratchFolder } from '../testing/engine.ts';
import { Recorder } from './process/recorder.ts';
import { type ReplayHeader, readReplay } from './replay-file.ts';

const header: ReplayHeader = {
  format: 'eevee-replay-1',
  session: 'aaaaaaaaaaaa',
  createdAt: '2026-11-21T10:00:00.000Z',
  game: null,
  rom: '/a.gb',
  romSha256: '00',
  core: { path: '/c.so', name: 'c', version: '1' },
  seed: 1,
  setup: [{ address: 0xc000, bytes: [1, 0] }],
  player: 'random',
  goal: null,
  clock: 'lockstep',
  startState: null,
};

test('what the recorder writes is what is read', () => {
  const folder = scratchFolder();
  const path = join(folder, 'inputs.jsonl');
  const recorder = new Recorder(folder, path, header);
  recorder.add([
    { frames: 10, buttons: 0 },
    { frames: 5, buttons: 64 },
  ]);
  recorder.add([]);
  writeFileSync(join(folder, 'some.state'), 'state');
  recorder.loaded(recorder.keepState(join(folder, 'some.state')), 15);
  recorder.add([{ frames: 1, buttons: 1 }]);
  recorder.addLooks([[4, 3, 0, 0]]);
  recorder.close();
  const steps = [
    { frames: 10, buttons: 0 },
    { frames: 5, buttons: 64 },
    { load: 'loaded-1.state' },
    { frames: 1, buttons: 1 },
  ];
  expect(readReplay(path)).toEqual({ header, steps, looks: [[4, 3, 0, 0]], frames: 16 });
});

test('a last line that was cut off is left out; any other damage is named by its line', async () => {
  const folder = scratchFolder();
  const path = join(folder, 'inputs.jsonl');
  new Recorder(folder, path, header).add([{ frames: 3, buttons: 0 }]);
  appendFileSync(path, '{"runs":[[4,');
  expect(readReplay(path).frames).toBe(3);
  appendFileSync(path, '\n{"runs":[[4,0]]}\n');
  const damaged = problemOfRejected((async () => readReplay(path))());
  expect(await damaged).toMatchObject({
    code: 'configuration.invalid',
    message: expect.stringContaining('line 3'),
  });
  for (const text of ['', '\n', '{}\n', '{"runs":[[1,0]]}\n', 'no']) {
    writeFileSync(path, text);
    expect(await problemOfRejected((async () => readReplay(path))())).toMatchObject({
      code: 'configuration.invalid',
    });
  }
  expect(await problemOfRejected((async () => readReplay('/nowhere'))())).toMatchObject({ field: 'replay' });
});
