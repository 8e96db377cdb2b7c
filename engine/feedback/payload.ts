import { arch, platform } from 'node:os';
import packageJson from '../../package.json' with { type: 'json' };
import type { Removal } from '../../protocol/feedback.ts';
import type { Session } from '../../protocol/sessions.ts';
import type { AttachmentRow, FeedbackRow } from '../store/feedback-rows.ts';
import { sha256Of } from './files.ts';
import { removalsIn, type Scrubber } from './scrub/scrubber.ts';

/** Format of the item's own file; a hub refuses what it does not know. */
export const payloadFormat = 'eevee-feedback-1';

/** What is told of a session, as it stands now: nothing that names a file or a person. */
export const sessionFacts = (session: Session): Record<string, unknown> => ({
  id: session.id,
  game: session.game,
  romSha256: session.romSha256,
  goal: session.goal,
  player: session.player,
  seed: session.seed,
  clock: session.clock,
  frames: session.frame,
  goalReached: session.goalReached,
  end: session.end?.reason ?? null,
});

/** The item's own file, and what it had to do without. */
export interface Payload {
  text: string;
  removed: Removal[];
}

/** Makes it. The same item with the same attachments always gives the same bytes. */
export const payloadOf = (
  row: FeedbackRow,
  attachments: readonly AttachmentRow[],
  scrubber: Scrubber,
): Payload => {
  const filled = Object.entries(row.form).filter(([, text]) => text.trim() !== '');
  const form = Object.fromEntries(filled.map(([field, text]) => [field, scrubber.scrub(text).text]));
  const removed = removalsIn(Object.values(form).join('\n'));
  const text = JSON.stringify(
    {
      format: payloadFormat,
      key: row.key,
      replaces: row.replaces,
      kind: row.kind,
      writtenAt: row.createdAt,
      from: { eevee: packageJson.version, system: `${platform()}-${arch()}` },
      session: row.session,
      form,
      attachments: attachments.map(({ kind, file, mediaType, bytes, sha256 }) => ({
        kind,
        name: file,
        mediaType,
        bytes,
        sha256,
      })),
    },
    null,
    2,
  );
  return { text: `${text}\n`, removed };
};

/** One number for all that would leave: the item's file names each attachment's hash, and so stands for them. */
export const digestOf = (payload: string, hub: string): string => sha256Of(`${hub}\0${payload}`);
