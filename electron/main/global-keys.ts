import { globalShortcut } from 'electron';
import type { Problem } from '../../protocol/errors.ts';

/** A key that is heard whatever window is in front. `setting`: what it is called in Settings. */
export interface GlobalKey {
  setting: string;
  press(): void;
}

const taken = ({ setting }: GlobalKey, key: string): Problem => ({
  code: 'configuration.invalid',
  message: `The key ${key} (${setting}) cannot be used: another program has it, or this desktop gives none away.`,
  remedy: 'Choose another one in Settings, or none.',
  field: setting,
  value: key,
});

/** Keeps each global key registered as the settings have it; an empty one is none. */
export class GlobalKeys {
  readonly #tell: (problem: Problem) => void;
  readonly #registered = new Map<GlobalKey, string>();

  constructor(tell: (problem: Problem) => void) {
    this.#tell = tell;
  }

  /** Says so, once, where a key cannot be had. */
  set(one: GlobalKey, key: string): void {
    const before = this.#registered.get(one) ?? '';
    if (before === key) return;
    if (before && globalShortcut.isRegistered(before)) globalShortcut.unregister(before);
    this.#registered.set(one, key);
    if (key && !this.#register(one, key)) this.#tell(taken(one, key));
  }

  /** Gives all of them back to the desktop. */
  release(): void {
    globalShortcut.unregisterAll();
    this.#registered.clear();
  }

  #register(one: GlobalKey, key: string): boolean {
    try {
      return globalShortcut.register(key, one.press);
    } catch {
      // No key of this name.
      return false;
    }
  }
}
