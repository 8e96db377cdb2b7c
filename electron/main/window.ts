import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { pageUrl } from './page-files.ts';
import { preloadFile } from './paths.ts';
import { leastSize, placeFor, type WindowPlace } from './window-place.ts';

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

/** The one window of the app. */
export class MainWindow {
  #window: BrowserWindow | null = null;
  #crashes = 0;

  open(): void {
    const place = placeFor(
      readPlace(),
      screen.getAllDisplays().map(({ workArea }) => workArea),
    );
    const window = new BrowserWindow({
      width: place.width,
      height: place.height,
      ...(place.x === null || place.y === null ? {} : { x: place.x, y: place.y }),
      minWidth: leastSize.width,
      minHeight: leastSize.height,
      title: 'Eevee',
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
    if (place.maximized) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', () => writePlace(window));
    window.on('closed', () => {
      this.#window = null;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => this.#recover(window, reason));
    void window.loadURL(pageUrl);
  }

  /** Brings it to the front. */
  show(): void {
    if (!this.#window) return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Loads the page again after its process died; a page that keeps dying is left alone. */
  #recover(window: BrowserWindow, reason: string): void {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    this.#crashes += 1;
    console.error(`The page's process ended: ${reason}.`);
    if (this.#crashes <= 3) window.webContents.reload();
  }
}
