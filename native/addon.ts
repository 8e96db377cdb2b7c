import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mending } from './mending.ts';
import type { CheckedEyes } from './open-options.ts';
import { NativeError } from './problem.ts';
import type { CoreInfo, HostInfo, HostMetrics, InputRun, SourceMetrics, WindowFacts } from './types.ts';
import type { NativeView, NativeWindow } from './window-options.ts';

/** What the binary's `Host` takes: `OpenOptions` with every default filled in. */
export interface NativeOptions {
  core: string;
  rom: string;
  systemDir: string;
  saveDir: string;
  setup: { address: number; bytes: Uint8Array }[];
  options: Record<string, string>;
  hangTimeoutMs: number;
}

/** The class `Host` of either binary (native/napi/host_door.h). It trusts the types of its arguments. */
export interface NativeHost {
  info(): HostInfo;
  ringBytes(): number;
  attachRing(ring: Uint8Array): void;
  attachEyes(...eyes: CheckedEyes): void;
  run(frames: number, buttons: number): void;
  setButtons(buttons: number): void;
  startClock(speed: number): void;
  setSpeed(speed: number): void;
  stopClock(): void;
  saveState(path: string): { frame: number; bytes: number };
  loadState(path: string): { frame: number };
  keepState(): { id: number; frame: number };
  recallState(id: number): void;
  writeKept(id: number, path: string): { frame: number; bytes: number };
  dropKept(id: number): void;
  keptBytes(): number;
  takeInputs(): InputRun[];
  readAudio(into: Int16Array): number;
  metrics(): Omit<HostMetrics, 'residentBytes'>;
  resetMetrics(): void;
  close(): void;
}

/** The tools' binary has these on top. */
export interface NativeToolsHost extends NativeHost {
  readMemory(address: number, length: number): Uint8Array;
  writeMemory(address: number, bytes: Uint8Array): void;
  memoryMap(): { start: number; length: number; writable: boolean; name: string }[];
  serialize(): Uint8Array;
  unserialize(state: Uint8Array): void;
}

/** The class `SourceHost` of either binary (native/napi/source_door.h): a window or a file of frames. */
export interface NativeSourceHost {
  rate(): number;
  ringBytes(): number;
  attachRing(ring: Uint8Array): void;
  attachEyes(...eyes: CheckedEyes): void;
  run(frames: number, buttons: number): void;
  setButtons(buttons: number): void;
  startClock(speed: number): void;
  stopClock(): void;
  metrics(): Omit<SourceMetrics, 'residentBytes'>;
  resetMetrics(): void;
  close(): void;
}

/** An input or output of a network; `value = (code − zero) · scale`. */
export interface TensorInfo {
  name: string;
  /** As in the file; the first, the batch, is 1. */
  dims: number[];
  /** Of one sample. */
  elements: number;
  scale: number;
  zero: number;
}

/** The class `Network` of either binary (native/napi/infer_door.h). */
export interface NativeNetwork {
  inputs(): TensorInfo[];
  outputs(): TensorInfo[];
  isa(): string;
  macs(): number;
  run(inputs: readonly Uint8Array[], batch: number): Float32Array[];
  timeRuns(runs: number, pauseUs: number, batch: number): Float64Array;
}

export interface Addon<H extends NativeHost> {
  Network: new (bytes: Uint8Array, maxBatch: number) => NativeNetwork;
  inspectCore(path: string): CoreInfo;
  listWindows(display: string): WindowFacts[];
  Host: new (options: NativeOptions) => H;
  SourceHost: new (
    options: NativeView & ({ window: NativeWindow } | { file: string; loop: boolean }),
  ) => NativeSourceHost;
}

/** The Node-API version the binaries are built for: Node 18.17, 20.3, 21 and Electron 27 have it. */
const napiVersion = 9;

/**
 * Loads one of the addon's binaries: from the folder in EEVEE_NATIVE_DIR where that is set, else from
 * `build/` beside this file. In a packaged Electron app this file lies in app.asar, from which no library
 * can be loaded; there the binary is unpacked beside it.
 *
 * @throws resource.addon-missing where no file is there, or where it cannot be loaded
 */
export const loadAddon = <H extends NativeHost>(file: 'eevee.node' | 'eevee_tools.node'): Addon<H> => {
  if (!(Number(process.versions.napi) >= napiVersion)) {
    throw new NativeError({
      code: 'resource.addon-missing',
      message: `The native addon needs Node-API ${napiVersion}; this Node ${process.versions.node} has ${process.versions.napi}.`,
      ...mending({
        remedy: 'Start the program with npm start, which brings the Node it needs.',
        command: 'npm start',
      }),
    });
  }
  const tried = candidates(file);
  const path = tried.find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new NativeError({
      code: 'resource.addon-missing',
      message: `The native addon ${file} is not there.`,
      tried,
      ...mending({
        remedy: 'Run npm start, which builds it, or build it alone with node native/build.js.',
        command: 'npm start',
      }),
    });
  }
  try {
    return createRequire(import.meta.url)(path) as Addon<H>;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new NativeError(
      {
        code: 'resource.addon-missing',
        message: `The native addon ${path} cannot be loaded: ${why}`,
        tried: [path],
        ...mending({
          remedy: 'Build it again on this computer: delete native/build, then npm start.',
          command: 'node native/build.js',
        }),
      },
      { cause },
    );
  }
};

const candidates = (file: string): string[] => {
  const folder = process.env['EEVEE_NATIVE_DIR'];
  // A folder that was named is the only one meant: falling back would hide that it is wrong.
  if (folder) return [join(folder, file)];
  const beside = fileURLToPath(new URL(`./build/${file}`, import.meta.url));
  const unpacked = beside.replace(/\bapp\.asar\b/, 'app.asar.unpacked');
  return unpacked === beside ? [beside] : [unpacked, beside];
};
