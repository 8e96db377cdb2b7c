import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../testing/engine.ts';
import { readGraphics, readingOf } from './graphics.ts';
import { readPower } from './power.ts';

/** A sysfs with these files. */
const sysfs = (files: Record<string, string>): string => {
  const root = scratchFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `${text}\n`);
  }
  return root;
};
const battery = 'class/power_supply/BAT0';
const card = 'class/drm/card1/device';

describe('power', () => {
  test('on battery it is what leaves the battery, however that is told', async () => {
    const watts = sysfs({ [`${battery}/status`]: 'Discharging', [`${battery}/power_now`]: '12340000' });
    expect(await readPower(watts)).toBeCloseTo(12.34);
    const current = sysfs({
      [`${battery}/status`]: 'Discharging',
      [`${battery}/current_now`]: '-1500000',
      [`${battery}/voltage_now`]: '11000000',
    });
    expect(await readPower(current)).toBeCloseTo(16.5);
  });

  test('on mains it is what the processor used since the last look', async () => {
    const energy = 'class/powercap/intel-rapl:0/energy_uj';
    const root = sysfs({
      [`${battery}/status`]: 'Charging',
      [`${battery}/power_now`]: '30000000',
      [energy]: '1000000',
      'class/powercap/intel-rapl:0:0/energy_uj': '77',
    });
    expect(await readPower(root)).toBeNull();
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 50));
    writeFileSync(join(root, energy), '2000000');
    const watts = await readPower(root);
    // One joule over the time that passed.
    expect(watts! * ((performance.now() - began) / 1000)).toBeGreaterThan(0.9);
    expect(watts).toBeLessThan(1 / 0.045);
    // A counter that wrapped around tells nothing.
    writeFileSync(join(root, energy), '5');
    expect(await readPower(root)).toBeNull();
  });

  test('where nothing can be read it is unknown, not nothing', async () => {
    expect(await readPower(sysfs({ [`${battery}/status`]: 'Full' }))).toBeNull();
    expect(await readPower(join(scratchFolder(), 'nowhere'))).toBeNull();
  });
});

test('a graphics processor that tells in sysfs how busy it is', async () => {
  const root = sysfs({
    [`${card}/gpu_busy_percent`]: '37',
    [`${card}/hwmon/hwmon3/power1_average`]: '61000000',
    'class/drm/card0-HDMI-A-1/status': 'connected',
  });
  expect(await readGraphics(root)).toEqual({ percent: 37, watts: 61 });
});

test.each([
  ['37, 61.21', { percent: 37, watts: 61.21 }],
  ['0, [N/A]', { percent: 0, watts: null }],
  ['[Not Supported], 12.00', { percent: null, watts: 12 }],
  ['No devices were found', { percent: null, watts: null }],
])('what NVIDIA’s tool says: %s', (line, reading) => {
  expect(readingOf(line)).toEqual(reading);
});
