/**
 * The player's door: runs a core, presses buttons, sees frames. Neither here nor in the binary behind it,
 * `eevee.node`, is there a verb that reads the game's memory.
 */
import { type Addon, loadAddon, type NativeHost } from './addon.ts';
import { DoorHost } from './host.ts';
import { checkedOptions, checkedPath } from './open-options.ts';
import type { CoreInfo, Host, OpenOptions } from './types.ts';

export type * from './types.ts';

let addon: Addon<NativeHost> | undefined;
const loaded = (): Addon<NativeHost> => {
  addon ??= loadAddon<NativeHost>('eevee.node');
  return addon;
};

/**
 * Asks a core for its name, without a game. May be called while a host is open.
 * @throws resource.core-missing, resource.core-architecture, resource.core-invalid, resource.addon-missing
 */
export const inspectCore = (path: string): CoreInfo => loaded().inspectCore(checkedPath('core', path));

/**
 * Loads core and game on a frame thread of their own.
 * @throws resource.core-*, resource.rom-*, resource.core-busy where this process has a host already,
 *   configuration.invalid, resource.folder-read-only, session.core-hung, resource.addon-missing
 */
export const openHost = (options: OpenOptions): Host => {
  const checked = checkedOptions(options);
  return new DoorHost(new (loaded().Host)(checked));
};
