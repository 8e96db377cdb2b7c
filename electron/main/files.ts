import { basename } from 'node:path';
import { app, type BrowserWindow, dialog, session, shell } from 'electron';
import type { ShownFolder } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';
import { askEngine, problemOf } from './engine-client.ts';
import type { EngineWatch } from './engine-watch.ts';
import type { Words } from './words.ts';

const notThere: Problem = {
  code: 'internal',
  message: 'The engine is not there just now.',
  remedy: 'Try again in a moment: it is started again by itself.',
};

/** What the shell does with files and folders, through the desktop's own dialogs. */
export class Files {
  readonly #watch: EngineWatch;
  readonly #words: Words;

  constructor(watch: EngineWatch, words: Words) {
    this.#watch = watch;
    this.#words = words;
  }

  /** Asks for ROMs and adds them to the library. True when one was added. */
  async chooseRoms(window: BrowserWindow | null): Promise<boolean> {
    const options: Electron.OpenDialogOptions = {
      title: 'Add a game',
      buttonLabel: 'Add',
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: 'Game Boy games', extensions: ['gb', 'gbc', 'gba', 'sgb'] },
        { name: 'All files', extensions: ['*'] },
      ],
    };
    const { filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    return this.addRoms(filePaths);
  }

  /** Adds ROMs to the library; what is wrong with one is told by its name. True when one was added. */
  async addRoms(paths: readonly string[]): Promise<boolean> {
    let added = false;
    for (const path of paths) {
      const address = this.#watch.address();
      try {
        if (!address) throw new Error(notThere.message);
        await askEngine(address, '/v1/library', { method: 'POST', body: { path } });
        added = true;
      } catch (error) {
        this.#words.tell(address ? problemOf(error, `${basename(path)} could not be added`) : notThere);
      }
    }
    return added;
  }

  /** Shows the data folder, or that of its logs, in the desktop's file manager. */
  async open(which: ShownFolder): Promise<void> {
    const address = this.#watch.address();
    if (!address) return this.#words.tell(notThere);
    try {
      const storage = (await askEngine(address, '/v1/storage')) as Record<typeof which, string>;
      const fault = await shell.openPath(storage[which]);
      if (fault)
        this.#words.tell({
          code: 'internal',
          message: `${storage[which]} could not be opened: ${fault}.`,
          remedy: 'Open it in your file manager.',
          tried: [storage[which]],
        });
    } catch (error) {
      this.#words.tell(problemOf(error, 'The folder could not be opened'));
    }
  }
}

/** Whatever the page exports is saved where the user says, never somewhere by itself. */
export const askWhereToSave = (): void => {
  session.defaultSession.on('will-download', (_event, item) => {
    const name = item.getFilename();
    const extension = /\.(\w+)$/.exec(name)?.[1];
    item.setSaveDialogOptions({
      title: 'Save the export',
      defaultPath: `${app.getPath('documents')}/${name}`,
      ...(extension ? { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] } : {}),
    });
  });
};
