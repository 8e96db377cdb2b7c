import { join } from 'node:path';
import { expect } from 'vitest';
import { readReplay } from '../../engine/session/replay-file.ts';
import type { Case, Rating } from '../../protocol/cases.ts';
import type { Timeline } from '../../protocol/timeline.ts';
import { buttonBit } from '../../protocol/words.ts';
import { drawnAfter, drawnFrame, lookAtPicture, part, soon } from '../support/play-page.ts';
import type { App } from './app.ts';

const state = async ({ session }: App) => (await session()).state;
const turn = async ({ session }: App) => (await session()).turn;
const flash = ({ page }: App) => part(page, 'flash').textContent();

/** Stands still or goes on, by the button. */
const pauseOrGoOn = async (app: App, expected: 'paused' | 'running'): Promise<void> => {
  await part(app.page, 'pause-button').click();
  await soon(() => state(app)).toBe(expected);
};

/** The picture at which the session stands, once the page shows it. */
const settled = async ({ page, session }: App): Promise<number> => {
  const { frame } = await session();
  await soon(() => drawnFrame(page)).toBe(frame);
  return (await lookAtPicture(page)).fingerprint;
};

/** From opening to the first frame that the AI plays: one button. */
export const firstStart = async (app: App): Promise<void> => {
  const { page } = app;
  await part(page, 'welcome').waitFor();
  const welcomed = performance.now();
  expect(await part(page, 'start-button').count()).toBe(1);
  await app.look('welcome');
  const pressed = performance.now();
  await part(page, 'start-button').click();
  await drawnAfter(page, 0);
  await part(page, 'action').waitFor();
  const played = performance.now();
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  console.log(
    `From opening to the first frame that the AI plays: ${seconds(app.openedAt, welcomed)} s to the welcome, ` +
      `${seconds(pressed, played)} s after the button.`,
  );
  expect(welcomed - app.openedAt + (played - pressed)).toBeLessThan(60_000);
  expect(await app.session()).toMatchObject({ player: 'eyes', turn: 'ai', state: 'running' });
  // The game's own first frames are blank.
  await soon(async () => (await lookAtPicture(page)).colours).toBeGreaterThan(1);
};

/** The buttons change hands: what is pressed reaches the game, and the AI goes on where it is let. */
export const takeOver = async (app: App): Promise<void> => {
  const { page } = app;
  await part(page, 'turn-player').click();
  await soon(() => turn(app)).toBe('player');
  await soon(() => part(page, 'turn').textContent()).toBe('Your turn');
  const held = buttonBit('b') | buttonBit('left');
  const { id } = await app.session();
  /** Frames that the game ran with B and left held, and nothing else. */
  const heard = () =>
    readReplay(join(app.dataDir, 'sessions', id, 'inputs.jsonl'))
      .steps.filter((step) => 'frames' in step && step.buttons === held)
      .reduce((sum, step) => sum + ('frames' in step ? step.frames : 0), 0);
  const before = heard();
  await page.keyboard.down('KeyX');
  await page.keyboard.press('ArrowLeft', { delay: 400 });
  await page.keyboard.up('KeyX');
  await soon(heard).toBeGreaterThan(before + 10);
  await app.look('your-turn');
  await part(page, 'turn-ai').click();
  await soon(() => turn(app)).toBe('ai');
  await soon(() => part(page, 'turn').textContent()).toBe('The AI is playing');
  await drawnAfter(page, await drawnFrame(page));
};

/** The timeline leads back, standing still, and undo leads to the very picture from which one came. */
export const rewind = async (app: App): Promise<void> => {
  const { page, session } = app;
  await page.locator('label', { hasText: '4×' }).click();
  await soon(async () => (await session()).frame).toBeGreaterThan(1000);
  await page.locator('label', { hasText: '1×' }).click();
  await pauseOrGoOn(app, 'paused');
  const { id } = await session();
  const position = async () => (await app.get<Timeline>(`/v1/sessions/${id}/timeline`)).position;
  const [before, at] = [await settled(app), await position()];
  const box = (await part(page, 'timeline').boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.3, box.y + box.height / 2);
  await soon(() => flash(app)).toMatch(/^Went back /);
  await soon(position).toBeLessThan(at * 0.5);
  await soon(() => settled(app)).not.toBe(before);
  await app.look('went-back');
  await part(page, 'undo-button').click();
  await soon(position).toBe(at);
  await soon(() => settled(app)).toBe(before);
  await pauseOrGoOn(app, 'running');
};

/** A thumb down, with its reason, is a case from then on. */
export const rateDecision = async (app: App): Promise<void> => {
  const { page } = app;
  await drawnAfter(page, (await drawnFrame(page)) + 60);
  await pauseOrGoOn(app, 'paused');
  await part(page, 'thumb-down').click();
  await part(page, 'reasons').waitFor();
  await app.look('reasons');
  await part(page, 'reason-wrong-way').click();
  await soon(() => flash(app)).toBe('Rated as a bad decision');
  const { id } = await app.session();
  const ratings = () => app.get<Rating[]>(`/v1/sessions/${id}/ratings`);
  await soon(async () => (await ratings())[0]).toMatchObject({ verdict: 'down', reason: 'wrong-way' });
  const [rating] = await ratings();
  const cases = await app.get<Case[]>('/v1/cases');
  expect(cases.map((each) => each.id)).toEqual([rating!.caseId]);
  await soon(() => part(page, 'thumb-down').getAttribute('aria-pressed')).toBe('true');
  await pauseOrGoOn(app, 'running');
};
