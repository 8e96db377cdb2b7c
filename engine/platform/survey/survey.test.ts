import { expect, test } from 'vitest';
import { foundSchema } from '../../../protocol/hardware.ts';
import { graphicsOf } from './graphics.ts';
import { type Fault, probe } from './probe.ts';
import { survey } from './survey.ts';

test('this very computer is described', async () => {
  const found = foundSchema.parse(await survey());
  expect(found.processor.threads).toBeGreaterThan(0);
  expect(found.memoryBytes).toBeGreaterThan(2 ** 28);
  expect(found.system.platform).toBe(process.platform);
});

test('a question that throws or hangs is a line among the faults', async () => {
  const faults: Fault[] = [];
  expect(await probe('fine', 100, faults, () => 3)).toBe(3);
  expect(faults).toEqual([]);
  const thrown = probe('thrown', 100, faults, () => {
    throw new Error('no such program');
  });
  expect(await thrown).toBeNull();
  expect(await probe('rejected', 100, faults, () => Promise.reject('odd'))).toBeNull();
  expect(await probe('hung', 20, faults, () => new Promise(() => {}))).toBeNull();
  expect(faults).toEqual([
    { what: 'thrown', why: 'no such program' },
    { what: 'rejected', why: 'odd' },
    { what: 'hung', why: 'no answer within 20 ms' },
  ]);
});

test.each([
  ['a card’s memory', { model: 'Radeon RX 6700 XT', vram: 12288 }, 'discrete', 12288],
  ['a count that stops at 4 GB', { model: 'AMD Radeon RX 5700', vram: 4095 }, 'discrete', null],
  ['what NVIDIA’s own tool says', { model: 'RTX 3070', vram: 4095, memoryTotal: 8192 }, 'discrete', 8192],
  ['256 MB for a card', { model: 'Radeon RX 460', vram: 256 }, 'discrete', null],
  ['128 MB that are borrowed', { vendor: 'Intel', model: 'UHD Graphics 620', vram: 128 }, 'integrated', null],
  ['a share of the computer’s memory', { model: 'AMD Radeon(TM) Graphics', vram: 2048 }, 'integrated', null],
  ['a virtual one', { model: 'VMware SVGA 3D', vram: 1024 }, 'virtual', null],
  ['no name', { vendor: 'AMD', model: 'Device 744c', vram: 24576 }, 'unknown', 24576],
  ['nothing', undefined, 'unknown', null],
])('graphics: %s', (_what, given, kind, megabytes) => {
  expect(graphicsOf(given)).toMatchObject({
    kind,
    memoryBytes: megabytes === null ? null : megabytes * 1024 ** 2,
  });
});
