import { afterAll, beforeAll, expect, test } from 'vitest';
import { cartridge } from '../engine/library/testing/cartridges.ts';
import { buildUi } from '../scripts/build-ui.js';
import { artifact, temporaryFolder } from './support/folders.ts';
import { drawnAfter, expectAccessible, part, soon } from './support/play-page.ts';
import { openWindow, type TestWindow } from './support/window.ts';
import { type Display, openDisplay } from './support/xvfb.ts';

/** The window as its icon opens it: nobody said what to start. */
let window: TestWindow;
let display: Display;
const data = temporaryFolder('library-window');

beforeAll(async () => {
  await buildUi({ log: () => {} });
  display = await openDisplay();
  window = await openWindow({ DISPLAY: display.name, EEVEE_DATA_DIR: data.path });
});

afterAll(async () => {
  await window?.quit();
  await display?.close();
  data.remove();
});

test('the first start is one button, and a minute later the AI has long been playing', async () => {
  const { page } = window;
  await part(page, 'welcome').waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: artifact('window-welcome.png') });
  await part(page, 'start-button').click();
  await drawnAfter(page, 60);
  await part(page, 'action').waitFor();
  await part(page, 'stop-button').click();
  await part(page, 'end-card').getByRole('button', { name: 'Something else' }).click();
});

test('a ROM is dropped on the window as on the page, and pictures from play are shown', async () => {
  const { page } = window;
  await part(page, 'library').waitFor();
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'Harbour Lights.gb'));
    transfer.items.add(new File(['no ROM at all'], 'letter.txt'));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
      );
  }, Buffer.from(cartridge()).toString('base64'));
  await soon(() => part(page, 'taken-files').textContent()).toContain('1 added, 1 not');
  const words = await part(page, 'taken-files').textContent();
  expect(words).toContain('Harbour Lights is in the library now.');
  expect(words).toContain('letter.txt is a text file, not a ROM.');
  await soon(() => part(page, 'game').count()).toBe(2);
  // The window allows no images but its own files; the game's picture is drawn all the same.
  await part(page, 'art').first().locator('canvas').waitFor();
  await page.screenshot({ path: artifact('window-library.png') });
});
