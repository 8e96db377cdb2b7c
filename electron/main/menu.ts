import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Files } from './files.ts';

const view: MenuItemConstructorOptions = {
  label: 'View',
  submenu: [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ],
};

/**
 * The keys that every window has, and what needs the desktop; the bar itself stays hidden where the system allows.
 * @param onAdded a game was added: it can be seen in the room Play
 */
export const setUpMenu = (files: Files, onAdded: () => void): void => {
  const addGame = async (): Promise<void> => {
    if (await files.chooseRoms(BrowserWindow.getFocusedWindow())) onAdded();
  };
  const file: MenuItemConstructorOptions = {
    label: 'File',
    submenu: [
      { label: 'Add a game…', accelerator: 'CommandOrControl+O', click: () => void addGame() },
      { type: 'separator' },
      { role: process.platform === 'darwin' ? 'close' : 'quit' },
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [
      { label: 'Open the data folder', click: () => void files.open('folder') },
      { label: 'Open the folder of logs', click: () => void files.open('logs') },
    ],
  };
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, file, { role: 'editMenu' }, view, help]));
};
