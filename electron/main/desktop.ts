import { app } from 'electron';
import type { EngineWatch } from './engine-watch.ts';
import { GlobalKeys } from './global-keys.ts';
import { notify } from './notifications.ts';
import { liveSession, newsBetween } from './playing.ts';
import { StatusIcon } from './tray.ts';
import type { MainWindow } from './window.ts';
import type { Words } from './words.ts';

/** Everything that shows what the engine does, and acts on it, outside of the page: icon, keys, notifications. */
export const setUpDesktop = (watch: EngineWatch, window: MainWindow, words: Words): void => {
  // What is refused, because nothing plays any more, is nothing to tell: the page shows it.
  const pauseOrGoOn = () => void watch.pauseOrGoOn().catch(() => {});
  const takeOverOrHandBack = () => void watch.takeOverOrHandBack().catch(() => {});
  const tray = new StatusIcon({
    show: () => window.show(),
    pauseOrGoOn,
    takeOverOrHandBack,
    quit: () => app.quit(),
  });
  const keys = new GlobalKeys((problem) => words.tell(problem));
  const pause = { setting: 'Pause from anywhere', press: pauseOrGoOn };
  const takeOver = { setting: 'Take over from anywhere', press: takeOverOrHandBack };
  app.on('will-quit', () => keys.release());
  let notifies = true;
  watch.onSettings(({ pauseKey, takeOverKey, notifications }) => {
    keys.set(pause, pauseKey);
    keys.set(takeOver, takeOverKey);
    notifies = notifications !== 'off';
  });
  watch.onChange((now, before) => {
    tray.update(liveSession(now));
    if (!notifies || window.inFront) return;
    for (const news of newsBetween(before, now)) notify(news, (room) => window.visit(room));
  });
};
