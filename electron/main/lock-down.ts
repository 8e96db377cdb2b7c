import { app, session } from 'electron';
import { isPageUrl } from './page-files.ts';

/**
 * What the page may ask the browser for. Everything else is refused: no camera, no notifications, nothing.
 * Newer Chromium asks before a page reaches this machine's own addresses, which is where the engine is; the
 * content security policy narrows that to the engine alone.
 */
const allowed = new Set(['clipboard-sanitized-write', 'local-network-access', 'loopback-network']);

/** Leaves the window no way to go anywhere or to open anything but the page. Before Electron is ready. */
export const lockDown = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    // The page may load itself again; there is nowhere else for it to go.
    const stay = (event: Electron.Event<{ url: string }>) => {
      if (!isPageUrl(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
      answer(allowed.has(permission) && isPageUrl(contents.getURL())),
    );
    session.defaultSession.setPermissionCheckHandler(
      (_contents, permission, origin) => allowed.has(permission) && isPageUrl(origin),
    );
    session.defaultSession.setDevicePermissionHandler(() => false);
  });
};
