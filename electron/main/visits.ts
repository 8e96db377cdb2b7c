import { resolve } from 'node:path';
import { app } from 'electron';
import type { EngineWatch } from './engine-watch.ts';
import type { Files } from './files.ts';
import { askedFor, readLink } from './links.ts';
import type { MainWindow } from './window.ts';
import type { Words } from './words.ts';

/** What comes from outside: links and files of our own start, of a second instance, of the desktop. */
export class Visits {
  readonly #window: MainWindow;
  readonly #words: Words;
  /** ROMs that came before there was anything to take them. */
  readonly #early: string[] = [];
  #take = (roms: readonly string[]): void => void this.#early.push(...roms);

  constructor(window: MainWindow, words: Words) {
    this.#window = window;
    this.#words = words;
    app.on('open-url', (_event, link) => this.#follow(link));
  }

  /** Opens what a command line names; relative files are looked for from the folder it was typed in. */
  open(commandLine: readonly string[], folder: string): void {
    const { link, roms } = askedFor(commandLine);
    if (link) this.#follow(link);
    if (roms.length > 0) this.#take(roms.map((rom) => resolve(folder, rom)));
  }

  /** From now on ROMs go to the library, those that came before too. */
  begin(watch: EngineWatch, files: Files): void {
    this.#take = (roms) =>
      void watch.ready().then(async () => (await files.addRoms(roms)) && this.#window.visit('play'));
    if (this.#early.length > 0) this.#take(this.#early.splice(0));
  }

  /** Follows a link, or says why not. */
  #follow(link: string): void {
    const read = readLink(link);
    if ('room' in read) this.#window.visit(read.room);
    else
      this.#words.tell({
        code: 'configuration.invalid',
        message: read.refused,
        remedy: 'Nothing was done. Links that are known open a room: eevee://open/history.',
      });
  }
}
