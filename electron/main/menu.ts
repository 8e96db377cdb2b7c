import { Menu, type MenuItemConstructorOptions } from 'electron';

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

/** Just the keys that every window has; the bar itself stays hidden where the system allows. */
export const setUpMenu = (): void => {
  const first: MenuItemConstructorOptions =
    process.platform === 'darwin' ? { role: 'appMenu' } : { role: 'fileMenu' };
  Menu.setApplicationMenu(Menu.buildFromTemplate([first, { role: 'editMenu' }, view]));
};
