import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux tells of plugs and batteries. */
const linuxFolder = '/sys/class/power_supply';
const everyMs = 5000;

const fieldOf = (folder: string, supply: string, field: string): string => {
  try {
    return readFileSync(join(folder, supply, field), 'utf8').trim();
  } catch {
    // A supply that was pulled out, or one that has no such field.
    return '';
  }
};

/** What tells mains from battery: which plugs carry power, and whether a battery of the computer is being used up. */
const powerIn = (folder: string): string => {
  const of = (supply: string): string[] => {
    // The battery of a mouse says nothing about the computer.
    if (fieldOf(folder, supply, 'scope') === 'Device') return [];
    const type = fieldOf(folder, supply, 'type');
    if (type === 'Battery') return [`${supply} ${fieldOf(folder, supply, 'status') === 'Discharging'}`];
    return [`${supply} ${fieldOf(folder, supply, 'online') === '1'}`];
  };
  try {
    return readdirSync(folder).sort().flatMap(of).join(', ');
  } catch {
    return '';
  }
};

/**
 * Notices that the computer was plugged in or unplugged, within seconds: a few small files, no process. Where the
 * system tells it otherwise (Windows, macOS) the desktop shell passes it on.
 */
export class PowerWatch {
  readonly #timer: NodeJS.Timeout;

  constructor(changed: () => void, folder: string = linuxFolder, periodMs: number = everyMs) {
    let before = powerIn(folder);
    this.#timer = setInterval(() => {
      const now = powerIn(folder);
      if (now === before) return;
      before = now;
      changed();
    }, periodMs).unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
