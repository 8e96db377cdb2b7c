import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestEngine } from './support/engine.ts';
import { artifact } from './support/folders.ts';
import {
  drawnAfter,
  drawnFrame,
  expectAccessible,
  figure,
  lookAtCanvas,
  lookAtPicture,
  part,
  soon,
} from './support/play-page.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

let opened: TestPage;
let engine: TestEngine;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let errors: string[];
/** What the page said on its stream. */
const sent: string[] = [];

beforeAll(async () => {
  opened = await openTestPage({
    before: ({ page }) => {
      page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    },
  });
  ({ engine, browser, context, page, errors } = opened);
});

afterAll(() => opened?.close());

const state = async () => (await engine.session()).state;
const screenshot = (name: string) => page.screenshot({ path: artifact(`${name}.png`) });

describe('arriving', () => {
  test('a wrong key is refused in words that say what to do', async () => {
    const stranger = await browser.newContext();
    const other = await stranger.newPage();
    await other.goto(`${engine.url}/#token=wrong`);
    const words = await part(other, 'refused').textContent();
    expect(words).toContain('token');
    expect(words).toContain('address that the engine printed');
    await expectAccessible(other);
    await other.screenshot({ path: artifact('page-refused.png') });
    await stranger.close();
  });

  test('the key leaves the address bar and survives a reload', async () => {
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await part(page, 'start-card').waitFor();
  });

  test('with nothing running it offers to start', async () => {
    await expectAccessible(page);
    await screenshot('page-start');
  });
});

describe('watching', () => {
  test('one click, and it reads what the game says', async () => {
    await part(page, 'start-button').click();
    await soon(() => part(page, 'reads').textContent()).toMatch(/Reads: .*[a-z]{4}/);
    await screenshot('page-reads');
  });

  test('the picture moves', async () => {
    await drawnAfter(page, 120);
    const looks = new Set<number>();
    let colours = 0;
    for (let i = 0; i < 40 && looks.size < 3; i++) {
      const look = await lookAtPicture(page);
      looks.add(look.fingerprint);
      colours = Math.max(colours, look.colours);
      await page.waitForTimeout(250);
    }
    expect(looks.size).toBeGreaterThanOrEqual(3);
    expect(colours).toBeGreaterThanOrEqual(3);
  });

  test('the picture is scaled by a whole number of screen pixels', async () => {
    const box = await part(page, 'picture').boundingBox();
    const ratio = await page.evaluate(() => window.devicePixelRatio);
    expect(((box?.width ?? 0) * ratio) % 160).toBe(0);
    expect(((box?.height ?? 0) * ratio) % 144).toBe(0);
    expect(box?.width).toBeGreaterThanOrEqual(640);
  });

  test('the figures move', async () => {
    const frames = await figure(page, 'frames');
    await soon(() => figure(page, 'frames')).toBeGreaterThan(frames);
    expect(await figure(page, 'fps')).toBeGreaterThan(30);
    expect(await figure(page, 'p50')).toBeGreaterThan(0);
    expect(await page.locator('[data-stage="path"] td').count()).toBe(5);
    expect(await page.locator('[data-stage="age"] td').count()).toBe(5);
    expect(await figure(page, 'lost-frames')).toBeGreaterThanOrEqual(0);
  });

  test('it says what the AI does and why', async () => {
    await part(page, 'action').waitFor();
    expect((await part(page, 'action').textContent())?.length).toBeGreaterThan(3);
    expect((await part(page, 'skill').textContent())?.length).toBeGreaterThan(1);
  });

  test('the overlay shows what the eyes see, and O hides it', async () => {
    await soon(() => part(page, 'mode').textContent()).toMatch(/Screen: .* sure/);
    // More than the one colour of nothing.
    await soon(async () => (await lookAtCanvas(page, 'overlay')).colours).toBeGreaterThan(1);
    await screenshot('page-overlay');
    await page.keyboard.press('o');
    await soon(() => part(page, 'overlay').count()).toBe(0);
    await part(page, 'overlay-button').click();
    await soon(() => part(page, 'overlay').count()).toBe(1);
  });
});

describe('at the controls', () => {
  test('Space pauses and the picture stands still', async () => {
    await page.keyboard.press(' ');
    await soon(state).toBe('paused');
    await part(page, 'state').waitFor();
    await part(page, 'state').waitFor();
    await page.waitForTimeout(500);
    const frame = await drawnFrame(page);
    await page.waitForTimeout(500);
    expect(await drawnFrame(page)).toBe(frame);
  });

  test('a step is one frame', async () => {
    const frame = await drawnFrame(page);
    await page.keyboard.press('.');
    await soon(() => drawnFrame(page)).toBe(frame + 1);
    await part(page, 'step-button').click();
    await soon(() => drawnFrame(page)).toBe(frame + 2);
  });

  test('the button resumes', async () => {
    const frame = await drawnFrame(page);
    await part(page, 'pause-button').click();
    await soon(state).toBe('running');
    await soon(() => part(page, 'state').count()).toBe(0);
    await drawnAfter(page, frame + 30);
  });

  test('the speed follows clicks and keys', async () => {
    const speeds = async (speed: number) => {
      await soon(async () => (await engine.session()).speed).toBe(speed);
      await soon(() => page.getByRole('radio', { name: `${speed}×`, exact: true }).isChecked()).toBe(true);
    };
    await page.locator('label', { hasText: '2×' }).click();
    await speeds(2);
    await page.keyboard.press('+');
    await speeds(4);
    await page.keyboard.press('-');
    await speeds(2);
    await page.keyboard.press('-');
    await speeds(1);
  });

  test('T takes over: keys become buttons, and it shows', async () => {
    await page.keyboard.press('t');
    await soon(async () => (await engine.session()).turn).toBe('player');
    await soon(() => part(page, 'turn').textContent()).toBe('Your turn');
    sent.length = 0;
    await page.keyboard.down('ArrowDown');
    await page.keyboard.down('KeyZ');
    await page.keyboard.up('ArrowDown');
    await page.keyboard.up('KeyZ');
    const held = () => sent.map((text) => JSON.parse(text)).filter(({ type }) => type === 'buttons');
    await soon(() => held().at(-1)?.buttons).toEqual([]);
    expect(held().map(({ buttons }) => buttons)).toEqual([['down'], ['a', 'down'], ['a'], []]);
    await screenshot('page-turn');
    await expectAccessible(page);
    await part(page, 'turn-ai').click();
    await soon(async () => (await engine.session()).turn).toBe('ai');
    await soon(() => part(page, 'turn').textContent()).toBe('The AI is playing');
  });

  test('a save can be gone back to', async () => {
    // In the human's turn with nothing held, the frame after a state is always the same one.
    await page.keyboard.press('t');
    await soon(() => part(page, 'turn').textContent()).toBe('Your turn');
    await page.keyboard.press(' ');
    await soon(state).toBe('paused');
    await part(page, 'state').waitFor();
    await page.keyboard.press('s');
    await soon(() => part(page, 'flash').textContent()).toMatch(/^Saved: /);
    await part(page, 'saves-button').click();
    const row = page.getByRole('button', { name: /^Go back to/ }).first();
    await row.waitFor();
    await page.keyboard.press('Escape');
    const saved = await drawnFrame(page);
    await page.keyboard.press('.');
    await drawnAfter(page, saved);
    const { fingerprint } = await lookAtPicture(page);

    await page.keyboard.press(' ');
    await page.keyboard.press('Enter', { delay: 300 });
    await page.keyboard.press('ArrowLeft', { delay: 500 });
    await page.keyboard.press(' ');
    await soon(state).toBe('paused');
    await part(page, 'state').waitFor();
    await part(page, 'saves-button').click();
    await row.click();
    await soon(() => part(page, 'flash').textContent()).toMatch(/^Went back to /);
    await soon(async () => (await lookAtPicture(page)).fingerprint).toBe(fingerprint);
    await page.keyboard.press(' ');
    await page.keyboard.press('t');
    await soon(async () => (await engine.session()).turn).toBe('ai');
    await soon(() => part(page, 'turn').textContent()).toBe('The AI is playing');
    await soon(state).toBe('running');
    await soon(() => part(page, 'state').count()).toBe(0);
  });

  test('the keys are listed, and nothing behind the list listens', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press(' ');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
    expect(await state()).toBe('running');
  });
});

test('everyone can use it, in dark and in light', async () => {
  await expectAccessible(page);
  await screenshot('page-dark');
  await part(page, 'scheme-button').click();
  await page.waitForTimeout(400);
  await expectAccessible(page);
  await screenshot('page-light');
  await page.keyboard.press('t');
  await soon(() => part(page, 'turn').textContent()).toBe('Your turn');
  await expectAccessible(page);
  await page.keyboard.press('t');
  await soon(() => part(page, 'turn').textContent()).toBe('The AI is playing');
});

test('a narrow window scrolls and nothing is cut off', async () => {
  await page.setViewportSize({ width: 760, height: 900 });
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await screenshot('page-narrow');
  await page.setViewportSize({ width: 1440, height: 960 });
});

test('a session that runs already is attached to', async () => {
  const { id } = await engine.session();
  const second = await context.newPage();
  await second.goto(engine.pageUrl);
  await drawnAfter(second, 0);
  await second.close();
  expect((await engine.session()).id).toBe(id);
});

describe('ending', () => {
  test('stop says so and offers to go on from there', async () => {
    const before = await engine.session();
    await part(page, 'stop-button').click();
    await part(page, 'end-card').waitFor();
    expect(await part(page, 'end-card').textContent()).toContain('Stopped');
    await expectAccessible(page);
    await screenshot('page-end');
    await part(page, 'resume-button').click();
    await soon(async () => (await engine.session()).id).not.toBe(before.id);
    await part(page, 'end-card').waitFor({ state: 'detached' });
    await drawnAfter(page, 0);
  });

  test('an engine that dies is missed in words', async () => {
    expect(errors).toEqual([]);
    engine.child.kill('SIGKILL');
    await part(page, 'lost').waitFor();
    expect(await part(page, 'lost').textContent()).toContain('does not answer');
    await expectAccessible(page);
    await screenshot('page-lost');
  });
});
