/**
 * The tools' door: the player's verbs and the memory map on top, through another binary, `eevee_tools.node`.
 * For labels, scoring, the reference player and tests; never for a session that a player from pixels plays.
 */
import { type Addon, loadAddon, type NativeToolsHost } from './addon.ts';
import { DoorHost } from './host.ts';
import { checkedBytes, checkedOptions, checkedWhole } from './open-options.ts';
import type { OpenOptions, ToolsHost } from './types.ts';

export type * from './types.ts';

const highestAddress = 0xffff_ffff;
const longestRead = 1 << 24;

class ToolsDoorHost extends DoorHost<NativeToolsHost> implements ToolsHost {
  readMemory(address: number, length: number): Uint8Array {
    return this.native.readMemory(
      checkedWhole('address', address, 0, highestAddress),
      checkedWhole('length', length, 0, longestRead),
    );
  }

  writeMemory(address: number, bytes: Uint8Array): void {
    this.native.writeMemory(
      checkedWhole('address', address, 0, highestAddress),
      checkedBytes('bytes', bytes),
    );
  }

  memoryMap(): ReturnType<ToolsHost['memoryMap']> {
    return this.native.memoryMap();
  }

  serialize(): Uint8Array {
    return this.native.serialize();
  }

  unserialize(state: Uint8Array): void {
    this.native.unserialize(checkedBytes('state', state));
  }
}

let addon: Addon<NativeToolsHost> | undefined;

/** Like `openHost` of the player's door, and throws the same. */
export const openToolsHost = (options: OpenOptions): ToolsHost => {
  const checked = checkedOptions(options);
  addon ??= loadAddon<NativeToolsHost>('eevee_tools.node');
  return new ToolsDoorHost(new addon.Host(checked));
};
