import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Played, playedNumbers } from './played.ts';
import { toThousandth } from './thousandth.ts';

/** A second as the store has it. */
export interface KeptSecond {
  second: number;
  played: Played;
  /** See `Distribution.encode`. */
  frameTimes: Uint8Array;
  path: Uint8Array;
}

interface Head {
  second: number[];
  columns: Partial<Record<(typeof playedNumbers)[number], (number | null)[]>>;
  /** Place among the seconds and decisions by skill, where there were any. */
  decisionsBy: [place: number, counts: Record<string, number>][];
  frameBytes: number[];
  pathBytes: number[];
}

/**
 * A minute's seconds in a kilobyte or two, column by column: length of the head (4 bytes, little endian), the
 * head as JSON, then the distributions one after the other; all of it deflated.
 */
export const packSeconds = (seconds: readonly KeptSecond[]): Uint8Array => {
  const columns: Head['columns'] = {};
  for (const name of playedNumbers) {
    const column = seconds.map(({ played }) => toThousandth(played[name]));
    if (column.some((value) => value !== null)) columns[name] = column;
  }
  const head: Head = {
    second: seconds.map(({ second }) => second),
    columns,
    decisionsBy: seconds.flatMap(({ played }, place): Head['decisionsBy'] =>
      played.decisions > 0 ? [[place, played.decisionsBy]] : [],
    ),
    frameBytes: seconds.map(({ frameTimes }) => frameTimes.length),
    pathBytes: seconds.map(({ path }) => path.length),
  };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const bytes = [
    length,
    json,
    ...seconds.map(({ frameTimes }) => frameTimes),
    ...seconds.map(({ path }) => path),
  ];
  return deflateRawSync(Buffer.concat(bytes));
};

/** What {@link packSeconds} wrote. Throws where the bytes were damaged. */
export const unpackSeconds = (packed: Uint8Array): KeptSecond[] => {
  const bytes = inflateRawSync(packed);
  const jsonEnd = 4 + bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, jsonEnd)) as Head;
  const decisionsBy = new Map(head.decisionsBy);
  const columns = Object.entries(head.columns) as [(typeof playedNumbers)[number], (number | null)[]][];
  let frameAt = jsonEnd;
  let pathAt = jsonEnd + head.frameBytes.reduce((sum, length) => sum + length, 0);
  return head.second.map((second, place) => {
    const played = { decisionsBy: decisionsBy.get(place) ?? {} } as Played;
    for (const [name, column] of columns) {
      const value = column[place];
      if (value !== null && value !== undefined) played[name] = value;
    }
    const frameEnd = frameAt + head.frameBytes[place]!;
    const pathEnd = pathAt + head.pathBytes[place]!;
    const frameTimes = bytes.subarray(frameAt, frameEnd);
    const path = bytes.subarray(pathAt, pathEnd);
    frameAt = frameEnd;
    pathAt = pathEnd;
    return { second, played, frameTimes, path };
  });
};
