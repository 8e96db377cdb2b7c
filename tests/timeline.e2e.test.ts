import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SavedState, Session } from '../protocol/sessions.ts';
import type { Timeline } from '../protocol/timeline.ts';
import type { TestEngine } from './support/engine.ts';
import { artifact } from './support/folders.ts';
import { drawnFrame, expectAccessible, lookAtPicture, part, soon } from './support/play-page.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

let opened: TestPage;
let engine: TestEngine;
let page: Page;
let errors: string[];
let id: string;
/** The session that all of this happens in, once it has ended. */
let played: string;

beforeAll(async () => {
  opened = await openTestPage({
    // So that the page attaches to a session with a past.
    before: async ({ engine }) => {
      ({ id } = await engine.post<Session>('/v1/sessions', { goal: 'gate', seed: 3, speed: 4 }));
    },
  });
  ({ engine, page, errors } = opened);
});

afterAll(() => opened?.close());

const timeline = () => engine.get<Timeline>(`/v1/sessions/${id}/timeline`);
const saves = () => engine.get<SavedState[]>(`/v1/sessions/${id}/states`);
const state = async () => (await engine.session()).state;
const screenshot = (name: string) => page.screenshot({ path: artifact(`${name}.png`) });
const flash = () => part(page, 'flash').textContent();
const action = () => part(page, 'action').textContent();
const tasksDone = () => page.locator('li[data-state="done"]').count();
/** Waits until the page shows the frame at which the session stands. */
const settled = async () => {
  const { frame } = await engine.session();
  await soon(() => drawnFrame(page)).toBe(frame);
  return (await lookAtPicture(page)).fingerprint;
};
test('pointing at the timeline shows what was there, and nothing happens to the game', async () => {
  // Play that there is to look back on; how long that takes is not what is tested.
  while ((await engine.session()).frame < 1800) await page.waitForTimeout(200);
  const box = (await part(page, 'timeline').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  const preview = part(page, 'timeline-preview');
  await preview.waitFor();
  await soon(() => preview.locator('[data-drawn="true"]').count()).toBe(1);
  expect(await preview.textContent()).toMatch(/\d:\d\d −\d:\d\d/);
  await screenshot('timeline-preview');
  expect(await state()).toBe('running');
  await page.mouse.move(box.x, box.y - 200);
  await soon(() => preview.count()).toBe(0);
});

test('letting go leads there, standing still; undo leads back to the very picture', async () => {
  await page.keyboard.press(' ');
  await soon(state).toBe('paused');
  const before = await settled();
  const left = (await engine.session()).decision!;
  const { position } = await timeline();
  const box = (await part(page, 'timeline').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 });
  expect((await timeline()).position).toBe(position);
  await page.mouse.up();
  await soon(flash).toMatch(/^Went back .* Space goes on$/);
  const after = await timeline();
  expect(after.position / position).toBeGreaterThan(0.45);
  expect(after.position / position).toBeLessThan(0.55);
  expect(await state()).toBe('paused');
  expect(await settled()).not.toBe(before);
  // What is thought is of that moment, too.
  const then = (await engine.session()).decision!;
  expect(then.frame).toBeLessThan(left.frame);
  await soon(action).toBe(then.action);
  expect(await tasksDone()).toBe(then.tasks.filter((task) => task.state === 'done').length);
  await soon(() => part(page, 'undo-button').count()).toBe(1);
  await screenshot('timeline-went-back');
  await part(page, 'undo-button').click();
  await soon(flash).toBe('Back where you were');
  expect(await settled()).toBe(before);
  await soon(action).toBe(left.action);
  expect((await engine.session()).decision).toEqual(left);
  expect((await timeline()).position).toBe(position);
  await soon(() => part(page, 'redo-button').count()).toBe(1);
});

test('before the first decision the page says that there is none yet', async () => {
  await engine.post(`/v1/sessions/${id}/rewind`, { frame: 0 });
  await part(page, 'undecided').waitFor();
  expect(await part(page, 'action').count()).toBe(0);
  await expectAccessible(page);
  await page.waitForTimeout(300);
  await screenshot('timeline-undecided');
  await part(page, 'undo-button').click();
  await soon(flash).toBe('Back where you were');
  await part(page, 'action').waitFor();
});

test('five seconds back, by key, is there at once', async () => {
  await page.keyboard.press(' ');
  await soon(state).toBe('running');
  await page.waitForTimeout(1500);
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const { position, fps } = await timeline();
    await page.keyboard.press(',');
    await soon(flash).toMatch(/^Went back 5 seconds/);
    await soon(async () => (await timeline()).position).toBeLessThan(position);
    if (i > 0) expect((await timeline()).position).toBe(position - Math.round(5 * fps));
    await soon(() => part(page, 'timeline').getAttribute('data-took-ms')).not.toBeNull();
    times.push(Number(await part(page, 'timeline').getAttribute('data-took-ms')));
    await settled();
  }
  console.log(`From letting go to the picture of 5 seconds before: ${times.join(', ')} ms`);
  // The aim is 200 ms; a machine that does ten things at once may need longer.
  expect(Math.min(...times)).toBeLessThan(1000);
});

test('it is a slider for keyboards: arrows look, Enter goes, Escape does not', async () => {
  const slider = page.getByRole('slider', { name: 'Timeline' });
  await slider.focus();
  const { position, fps } = await timeline();
  await page.keyboard.press('ArrowLeft');
  await soon(() => slider.getAttribute('aria-valuetext')).toMatch(/1 second back/);
  await page.keyboard.press('PageDown');
  await soon(() => slider.getAttribute('aria-valuetext')).toMatch(/^At .*, 11 seconds back/);
  await part(page, 'timeline-preview').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await soon(() => slider.getAttribute('aria-valuetext')).toMatch(/^Now/);
  expect((await timeline()).position).toBe(position);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await soon(async () => (await timeline()).position).toBe(position - Math.round(fps));
  await soon(flash).toMatch(/^Went back 1 second;/);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('u');
  await soon(async () => (await timeline()).position).toBe(position);
});

test('a save has a picture and a name that can be changed; loading it can be taken back', async () => {
  const before = await settled();
  await page.keyboard.press('s');
  await soon(flash).toMatch(/^Saved: /);
  await part(page, 'back-button').click();
  await soon(flash).toMatch(/^Went back 5 seconds/);
  const there = await settled();
  await part(page, 'saves-button').click();
  const card = part(page, 'save-card').first();
  await soon(() => card.locator('[data-drawn="true"]').count()).toBe(1);
  await card.getByRole('button', { name: /^Rename/ }).click();
  await page.getByRole('textbox', { name: 'New title' }).fill('Before the well');
  await page.keyboard.press('Enter');
  await soon(async () => (await saves())[0]?.title).toBe('Before the well');
  await part(page, 'save-button').click();
  await soon(() => part(page, 'save-card').count()).toBe(2);
  await soon(() => page.locator('[data-testid="save-card"] [data-drawn="true"]').count()).toBe(2);
  await expectAccessible(page);
  await screenshot('timeline-saves');
  await page.getByRole('button', { name: 'Go back to Before the well' }).click();
  await soon(flash).toBe('Went back to Before the well');
  await soon(async () => (await lookAtPicture(page)).fingerprint).not.toBe(there);
  await part(page, 'undo-button').click();
  await soon(flash).toBe('Back where you were');
  expect(await settled()).toBe(there);
  expect(before).not.toBe(there);
});

test('a save is replaced only after asking, and a deleted one comes back', async () => {
  await part(page, 'saves-button').click();
  const card = page.locator('[data-testid="save-card"]', { hasText: 'Before the well' });
  const [old] = (await saves()).filter(({ title }) => title === 'Before the well');
  await card.getByRole('button', { name: /^Save this moment over/ }).click();
  expect((await saves()).find(({ name }) => name === old?.name)?.frame).toBe(old?.frame);
  await part(page, 'replace-button').click();
  await soon(async () => (await saves()).find(({ name }) => name === old?.name)?.frame).not.toBe(old?.frame);
  await card.getByRole('button', { name: /^Delete/ }).click();
  await soon(async () => (await saves()).length).toBe(1);
  await part(page, 'deleted').waitFor();
  await expectAccessible(page);
  await part(page, 'restore-button').click();
  await soon(async () => (await saves()).length).toBe(2);
  await page.getByText('Autosaves', { exact: true }).click();
  await soon(() => part(page, 'save-card').count()).toBeGreaterThan(1);
  await screenshot('timeline-autosaves');
  await page.keyboard.press('Escape');
});

test('in light colours and in a narrow window it is all there', async () => {
  await part(page, 'scheme-button').click();
  const box = (await part(page, 'timeline').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2);
  await soon(() => page.locator('[data-testid="timeline-preview"] [data-drawn="true"]').count()).toBe(1);
  await page.waitForTimeout(400);
  await screenshot('timeline-light');
  await expectAccessible(page);
  await page.mouse.move(box.x, box.y - 200);
  await part(page, 'saves-button').click();
  await part(page, 'save-card').first().waitFor();
  await page.waitForTimeout(300);
  await screenshot('timeline-saves-light');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 720, height: 900 });
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await screenshot('timeline-narrow');
  await page.setViewportSize({ width: 1440, height: 960 });
});

test('an ended session offers earlier moments to go on from', async () => {
  await part(page, 'stop-button').click();
  await part(page, 'end-card').waitFor();
  await part(page, 'earlier-moments').waitFor();
  await soon(() =>
    page.locator('[data-testid="earlier-moments"] [data-drawn="true"]').count(),
  ).toBeGreaterThan(0);
  await expectAccessible(page);
  await screenshot('timeline-end');
  await part(page, 'earlier-moments').getByRole('button').first().click();
  await soon(async () => (await engine.session()).id).not.toBe(id);
  await soon(state).toBe('running');
  played = id;
  // The saves came along.
  id = (await engine.session()).id;
  expect((await saves()).map(({ title }) => title)).toContain('Before the well');
});

test('history tells of each jump with the frames that it led from and to', async () => {
  await page.goto(`${new URL(page.url()).origin}/#history/${played}`);
  await soon(() => part(page, 'events').count()).toBe(1);
  const told = (await part(page, 'events').textContent()) ?? '';
  expect(told).toMatch(/Went back \d+ seconds?, from frame [\d,]+ to frame [\d,]+\./);
  expect(told).toMatch(/Took that back, from frame [\d,]+ to frame [\d,]+\./);
  expect(told).toMatch(/Loaded “Before the well”: from frame [\d,]+ to frame [\d,]+\./);
  await part(page, 'events').scrollIntoViewIfNeeded();
  await expectAccessible(page);
  await part(page, 'events').screenshot({ path: artifact('timeline-events-light.png') });
  expect(errors).toEqual([]);
});
