import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cartridge } from '../engine/library/testing/cartridges.ts';
import type { Added, LibraryEntry } from '../protocol/library.ts';
import type { TestEngine } from './support/engine.ts';
import { artifact, temporaryFolder } from './support/folders.ts';
import { drawnAfter, expectAccessible, part, soon } from './support/play-page.ts';
import { openTestPage, type TestPage } from './support/test-page.ts';

let opened: TestPage;
let engine: TestEngine;
let page: Page;
let errors: string[];
const files = temporaryFolder('roms');

beforeAll(async () => {
  opened = await openTestPage();
  ({ engine, page, errors } = opened);
});

afterAll(async () => {
  await opened?.close();
  files.remove();
});

const library = () => engine.get<LibraryEntry[]>('/v1/library');
/** A card by its title. */
const card = (title: string) => part(page, 'game').filter({ hasText: title });
const lines = () => part(page, 'taken-files').locator('li');

/** Looks at the page as it stands, in both themes. */
const look = async (name: string): Promise<void> => {
  for (const scheme of ['dark', 'light']) {
    await page.waitForTimeout(300);
    await expectAccessible(page);
    await page.screenshot({ path: artifact(`library-${name}-${scheme}.png`) });
    await part(page, 'scheme-button').click();
  }
};

interface Dropped {
  name: string;
  bytes: Uint8Array;
}

/** Drags files over the window and, unless told otherwise, lets them go: the events that a browser would send. */
const drag = (dropped: Dropped[], letGo = true) =>
  page.evaluate(
    ({ given, drop }) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      const send = (type: string) =>
        document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
        );
      send('dragenter');
      send('dragover');
      send(drop ? 'drop' : 'dragleave');
    },
    {
      given: dropped.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
      drop: letGo,
    },
  );

describe('the first start', () => {
  test('is one button', async () => {
    await part(page, 'welcome').waitFor();
    expect(await part(page, 'start-button').count()).toBe(1);
    expect(await part(page, 'library').count()).toBe(0);
    await look('welcome');
  });

  test('and the AI plays well within a minute; it is not asked again', async () => {
    const began = performance.now();
    await page.reload();
    // Enter alone: the button has the focus.
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe(
      'start-button',
    );
    await page.keyboard.press('Enter');
    await drawnAfter(page, 30);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(await engine.session()).toMatchObject({ player: 'eyes', state: 'running' });
    await part(page, 'stop-button').click();
    await part(page, 'end-card').getByRole('button', { name: 'Something else' }).click();
    await part(page, 'library').waitFor();
    await part(page, 'resume-strip').waitFor();
  });
});

describe('dropping', () => {
  test('shows what can be dropped while the pointer is over the window', async () => {
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'a.gb'));
      document.body.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer: transfer }));
    });
    await part(page, 'drop-overlay').waitFor();
    await page.screenshot({ path: artifact('library-drop.png') });
    await drag([{ name: 'a.gb', bytes: new Uint8Array(1) }], false);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'a.gb'));
      document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true, dataTransfer: transfer }));
    });
    await part(page, 'drop-overlay').waitFor({ state: 'detached' });
  });

  test('a ROM is added, and said to be there the second time', async () => {
    await drag([{ name: 'Quiet Harbour (World).gb', bytes: cartridge() }]);
    await soon(() => lines().textContent()).toContain('Quiet Harbour is in the library now.');
    await card('Quiet Harbour').waitFor();
    expect(await card('Quiet Harbour').textContent()).toContain('does not know this game');
    await drag([{ name: 'same.gb', bytes: cartridge() }]);
    await soon(() => lines().textContent()).toContain('which is in the library already');
    expect(await part(page, 'game').count()).toBe(2);
  });

  test('several files at once have a result each, and wrong ones say what can be dropped', async () => {
    const text = new TextEncoder().encode('x'.repeat(100));
    await drag([
      { name: 'Second Isle.gb', bytes: cartridge('SECOND', 2) },
      { name: 'holiday.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]) },
      { name: 'notes.txt', bytes: text },
      { name: 'game.sav', bytes: new Uint8Array(8192) },
      { name: 'empty.gb', bytes: new Uint8Array() },
      { name: 'huge.gb', bytes: new Uint8Array(34 * 1024 * 1024) },
    ]);
    await soon(() => part(page, 'taken-files').textContent()).toContain('1 added, 5 not');
    const said = await lines().allTextContents();
    expect(said[0]).toContain('Second Isle is in the library now.');
    expect(said[1]).toMatch(/holiday\.png is a picture, not a ROM\..*\.gb, \.gbc/);
    expect(said[2]).toContain('notes.txt');
    expect(said[3]).toContain('game.sav is a saved game, not a ROM.');
    expect(said[4]).toContain('empty.gb is empty.');
    expect(said[5]).toContain('huge.gb has 34 MB, more than any cartridge.');
    await look('results');
    await part(page, 'taken-files').getByRole('button').last().click();
    await part(page, 'taken-files').waitFor({ state: 'detached' });
  });

  test('the file button does the same for whoever has no mouse', async () => {
    const path = join(files.path, 'By Button.gb');
    writeFileSync(path, cartridge('BUTTON', 3));
    const chooser = page.waitForEvent('filechooser');
    await part(page, 'add-button').focus();
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(path);
    await card('By Button').waitFor();
  });
});

describe('the library', () => {
  test('a card plays with one click; a game that nobody knows is played by hand', async () => {
    await card('Quiet Harbour').getByRole('button', { name: 'Play Quiet Harbour' }).click();
    await drawnAfter(page, 5);
    expect(await engine.session()).toMatchObject({ title: 'Quiet Harbour', player: 'none', turn: 'player' });
    await part(page, 'stop-button').click();
    await part(page, 'end-card').getByRole('button', { name: 'Something else' }).click();
    await part(page, 'library').waitFor();
    expect((await part(page, 'game').first().textContent()) ?? '').toContain('Quiet Harbour');
  });

  test('a picture from play is on the card', async () => {
    const box = () => library().then((all) => all.find(({ game }) => game !== null)!);
    const { id } = await engine.post<{ id: string }>('/v1/sessions', { entry: (await box()).id, speed: 8 });
    await soon(async () => (await box()).art).toBeGreaterThan(0);
    await page.waitForTimeout(3000);
    await engine.post(`/v1/sessions/${id}/stop`);
    await page.reload();
    await part(page, 'library').waitFor();
    const art = page.locator(`[data-game="${(await box()).id}"] canvas`);
    const colours = () =>
      art.evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
      });
    await soon(colours).toBeGreaterThan(2);
    await look('cards');
  });

  test('arrow keys go from game to game, Enter plays, and the menu has the rest', async () => {
    await part(page, 'start-button').first().focus();
    await page.keyboard.press('ArrowRight');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toBe(await part(page, 'start-button').nth(1).getAttribute('aria-label'));
    await card('Second Isle').getByTestId('more-button').click();
    await part(page, 'rename-button').click();
    await part(page, 'rename-input').fill('Third Isle');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await card('Third Isle').waitFor();
    await card('Third Isle').getByTestId('more-button').click();
    await expectAccessible(page);
    await page.screenshot({ path: artifact('library-menu.png') });
    await card('Third Isle').getByTestId('remove-button').click();
    await card('Third Isle').waitFor({ state: 'detached' });
    await part(page, 'undo-button').click();
    await card('Third Isle').waitFor();
  });

  test('a start with options opens as the game was played last', async () => {
    await page.locator('[data-testid="game"]', { hasText: 'Goal' }).or(part(page, 'game')).last().waitFor();
    const box = (await library()).find(({ game }) => game !== null)!;
    await page.locator(`[data-game="${box.id}"]`).getByTestId('more-button').click();
    await part(page, 'options-button').click();
    const dialog = page.getByRole('dialog', { name: `Start ${box.title}` });
    await dialog.waitFor();
    expect(await dialog.getByRole('combobox', { name: 'Speed' }).inputValue()).toBe('8×');
    await page.waitForTimeout(300);
    await expectAccessible(page);
    await page.screenshot({ path: artifact('library-options.png') });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await card('By Button').getByTestId('more-button').click();
    await part(page, 'options-button').click();
    await page.getByRole('dialog').getByText('does not know this game').waitFor();
    await page.waitForTimeout(300);
    await page.screenshot({ path: artifact('library-options-unknown.png') });
    await page.keyboard.press('Escape');
  });

  test('a file that was moved or changed says so, and is put right in place', async () => {
    const folder = join(files.path, 'far');
    mkdirSync(folder);
    const [moved, changed] = [join(folder, 'Moved Away.gb'), join(folder, 'Patched.gb')];
    writeFileSync(moved, cartridge('MOVED', 4));
    writeFileSync(changed, cartridge('CHANGED', 5));
    await engine.post<Added>('/v1/library', { path: moved });
    await engine.post<Added>('/v1/library', { path: changed });
    rmSync(moved);
    writeFileSync(changed, cartridge('CHANGED', 6));
    await page.reload();
    await soon(() => card('Moved Away').getByTestId('file-state').textContent()).toBe('Moved or deleted');
    await soon(() => card('Patched').getByTestId('file-state').textContent()).toBe(
      'Changed since it was added',
    );
    expect(await card('Moved Away').getByTestId('start-button').isDisabled()).toBe(true);
    await look('moved');
    await card('Patched').getByTestId('use-new-button').click();
    await card('Patched').getByTestId('click-words').waitFor();

    const find = async (bytes: Uint8Array) => {
      const chooser = page.waitForEvent('filechooser');
      await card('Moved Away').getByTestId('locate-button').click();
      await (await chooser).setFiles({ name: 'found.gb', mimeType: '', buffer: Buffer.from(bytes) });
    };
    await find(cartridge('OTHER', 7));
    await soon(() => lines().textContent()).toContain('another ROM than Moved Away was');
    await page.screenshot({ path: artifact('library-other-rom.png') });
    await find(cartridge('MOVED', 4));
    await soon(() => lines().textContent()).toContain('Moved Away was found again.');
    await card('Moved Away').getByTestId('click-words').waitFor();
  });

  test('many games can be searched, also in a narrow window', async () => {
    for (let n = 10; n < 16; n += 1) {
      const path = join(files.path, `Island ${n}.gb`);
      writeFileSync(path, cartridge(`I${n}`, n));
      await engine.post<Added>('/v1/library', { path });
    }
    await page.setViewportSize({ width: 720, height: 900 });
    await page.reload();
    await part(page, 'search').fill('island 1');
    await soon(() => part(page, 'game').count()).toBe(6);
    await part(page, 'search').fill('nowhere');
    await page.getByText('No game is called “nowhere”.').waitFor();
    await part(page, 'search').fill('');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await look('narrow');
    await page.setViewportSize({ width: 1440, height: 960 });
  });

  test('nothing went wrong on the page itself', () => {
    // The browser logs each refused request by itself.
    expect(errors.filter((error) => !error.includes('status of 4'))).toEqual([]);
  });
});
