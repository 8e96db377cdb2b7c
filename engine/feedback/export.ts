import { zipSync } from 'fflate';
import type { Part } from './hub/post.ts';

const readme = (key: string): string => `Feedback on Eevee, saved as a file

item.json         what was written, and the list of what came along
everything else   the attachments, each exactly as it was previewed

Names, paths, addresses and the like were replaced by placeholders such as [path-1]
before this file was made. Nothing in it was sent anywhere: pass it on by whatever
way you like.

Key: ${key}
`;

/** One zip file with the item, its attachments and a note; `at`: the time that its entries bear. */
export const exportZip = (key: string, parts: readonly Part[], at: Date): Uint8Array => {
  const entries = [
    ...parts.map(({ name, bytes }) => [name, bytes] as const),
    ['README.txt', Buffer.from(readme(key))] as const,
  ];
  return zipSync(Object.fromEntries(entries.map(([name, bytes]) => [name, new Uint8Array(bytes)])), {
    level: 6,
    // ZIP counts years from 1980; a clock before that must not lose the file.
    mtime: at.getFullYear() < 1980 ? new Date(1980, 0, 1) : at,
  });
};
