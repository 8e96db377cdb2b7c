import { Notification } from 'electron';
import type { News } from './playing.ts';

/** Kept until they are closed: one that is collected would no longer hear its click. */
const open = new Set<Notification>();

/** Tells on the desktop what happened. A click on it leads to where it can be seen. */
export const notify = ({ title, body, room }: News, visit: (room: News['room']) => void): void => {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  open.add(notification);
  notification.on('click', () => visit(room));
  notification.on('close', () => open.delete(notification));
  notification.show();
};
