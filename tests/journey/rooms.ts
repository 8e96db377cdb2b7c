import { expect } from 'vitest';
import type { BenchmarkRun } from '../../protocol/benchmarks.ts';
import type { Hardware } from '../../protocol/hardware.ts';
import type { SettingsAnswer } from '../../protocol/settings.ts';
import { chooseTasksOnce } from '../support/benchmarks-page.ts';
import { part, soon } from '../support/play-page.ts';
import type { App } from './app.ts';

/** Two kinds of tasks on one seed, twice: the second run says how it compares with the first. */
export const benchmark = async (app: App): Promise<void> => {
  const { page } = app;
  const runs = () => app.get<BenchmarkRun[]>('/v1/benchmarks/runs');
  const playToTheEnd = async (number: number): Promise<void> => {
    await part(page, 'start-run').click();
    await soon(async () => (await runs()).length).toBe(number);
    const states = async () => (await runs()).map(({ state }) => state);
    await expect.poll(states, { timeout: 120_000 }).toEqual(Array(number).fill('finished'));
    await soon(() => part(page, 'run').getAttribute('data-state')).toBe('finished');
  };
  await chooseTasksOnce(page, ['buy-so-many', 'catch-it']);
  await playToTheEnd(1);
  await part(page, 'baseline').click();
  await soon(() => part(page, 'run-flash').textContent()).toBe('This is the baseline now');
  await playToTheEnd(2);
  await part(page, 'tab-compare').click();
  await soon(() => part(page, 'compare-headline').textContent()).toContain('No change');
  await app.look('compare');
};

/** Another tier than the measured one, and back. */
export const chooseTier = async (app: App): Promise<void> => {
  const { page } = app;
  const tier = async () => (await app.get<Hardware>('/v1/hardware')).tier;
  await part(page, 'room-hardware').click();
  await part(page, 'tier').waitFor();
  const measured = await tier();
  const [other, label] = measured.tier === 'low' ? ['high', 'High'] : ['low', 'Low'];
  await page.locator('label', { hasText: new RegExp(`^${label}$`) }).click();
  await soon(tier).toMatchObject({ tier: other, from: 'chosen' });
  await soon(() => part(page, 'tier-why').textContent()).toContain('Because you chose it.');
  await page.locator('label', { hasText: /^Automatic/ }).click();
  await soon(tier).toMatchObject({ tier: measured.tier, from: measured.from });
  await soon(() => part(page, 'tier-why').textContent()).not.toContain('you chose it');
};

/** A setting is another one from now on, and as it was with one click. */
export const changeSetting = async (app: App): Promise<void> => {
  const { page } = app;
  const chosen = async () =>
    (await app.get<SettingsAnswer>('/v1/settings')).settings.find(({ name }) => name === 'maxSessions');
  await part(page, 'room-settings').click();
  const field = part(page, 'field-maxSessions');
  await field.fill('3');
  await field.press('Enter');
  await soon(chosen).toMatchObject({ value: 3 });
  await part(page, 'reset-maxSessions').click();
  await soon(chosen).toMatchObject({ value: 8 });
  await soon(() => field.inputValue()).toBe('8 sessions');
};
