import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Notice } from '../protocol/sessions.ts';
import { cartridge } from './library/testing/cartridges.ts';
import { problemOfRejected, runningEngine, scratchFolder, until } from './testing/engine.ts';

/** A disk of our own, of that many megabytes. Null where we may not mount one. */
const smallDisk = (megabytes: number): string | null => {
  const folder = mkdtempSync(join(tmpdir(), 'eevee-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  onTestFinished(() => {
    // Lazily: an engine that is closing may still hold a file there.
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};
// chmod does not bind root, and only root may mount: without a mount there is nothing to test with.
const mayMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'eevee-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
})();

/** Fills a disk to the last byte; `free` makes room again. */
const fill = (folder: string) => {
  const path = join(folder, 'ballast');
  try {
    for (let size = 1 << 20; size >= 1; size >>= 1) {
      try {
        for (;;) writeFileSync(path, new Uint8Array(size), { flag: 'a' });
      } catch {}
    }
  } catch {}
  return { free: () => rmSync(path) };
};

/** Runs the command line to its end. */
const eevee = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'cli', 'main.ts'), ...args]);
    const text = { out: '', err: '' };
    child.stdout.on('data', (part) => {
      text.out += part;
    });
    child.stderr.on('data', (part) => {
      text.err += part;
    });
    child.on('close', (code) => resolve({ code, ...text }));
  });

test.skipIf(!mayMount)(
  'a data folder that cannot be written to: said in words, nothing written',
  async () => {
    const disk = smallDisk(16)!;
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const { code, err } = await eevee('serve', '--data-dir', join(disk, 'eevee'));
    expect(code).not.toBe(0);
    expect(err).toContain('cannot be written to');
    expect(err).toContain('resource.folder-read-only');
    expect(err).toContain('--data-dir');
    expect(readdirSync(disk)).toEqual([]);
  },
);

test.skipIf(!mayMount)('a full disk at the start: said in words, nothing half-written', async () => {
  const disk = smallDisk(16)!;
  fill(disk);
  const { code, err } = await eevee('serve', '--data-dir', join(disk, 'eevee'));
  expect(code).not.toBe(0);
  expect(err).toContain('is full');
  expect(err).toContain('resource.disk-full');
  expect(readdirSync(disk)).toEqual(['ballast']);
});

test.skipIf(!mayMount)(
  'a disk that fills up while playing: sessions go on, the user is told, what is saved stays whole',
  async () => {
    const disk = smallDisk(24)!;
    const dataDir = join(disk, 'eevee');
    const { client, engine } = await runningEngine({ dataDir, autosaveSeconds: 1 });
    const { id } = await client.create({ player: 'random', clock: 'real-time' });
    await client.act(id, 'pause');
    const { autosave } = await client.act(id, 'resume');
    const whole = readFileSync(autosave!.path);
    const ballast = fill(disk);
    const told = async (text: string) =>
      (await client.request<Notice[]>('GET', '/v1/notices')).find(({ message }) => message.includes(text));
    await until('the notice about the autosave', () => told('autosave failed'), 8000);
    await until('the notice about the database', () => told('Sessions go on'), 8000);
    expect(await client.request('GET', '/v1/health')).toMatchObject({ status: 'degraded' });
    const frame = (await client.session(id)).frame;
    await until('the session to go on', async () => (await client.session(id)).frame > frame + 30);
    expect(readFileSync(autosave!.path).length).toBe(whole.length);
    expect(
      await problemOfRejected(client.request('POST', `/v1/sessions/${id}/states`, { name: 'x' })),
    ).toMatchObject({ code: 'resource.disk-full' });
    expect(readdirSync(join(dataDir, 'sessions', id, 'states'))).toEqual([]);

    ballast.free();
    await until('the notice that it is well again', () => told('can be written again'), 8000);
    expect(await client.request('GET', '/v1/health')).toMatchObject({ status: 'ok' });
    await client.act(id, 'stop');
    const { readReplay } = await import('./session/replay-file.ts');
    // Nothing was lost while the disk was full: the replay holds every frame that was played.
    expect(readReplay(join(dataDir, 'sessions', id, 'inputs.jsonl')).frames).toBe(
      (await client.metrics(id)).frames,
    );
    await engine.close();
  },
);

test('a data folder that is a file', async () => {
  const path = join(scratchFolder(), 'file');
  writeFileSync(path, 'mine');
  const { code, err } = await eevee('serve', '--data-dir', path);
  expect(code).not.toBe(0);
  expect(err).toContain('is a file');
  expect(readFileSync(path, 'utf8')).toBe('mine');
});

test('a port that is taken: said in words, and the database is not left locked', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  onTestFinished(() => void server.close());
  const dataDir = scratchFolder();
  const { code, err } = await eevee('serve', '--port', String(port), '--data-dir', dataDir);
  expect(code).not.toBe(0);
  expect(err).toContain(`Port ${port} is taken`);
  expect(err).toContain('resource.port-taken');
  await expect(problemOfRejected(runningEngine({ dataDir, port }))).resolves.toMatchObject({
    code: 'resource.port-taken',
    value: port,
  });
  await runningEngine({ dataDir });
});

test('a setting of another shape', async () => {
  const { code, err } = await eevee('serve', '--port', '70000');
  expect(code).not.toBe(0);
  expect(err).toContain('--port');
  expect(err).toContain('configuration.invalid');
});

test('the engine as a child of the shell: ready with its address, or a problem and an exit code', async () => {
  const { fork } = await import('node:child_process');
  const start = (...args: string[]) => {
    const child = fork(join(import.meta.dirname, 'main.ts'), args, { execArgv: [], stdio: 'ignore' });
    const message = new Promise<Record<string, unknown>>((resolve) =>
      child.once('message', (said) => resolve(said as never)),
    );
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { child, message, exit };
  };
  const dataDir = scratchFolder();
  const good = start('--data-dir', dataDir);
  expect(await good.message).toMatchObject({
    type: 'ready',
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    port: expect.any(Number),
    token: expect.stringMatching(/^[\w-]{43}$/),
  });
  const bad = start('--data-dir', dataDir);
  expect(await bad.message).toMatchObject({ type: 'problem', problem: { code: 'resource.folder-in-use' } });
  expect(await bad.exit).toBe(1);
  good.child.disconnect();
  expect(await good.exit).toBe(0);
  mkdirSync(join(dataDir, 'still-ours'));
});

test.skipIf(!mayMount)(
  'a ROM that does not fit on the disk is refused and leaves nothing; with room it comes in',
  async () => {
    const disk = smallDisk(16);
    if (!disk) return;
    const { engine, client } = await runningEngine({ dataDir: join(disk, 'data') });
    const upload = async () => {
      const response = await fetch(`${engine.url}/v1/library/upload?name=a.gb`, {
        method: 'POST',
        headers: { authorization: `Bearer ${engine.token}`, 'content-type': 'application/octet-stream' },
        body: cartridge(),
      });
      return { status: response.status, ...((await response.json()) as { code?: string }) };
    };
    const ballast = fill(disk);
    expect(await upload()).toMatchObject({ status: 507, code: 'resource.disk-full' });
    expect(readdirSync(engine.data.roms)).toEqual([]);
    expect(await client.request<unknown[]>('GET', '/v1/library')).toHaveLength(1);
    ballast.free();
    expect(await upload()).toMatchObject({ status: 201 });
    expect(readdirSync(engine.data.roms)).toHaveLength(1);
  },
);
