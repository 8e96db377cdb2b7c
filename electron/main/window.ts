import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { LinkedRoom } from './links.ts';
import { pageUrl } from './page-files.ts';
import { PageRecovery } from './page-recovery.ts';
import { places, preloadFile } from './paths.ts';
import { leastSize, placeFor, type WindowPlace } from './window-place.ts';
import type { Words } from './words.ts';

const placeFile = (): string => join(app.getPath('userData'), 'window.json');

const readPlace = (): unknown => {
  try {
    return JSON.parse(readFileSync(placeFile(), 'utf8'));
  } catch {
    return null;
  }
};

const writePlace = (window: BrowserWindow): void => {
  const place: WindowPlace = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  try {
    writeFileSync(placeFile(), JSON.stringify(place));
  } catch (error) {
    // Not worth a word to the user: the window opens at its usual place next time.
    console.error(`The window's place was not saved: ${String(error)}`);
  }
};

const workAreas = () => screen.getAllDisplays().map(({ workArea }) => workArea);

/** The one window of the app. */
export class MainWindow {
  #window: BrowserWindow | null = null;
  #room: LinkedRoom | null = null;
  readonly #words: Words;

  constructor(words: Words) {
    this.#words = words;
  }

  get window(): BrowserWindow | null {
    return this.#window;
  }

  /** Whether somebody looks at it. */
  get inFront(): boolean {
    return this.#window?.isFocused() === true && !this.#window.isMinimized();
  }

  open(): void {
    const place = placeFor(readPlace(), workAreas());
    const window = new BrowserWindow({
      width: place.width,
      height: place.height,
      ...(place.x === null || place.y === null ? {} : { x: place.x, y: place.y }),
      minWidth: leastSize.width,
      minHeight: leastSize.height,
      title: 'Eevee',
      icon: join(places().shell, 'icon.png'),
      show: false,
      autoHideMenuBar: true,
      // The page's own colour, so that a large window does not flash white while it loads.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f1115' : '#f3f4f6',
      webPreferences: {
        preload: preloadFile(),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        // The game goes on while the window is behind another one; so must its picture when it comes back.
        backgroundThrottling: true,
      },
    });
    this.#window = window;
    this.#words.show(window.webContents);
    if (place.maximized) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', () => writePlace(window));
    window.on('closed', () => {
      this.#window = null;
      this.#words.show(null);
    });
    // Its screen was unplugged: some desktops leave the window where nobody can reach it.
    const bringBack = () => this.#bringBack();
    screen.on('display-removed', bringBack);
    window.on('closed', () => screen.off('display-removed', bringBack));
    new PageRecovery(window, this.#words);
    void window.loadURL(this.#room ? `${pageUrl}#${this.#room}` : pageUrl);
  }

  /** Shows a room of the page, now or as soon as there is a page. */
  visit(room: LinkedRoom): void {
    this.#room = room;
    if (!this.#window) return;
    // Another fragment of the same address: the page goes there without being loaded again.
    void this.#window.loadURL(`${pageUrl}#${room}`).catch(() => {});
    this.show();
  }

  /** Brings it to the front. */
  show(): void {
    if (!this.#window) return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Moves it to a screen that is there. */
  #bringBack(): void {
    const window = this.#window;
    if (!window) return;
    const now = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    const place = placeFor(now, workAreas());
    if (place.x !== null) return;
    window.setSize(place.width, place.height);
    window.center();
  }
}
