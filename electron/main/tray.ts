import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { Session } from '../../protocol/sessions.ts';
import { places } from './paths.ts';
import { stateInWords } from './playing.ts';

/** What can be done from the tray. */
export interface TrayActions {
  show(): void;
  pauseOrGoOn(): void;
  takeOverOrHandBack(): void;
  quit(): void;
}

/** The menu for what is playing now: its first line says it, the others act on it. */
export const trayTemplate = (session: Session | null, actions: TrayActions): MenuItemConstructorOptions[] => {
  const acts = session !== null && session.state !== 'starting';
  return [
    { label: stateInWords(session), enabled: false },
    { type: 'separator' },
    { label: 'Show Eevee', click: actions.show },
    {
      label: session?.state === 'paused' ? 'Go on' : 'Pause',
      enabled: acts,
      click: actions.pauseOrGoOn,
    },
    {
      label: session && session.turn !== 'ai' ? 'Hand back to the AI' : 'Take over',
      enabled: acts,
      click: actions.takeOverOrHandBack,
    },
    { type: 'separator' },
    { label: 'Quit', click: actions.quit },
  ];
};

/** Side of the icon in pixels; desktops draw it at 16 to 24. */
const iconSide = 22;

/**
 * The icon beside the clock. Where a desktop has no place for one (no status notifier), nothing appears and
 * nothing else changes: everything in its menu is in the window too.
 */
export class StatusIcon {
  readonly #tray: Tray;
  readonly #actions: TrayActions;
  #shown = '';

  constructor(actions: TrayActions) {
    const icon = nativeImage.createFromPath(join(places().shell, 'icon.png'));
    this.#tray = new Tray(icon.resize({ width: iconSide, height: iconSide, quality: 'best' }));
    this.#actions = actions;
    this.#tray.on('click', actions.show);
    this.update(null);
  }

  /** Shows how things stand. A menu that is open is left alone while nothing changed. */
  update(session: Session | null): void {
    const shown = [stateInWords(session), session?.state, session?.turn].join('|');
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#tray.setToolTip(`Eevee: ${stateInWords(session)}`);
    this.#tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(session, this.#actions)));
  }
}
