import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corePathsToTry } from '../../../engine/session/core-paths.ts';
import { openToolsHost, type ToolsHost } from '../../../native/tools.ts';
import { type Button, buttonMask, cellClasses } from '../../../protocol/words.ts';
import { type LoadedGame, loadGame } from '../../catalog.ts';
import type { FrameLabels } from '../labels.ts';
import { fileSize } from './file-size.ts';

/** Numbers of maps: places in maps/order.json. */
export const maps = { bedroom: 0, home: 1, town: 2, study: 3, weaver: 4, mill: 5, lane: 6, gatehouse: 7 };
/** Battery RAM as the processor sees it. */
const battery = { address: 0xa000, length: 0x2000 };

/** The game under test: a core with the ROM, buttons, and its memory by name. */
export class PlayedGame {
  readonly host: ToolsHost;
  readonly game: LoadedGame = loadGame('thistlevale');
  readonly #folder = mkdtempSync(join(tmpdir(), 'thistlevale-test-'));
  #frames = 0;

  /** `seed` null: as a player's own emulator would start it, without a seed. */
  constructor(seed: number | null, options: Record<string, string> = {}) {
    this.host = openToolsHost({
      core: firstCore(),
      rom: this.game.romPath,
      systemDir: join(this.#folder, 'system'),
      saveDir: join(this.#folder, 'saves'),
      setup: seed === null ? [] : this.game.setupFor(seed),
      options,
    });
  }

  get frames(): number {
    return this.#frames;
  }

  bytes(name: string): Uint8Array {
    const { address, length } = this.game.variable(name);
    return this.host.readMemory(address, length);
  }

  number(name: string): number {
    const bytes = this.bytes(name);
    return this.game.variable(name).type === 'u16le' ? bytes[0]! | (bytes[1]! << 8) : bytes[0]!;
  }

  /** All of work RAM, for comparing whole states. */
  workRam(): Uint8Array {
    return this.host.readMemory(0xc000, 0x1000);
  }

  labels(): FrameLabels {
    return this.game.labelFrame((name) => this.bytes(name));
  }

  wait(frames: number): void {
    this.hold([], frames);
  }

  hold(buttons: Button[], frames: number): void {
    this.host.run(frames, buttonMask(buttons));
    this.#frames += frames;
  }

  press(button: Button, pause = 6): void {
    this.hold([button], 2);
    this.wait(pause);
  }

  /** Runs frame by frame, with these buttons, until something holds; fails loudly when it never does. */
  until(what: string, holds: () => boolean, buttons: Button[] = [], limit = 600): void {
    for (let frame = 0; frame < limit; frame++) {
      if (holds()) return;
      this.hold(buttons, 1);
    }
    throw new Error(`${what} did not happen within ${limit} frames (map ${this.number('wCurMap')})`);
  }

  mode(): string {
    return this.labels().mode;
  }

  /** Turns text pages until the map can be walked again. */
  dismiss(): void {
    for (let page = 0; page < 200 && this.mode() !== 'overworld'; page++) this.press('a', 4);
    this.until('the map', () => this.mode() === 'overworld');
  }

  /** From power-on to the bedroom. */
  begin(): void {
    this.until('the title', () => this.mode() === 'title');
    this.wait(30);
    this.press('start', 20);
    this.dismiss();
  }

  batteryRam(): Uint8Array {
    return this.host.readMemory(battery.address, battery.length);
  }

  insertBatteryRam(bytes: Uint8Array): void {
    this.host.writeMemory(battery.address, bytes);
  }

  classAt(x: number, y: number): number {
    const block = this.bytes('wOverworldMap')[(y + 6) * this.number('wMapStride') + x + 6]!;
    return this.bytes('wBlockClass')[block]!;
  }

  position(): [number, number] {
    return [this.number('wPlayerX'), this.number('wPlayerY')];
  }

  close(): void {
    this.host.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const firstCore = (): string => {
  const paths = corePathsToTry([], '');
  const found = paths.find((path) => fileSize(path) > 0);
  if (!found) throw new Error(`No libretro core for the Game Boy in: ${paths.join(', ')}`);
  return found;
};

export const classNumber = (name: (typeof cellClasses)[number]): number => cellClasses.indexOf(name);
