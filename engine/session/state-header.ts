import { closeSync, openSync, readSync } from 'node:fs';

/** Where the header of a sealed state has its frame number (`native/capture/state_file.cc`). */
const frameAt = 176;

/** The frame at which a state was saved; 0 for a file that is no state: loading it says what is wrong. */
export const stateFrame = (path: string): number => {
  const head = new DataView(new ArrayBuffer(frameAt + 8));
  const file = openSync(path, 'r');
  try {
    const read = readSync(file, head, 0, head.byteLength, 0);
    return read === head.byteLength ? Number(head.getBigUint64(frameAt, true) & 0xffff_ffff_ffffn) : 0;
  } finally {
    closeSync(file);
  }
};
