import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case, CaseFile, CaseVerdict, Rating } from '../protocol/cases.ts';
import type { TestEngine } from './support/engine.ts';
import { artifact, root, temporaryFolder } from './support/folders.ts';
import { drawnAfter, expectAccessible, lookAtCanvas, part, soon } from './support/play-page.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

let opened: TestPage;
let engine: TestEngine;
let page: Page;
let errors: string[];
const scratch = temporaryFolder('advisor');

beforeAll(async () => {
  opened = await openTestPage({
    before: ({ engine }) => engine.post('/v1/sessions', { goal: 'gate', seed: 3 }),
  });
  ({ engine, page, errors } = opened);
});

afterAll(async () => {
  await opened?.close();
  scratch.remove();
});

const turn = async () => (await engine.session()).turn;
const ratings = async () => engine.get<Rating[]>(`/v1/sessions/${(await engine.session()).id}/ratings`);
/** Both colour schemes of what is on the screen. */
const screenshots = async (name: string) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(150);
    await page.screenshot({ path: artifact(`${name}-${colorScheme}.png`) });
    await expectAccessible(page);
  }
};
const keyOf: Record<string, string> = {
  ...{ up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' },
  ...{ a: 'KeyZ', b: 'KeyX', start: 'Enter' },
};

test('V asks for advice: it shows whose turn it is, what to press and why, and whether that was done', async () => {
  await drawnAfter(page, 400);
  await page.keyboard.press('v');
  await soon(turn).toBe('advisor');
  await soon(() => part(page, 'turn').textContent()).toBe('Your turn, with advice');
  expect(await part(page, 'turn-advisor').getAttribute('aria-pressed')).toBe('true');
  await soon(() => part(page, 'announcer').textContent()).toContain('Your turn, with advice');
  await soon(() => part(page, 'advice').textContent()).toContain('Press');
  await soon(() => part(page, 'advice-age').textContent()).toMatch(/just now|s ago/);
  await screenshots('advisor-advice');

  // Whoever presses what is advised, for as long as it is, is told so.
  for (let i = 0; i < 40 && !((await engine.session()).agreement.followed > 2); i++) {
    const { advice } = await engine.session();
    const key = keyOf[advice?.buttons[0] ?? ''];
    if (key) await page.keyboard.press(key, { delay: 120 });
    else await page.waitForTimeout(100);
  }
  expect((await engine.session()).agreement.followed).toBeGreaterThan(2);
  await soon(() => part(page, 'agreement').textContent()).toMatch(/^You followed \d+ of \d+$/);

  await part(page, 'turn-ai').click();
  await soon(turn).toBe('ai');
  await soon(() => part(page, 'advice').count()).toBe(0);
  await soon(() => part(page, 'turn').textContent()).toBe('The AI is playing');
});

test('a thumb down with a reason becomes a case that can be exported and run again', async () => {
  await page.keyboard.press(' ');
  await soon(async () => (await engine.session()).state).toBe('paused');
  await part(page, 'state').waitFor();
  await part(page, 'thumb-down').click();
  await part(page, 'reasons').waitFor();
  await soon(() => part(page, 'thumb-down').getAttribute('aria-pressed')).toBe('true');
  await screenshots('advisor-reasons');
  await part(page, 'reason-wrong-way').click();
  await soon(() => part(page, 'flash').textContent()).toBe('Rated as a bad decision');
  await soon(async () => (await ratings())[0]?.reason).toBe('wrong-way');

  const [listed] = await engine.get<Case[]>('/v1/cases');
  const file = await engine.get<CaseFile>(`/v1/cases/${listed!.id}/export`);
  const path = join(scratch.path, 'case.json');
  writeFileSync(path, JSON.stringify(file));
  const cli = [join(root, 'engine', 'cli', 'main.ts'), 'case', path, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, cli);
  expect(JSON.parse(stdout) as CaseVerdict).toMatchObject({ id: listed!.id, same: true, sameSight: true });
  expect(readFileSync(path, 'utf8')).not.toContain(root);

  // N takes it back, Y thinks otherwise.
  await page.keyboard.press('n');
  await soon(async () => (await ratings()).length).toBe(0);
  await page.keyboard.press('y');
  await soon(async () => (await ratings())[0]?.verdict).toBe('up');
});

test('earlier decisions are listed, and can be rated too', async () => {
  await part(page, 'decisions-toggle').click();
  const rows = part(page, 'decision-row');
  await soon(() => rows.count()).toBeGreaterThan(2);
  await rows.nth(1).getByRole('button', { name: 'Good decision' }).click();
  await soon(async () => (await ratings()).length).toBe(2);
  await screenshots('advisor-decisions');
  await part(page, 'decisions-toggle').click();
});

test('the overlay is drawn as it was chosen, and stays so', async () => {
  const overlay = async () => (await lookAtCanvas(page, 'overlay')).fingerprint;
  await part(page, 'looks-button').click();
  const before = await overlay();
  await page.getByText('Colour-blind safe').click();
  await soon(overlay).not.toBe(before);
  const safe = await overlay();
  await part(page, 'looks-grid').click();
  await soon(overlay).not.toBe(safe);
  await screenshots('advisor-looks');
  await page.reload();
  await part(page, 'overlay').waitFor();
  await part(page, 'looks-button').click();
  expect(await part(page, 'looks-grid').isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'Colour-blind safe' }).isChecked()).toBe(true);
  await page.keyboard.press('Escape');
});

test('the frame budget is told in words beside its bars, and fits in a narrow window', async () => {
  await page.keyboard.press(' ');
  await soon(async () => (await engine.session()).state).toBe('running');
  await soon(() => part(page, 'budget-words').textContent()).toMatch(/budget/);
  expect(await part(page, 'budget').getByRole('img').count()).toBe(2);
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.keyboard.press('v');
  await soon(() => part(page, 'advice').count()).toBe(1);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
  await screenshots('advisor-narrow');
  await page.keyboard.press('v');
  await soon(turn).toBe('player');
  expect(errors).toEqual([]);
});

test('a gamepad moves about the page while the AI plays, and two buttons together pause and take over', async () => {
  await page.setViewportSize({ width: 1440, height: 960 });
  await part(page, 'turn-ai').click();
  await soon(turn).toBe('ai');
  // A browser without a screen has no gamepads: this is one that the page asks like any other.
  await page.evaluate(() => {
    const buttons = Array.from({ length: 17 }, () => ({ pressed: false }));
    Object.assign(window, { padButtons: buttons });
    navigator.getGamepads = () => [{ mapping: 'standard', axes: [0, 0], buttons } as unknown as Gamepad];
    dispatchEvent(new Event('gamepadconnected'));
  });
  const press = async (...buttons: number[]) => {
    for (const pressed of [true, false]) {
      for (const index of buttons) {
        await page.evaluate(
          ({ at, on }) => {
            (window as unknown as { padButtons: { pressed: boolean }[] }).padButtons[at]!.pressed = on;
          },
          { at: index, on: pressed },
        );
        await page.waitForTimeout(120);
      }
    }
  };
  const [a, select, start, down, right] = [1, 8, 9, 13, 15] as const;
  await press(select, start);
  await soon(async () => (await engine.session()).state).toBe('paused');
  await press(select, start);
  await soon(async () => (await engine.session()).state).toBe('running');
  await part(page, 'pause-button').focus();
  await press(right);
  await soon(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe(
    'step-button',
  );
  await press(a);
  await soon(async () => (await engine.session()).state).toBe('paused');
  await press(select, start);
  await press(start, select);
  await soon(turn).toBe('player');
  // Now its buttons are the game's.
  await press(down);
  await soon(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('stage');
  expect(errors).toEqual([]);
});
