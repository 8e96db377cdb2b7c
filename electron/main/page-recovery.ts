import { app, type BrowserWindow, dialog } from 'electron';
import { askedFor } from './links.ts';
import { pageWasLost } from './options.ts';
import type { Words } from './words.ts';

/** Crashes of the page within this time are one illness, and after three of them loading again is no cure. */
const illnessMs = 60_000;
/** A page that is loaded again is there by then, on slow disks too, or never will be. */
const loadsWithinMs = 15_000;
/** A page that ends because its window closes is followed by the window's end within this time. */
const closesWithinMs = 500;

/**
 * Brings back a page whose process died, and says so: the game is the engine's and goes on meanwhile. Where no process
 * can be made for it any more, the whole app starts again. A page that keeps dying is left to the user.
 */
export class PageRecovery {
  readonly #window: BrowserWindow;
  readonly #words: Words;
  #crashes: number[] = [];
  #waiting: NodeJS.Timeout | undefined;

  constructor(window: BrowserWindow, words: Words) {
    this.#window = window;
    this.#words = words;
    const { webContents } = window;
    webContents.on('render-process-gone', (_event, { reason }) => this.#gone(reason));
    webContents.on('did-finish-load', () => clearTimeout(this.#waiting));
    window.on('closed', () => clearTimeout(this.#waiting));
  }

  #gone(reason: string): void {
    clearTimeout(this.#waiting);
    if (reason === 'launch-failed') this.#startAgain();
    // So it is called, too, where nothing is left that could tell how the process ended.
    else if (reason === 'clean-exit')
      this.#waiting = setTimeout(() => this.#recover('ended'), closesWithinMs);
    else this.#recover(reason);
  }

  #recover(reason: string): void {
    if (this.#window.isDestroyed()) return;
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < illnessMs), now];
    if (this.#crashes.length > 3) {
      void this.#askWhatToDo(reason);
      return;
    }
    this.#words.tell({
      code: 'internal',
      message: `The page crashed (${reason}) and was loaded again.`,
      remedy: 'The game went on meanwhile; nothing is lost. If this happens often, please report it.',
    });
    this.#load();
  }

  #load(): void {
    this.#waiting = setTimeout(() => this.#startAgain(), loadsWithinMs);
    this.#window.webContents.reload();
  }

  /** Ends the app, which saves the game, and opens it anew. */
  #startAgain(): void {
    console.error('No process can be made for the page any more: the app starts again.');
    Object.assign(process.env, pageWasLost);
    // What this one was opened with has come in already.
    const { link, roms } = askedFor(process.argv);
    const args = process.argv.slice(1).filter((word) => word !== link && !roms.includes(word));
    app.relaunch({ args });
    app.quit();
  }

  async #askWhatToDo(reason: string): Promise<void> {
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'error',
      title: 'Eevee',
      message: 'The page keeps crashing.',
      detail: `Its process ended again (${reason}). The game goes on in the engine; quitting saves it.`,
      buttons: ['Load it again', 'Quit'],
      cancelId: 1,
    });
    if (response === 1) return app.quit();
    this.#crashes = [];
    if (!this.#window.isDestroyed()) this.#load();
  }
}
