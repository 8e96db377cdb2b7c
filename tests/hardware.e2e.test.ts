import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hardware } from '../protocol/hardware.ts';
import type { TestEngine } from './support/engine.ts';
import { artifact } from './support/folders.ts';
import { drawnAfter, expectAccessible, part, soon } from './support/play-page.ts';
import { commandLine, descendants } from './support/processes.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

let opened: TestPage;
let engine: TestEngine;
let page: Page;
let errors: string[];

beforeAll(async () => {
  opened = await openTestPage();
  ({ engine, page, errors } = opened);
});

afterAll(() => opened?.close());

const hardware = () => engine.get<Hardware>('/v1/hardware');
/** “mid, because …” as it stands below the tier in large letters: “Because …”. */
const reasonIn = (why: string) => why.slice(why.indexOf('because')).replace('b', 'B');
const screenshot = (name: string) => page.screenshot({ path: artifact(`${name}.png`) });

test('one click away it says what was found, the tier and why', async () => {
  await part(page, 'room-hardware').click();
  await part(page, 'bench').waitFor();
  const { tier, found, figures } = await hardware();
  expect(await part(page, 'tier').textContent()).toBe({ low: 'Low', mid: 'Mid', high: 'High' }[tier.tier]);
  expect(await part(page, 'tier-why').textContent()).toBe(reasonIn(tier.why));
  const words = (await part(page, 'hardware').textContent()) ?? '';
  expect(words).toContain(found?.processor.name);
  expect(words).toContain(found?.processor.instructionSet);
  expect(words).toContain(`${figures?.integer?.toFixed(0)} million steps a second`);
  expect(words).toContain('It has not had to do anything yet.');
  await expectAccessible(page);
  await screenshot('hardware-dark');
});

test('a tier is chosen with the keyboard, kept over a reload, and taken back', async () => {
  const measured = (await hardware()).tier;
  const other = measured.tier === 'high' ? 'Low' : 'High';
  await page.getByRole('radio', { name: /^Automatic/ }).focus();
  const presses = other === 'High' ? 3 : 1;
  for (let i = 0; i < presses; i++) {
    await page.keyboard.press('ArrowRight');
    await soon(async () => (await hardware()).tier.tier).toBe((['low', 'mid', 'high'] as const)[i]);
    await soon(() => part(page, 'tier').textContent()).toBe(['Low', 'Mid', 'High'][i]);
  }
  expect(await part(page, 'tier-why').textContent()).toContain('Because you chose it. Measured: ');
  await page.reload();
  await soon(() => part(page, 'tier').textContent()).toBe(other);
  await page.locator('label', { hasText: /^Mid$/ }).click();
  await soon(() => part(page, 'tier').textContent()).toBe('Mid');
  await expectAccessible(page);
  await part(page, 'tier-undo').click();
  await soon(() => part(page, 'tier').textContent()).toBe(other);
  expect(await part(page, 'tier-undo').count()).toBe(0);
  await page.locator('label', { hasText: /^Automatic/ }).click();
  await soon(() => part(page, 'tier-why').textContent()).toBe(reasonIn(measured.why));
});

test('it is measured again', async () => {
  const before = (await hardware()).measuredAt;
  await part(page, 'measure').click();
  await soon(async () => (await hardware()).measuredAt).not.toBe(before);
  await soon(() => part(page, 'measure').textContent()).toBe('Measure again');
});

test('what the governor does is told, while a session plays on', async () => {
  await engine.post('/v1/sessions', { goal: null });
  await pause(2500);
  const session = descendants(engine.child.pid!).find((id) => commandLine(id)?.includes('session/process'));
  for (let i = 0; i < 40 && (await hardware()).governor.level === 0; i++) {
    // The machine takes the processor away, as a heavy program beside it would.
    process.kill(session!, 'SIGSTOP');
    await pause(150);
    process.kill(session!, 'SIGCONT');
    await pause(80);
  }
  await soon(() => part(page, 'governor-standing').textContent()).toMatch(/^Lowered by \d of 3 steps/);
  expect(await part(page, 'governor-log').textContent()).toMatch(/Lowered, because \d+ frames were late/);
  await page.getByRole('button', { name: 'Switch to light colours' }).click();
  await pause(400);
  await expectAccessible(page);
  await screenshot('hardware-light');
});

test('a narrow window scrolls and nothing is cut off; the way back leads to the session', async () => {
  await page.setViewportSize({ width: 700, height: 900 });
  await pause(400);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await screenshot('hardware-narrow');
  await page.setViewportSize({ width: 1440, height: 960 });
  // The link that skips to the content is no room: it must not lead away.
  await page.evaluate(() => {
    location.hash = '#main';
  });
  await part(page, 'hardware').waitFor();
  await part(page, 'room-play').click();
  await drawnAfter(page, 0);
  await expectAccessible(page);
  await screenshot('hardware-back-to-play');
  expect(errors).toEqual([]);
});
