import type { NativeOptions } from './addon.ts';
import { invalid } from './problem.ts';
import type { EyesWords, LettersModel, OpenOptions } from './types.ts';

const standardHangTimeoutMs = 1000;
const longestHangTimeoutMs = 600_000;

/** Checks what was given to `openHost` and fills in the defaults; throws `configuration.invalid`. */
export const checkedOptions = (given: OpenOptions): NativeOptions => {
  if (typeof given !== 'object' || given === null) throw invalid('options', given, 'an object');
  const { setup = [], options = {}, hangTimeoutMs = standardHangTimeoutMs } = given;
  if (!Array.isArray(setup)) throw invalid('setup', setup, 'a list of writes');
  if (typeof options !== 'object' || options === null) throw invalid('options', options, 'an object');
  if (!(hangTimeoutMs >= 1 && hangTimeoutMs <= longestHangTimeoutMs)) {
    throw invalid('hangTimeoutMs', hangTimeoutMs, `between 1 and ${longestHangTimeoutMs} milliseconds`);
  }
  return {
    core: checkedPath('core', given.core),
    rom: checkedPath('rom', given.rom),
    systemDir: checkedPath('systemDir', given.systemDir),
    saveDir: checkedPath('saveDir', given.saveDir),
    setup: setup.map((write, index) => ({
      address: checkedWhole(`setup.${index}.address`, write?.address, 0, 0xffff_ffff),
      bytes: checkedBytes(`setup.${index}.bytes`, write?.bytes),
    })),
    options: Object.fromEntries(
      Object.entries(options).map(([key, value]) => {
        if (typeof value !== 'string') throw invalid(`options.${key}`, value, 'a string');
        return [key, value];
      }),
    ),
    hangTimeoutMs: Math.round(hangTimeoutMs),
  };
};

/** A path as the file system takes it. */
export const checkedPath = (field: string, value: unknown): string => {
  if (typeof value !== 'string' || value === '') throw invalid(field, value, 'a path');
  if (value.includes('\0')) throw invalid(field, value, 'a path without a zero character');
  return value;
};

/** A whole number within bounds, both included. */
export const checkedWhole = (field: string, value: unknown, least: number, largest: number): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= largest)
    return value;
  throw invalid(field, value, `a whole number from ${least} to ${largest}`);
};

const mostWords = 256;

/** What the binaries' `attachEyes` takes: network, modes, classes, network for letters, class of text. */
export type CheckedEyes = [Uint8Array, number, number, Uint8Array | null, number];

export const checkedEyes = (onnx: unknown, words: EyesWords, letters?: LettersModel): CheckedEyes => {
  if (!(onnx instanceof Uint8Array)) throw invalid('onnx', onnx, 'the bytes of an ONNX file');
  if (letters && !(letters.onnx instanceof Uint8Array))
    throw invalid('letters.onnx', letters.onnx, 'the bytes of an ONNX file');
  const classes = checkedWhole('classes', words?.classes, 1, mostWords);
  return [
    onnx,
    checkedWhole('modes', words?.modes, 1, mostWords),
    classes,
    letters?.onnx ?? null,
    letters ? checkedWhole('letters.textClass', letters.textClass, 0, classes - 1) : 0,
  ];
};

const buttonCount = 10;

/** A button mask: no bit beyond our buttons. */
export const checkedMask = (buttons: unknown): number =>
  checkedWhole('buttons', buttons, 0, (1 << buttonCount) - 1);

/** A number; what the clock can do is known below. */
export const checkedSpeed = (speed: unknown): number => {
  if (typeof speed !== 'number') throw invalid('speed', speed, 'a number');
  return speed;
};

export const checkedBytes = (field: string, value: unknown): Uint8Array => {
  if (value instanceof Uint8Array) return value;
  throw invalid(field, value, 'a Uint8Array');
};
