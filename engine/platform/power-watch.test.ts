import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scratchFolder } from '../testing/engine.ts';
import { PowerWatch } from './power-watch.ts';

const periodMs = 100;
let folder = '';
let watch: PowerWatch | null = null;
let changes = 0;

const supply = (name: string, fields: Record<string, string>): void => {
  mkdirSync(join(folder, name), { recursive: true });
  for (const [field, value] of Object.entries(fields)) writeFileSync(join(folder, name, field), `${value}\n`);
};
const begin = (): void => {
  watch = new PowerWatch(() => changes++, folder, periodMs);
};
const later = (): void => void vi.advanceTimersByTime(periodMs);

beforeEach(() => {
  vi.useFakeTimers();
  folder = scratchFolder();
  changes = 0;
});
afterEach(() => {
  watch?.close();
  vi.useRealTimers();
});

test('pulling the plug and putting it back are noticed, once each', () => {
  supply('AC', { type: 'Mains', online: '1' });
  supply('BAT0', { type: 'Battery', status: 'Charging' });
  begin();
  later();
  expect(changes).toBe(0);
  supply('AC', { online: '0' });
  supply('BAT0', { status: 'Discharging' });
  later();
  later();
  expect(changes).toBe(1);
  supply('AC', { online: '1' });
  supply('BAT0', { status: 'Charging' });
  later();
  later();
  expect(changes).toBe(2);
});

test('a battery that fills up is no change, nor is that of a mouse', () => {
  supply('AC', { type: 'Mains', online: '1' });
  supply('BAT0', { type: 'Battery', status: 'Charging', capacity: '40' });
  supply('hid-mouse', { type: 'Battery', scope: 'Device', status: 'Full' });
  begin();
  supply('BAT0', { status: 'Full', capacity: '100' });
  supply('hid-mouse', { status: 'Discharging' });
  later();
  rmSync(join(folder, 'hid-mouse'), { recursive: true });
  later();
  expect(changes).toBe(0);
});

test('a charger that comes and goes as a device is noticed', () => {
  supply('BAT0', { type: 'Battery', status: 'Discharging' });
  begin();
  supply('usbc', { type: 'USB', online: '1' });
  later();
  expect(changes).toBe(1);
  rmSync(join(folder, 'usbc'), { recursive: true });
  later();
  expect(changes).toBe(2);
});

test('a computer that tells nothing is watched in vain, without an error', () => {
  folder = join(folder, 'nothing');
  begin();
  later();
  expect(changes).toBe(0);
});
