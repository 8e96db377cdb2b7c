import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Asks again and again until the answer is the expected one: on a busy machine that can take a while. */
export const soon = <Answer>(ask: () => Answer) => expect.poll(ask, { timeout: 20_000 });

/** Something of the page by its test id. */
export const part = (page: Page, id: string) => page.locator(`[data-testid="${id}"]`);

/** Number of the frame that the page drew last. */
export const drawnFrame = async (page: Page): Promise<number> =>
  Number((await part(page, 'picture').getAttribute('data-frame')) ?? -1);

/** Waits until the page has drawn a frame later than the given one. */
export const drawnAfter = async (page: Page, frame: number): Promise<number> => {
  await soon(() => drawnFrame(page)).toBeGreaterThan(frame);
  return drawnFrame(page);
};

export interface Look {
  /** Different colours in it: one would be a blank screen. */
  colours: number;
  /** Sums the picture up, to tell two of them apart. */
  fingerprint: number;
}

/** What the canvas really shows, read back pixel by pixel; its own surface is the compositor's. */
export const lookAtCanvas = (page: Page, id: string): Promise<Look> =>
  part(page, id).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
    copy.drawImage(canvas, 0, 0);
    const image = copy.getImageData(0, 0, canvas.width, canvas.height);
    const words = new Uint32Array(image.data.buffer);
    let fingerprint = 17;
    for (const word of words) fingerprint = (Math.imul(fingerprint, 31) + word) | 0;
    return { colours: new Set(words).size, fingerprint };
  });

/** The game, as the player sees it. */
export const lookAtPicture = (page: Page): Promise<Look> => lookAtCanvas(page, 'picture');

/** A figure of the page as a number: "1,234" and "59.7 of 59.7" alike. */
export const figure = async (page: Page, id: string): Promise<number> =>
  Number.parseFloat(((await part(page, id).textContent()) ?? '').replaceAll(',', ''));

/** Fails with axe's own words when the page as it stands keeps anybody out. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const words = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}`).join('\n')}`,
  );
  expect(words.join('\n')).toBe('');
};

/** Errors of the page itself: exceptions, and whatever the browser logged as one. */
export const collectErrors = (page: Page): string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
};
