import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runningEngine, scratchFolder, untilEnded } from '../testing/engine.ts';
import { eevee } from './testing/eevee.ts';

test('back up, restore and export from the command line; not while an engine has the folder', async () => {
  const folder = scratchFolder();
  const dataDir = join(folder, 'data');
  const at = ['--data-dir', dataDir];
  const { client, engine } = await runningEngine({ dataDir });
  const { id } = await client.create({ player: 'random', clock: 'lockstep', frameLimit: 300 });
  await untilEnded(client, id);
  const refused = await eevee('backup', ...at);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Another Eevee engine is using') });
  await engine.close();

  const kept = join(folder, 'kept.db');
  expect(await eevee('backup', '--to', kept, ...at)).toMatchObject({ code: 0 });
  const table = join(folder, 'all.csv');
  expect(await eevee('export', '--out', table, ...at)).toMatchObject({ code: 0 });
  expect(readFileSync(table, 'utf8').split('\n')[1]).toContain(id);
  const json = await eevee('export', 'last', '--format', 'json', '--out', '-', ...at);
  expect(JSON.parse(json.out)).toMatchObject({ session: { id }, figures: { frames: 300 } });
  const frames = await eevee('export', id, '--format', 'capframex', '--out', '-', ...at);
  expect(frames).toMatchObject({ code: 1, err: expect.stringContaining('as fast as it could') });

  expect(await eevee('restore', kept, ...at)).toMatchObject({
    code: 0,
    out: expect.stringContaining('To go back'),
  });
  const text = join(folder, 'text.db');
  writeFileSync(text, 'no database');
  expect(await eevee('restore', text, ...at)).toMatchObject({
    code: 1,
    err: expect.stringContaining('not a sound database'),
  });
  expect(await eevee('restore', 'nowhere.db', ...at)).toMatchObject({
    code: 1,
    err: expect.stringContaining('no backup and no file'),
  });
}, 120_000);
