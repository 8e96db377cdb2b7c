import { join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { EeveeError } from '../../../protocol/errors.ts';
import type { Clip } from '../../../protocol/feedback.ts';
import type { AttachmentKind } from '../../../protocol/feedback-words.ts';
import type { Session } from '../../../protocol/sessions.ts';
import { encodePng } from '../../api/png.ts';
import type { Platform } from '../../platform/platform.ts';
import { sessionFolder } from '../../session/folder.ts';
import type { Supervisor } from '../../session/supervisor.ts';
import type { Store } from '../../store/store.ts';
import { type CutClip, cutClip } from '../clip/ask-cutter.ts';
import { logTail, logText } from './log-tail.ts';

/** Where attachments come from. */
export interface Sources {
  supervisor: Supervisor;
  store: Store;
  platform: Platform;
  /** What the engine runs with, as it is attached. */
  settings: () => Record<string, unknown>;
  /** Path of the engine's log. */
  log: string;
  /** Folder with a folder for each session. */
  sessions: string;
}

/** Something that can go along, before it is scrubbed. */
export interface Collected {
  extension: string;
  mediaType: string;
  bytes: Uint8Array;
  /** Whether it is text, and so has to be scrubbed. */
  text: boolean;
  /** Of a replay: what to look at. */
  pictures?: Uint8Array;
  clip?: Clip;
}

/** What is collected at the same time shares what is dear to make. */
export interface Round {
  cut?: Promise<CutClip>;
}

/** The last minute. */
const clipFrames = 60 * 60;
/** Frames from one picture of a clip to the next: two a second. */
export const clipEvery = 30;
const shownDecisions = 100;
const pictureTimeoutMs = 3000;

const asText = (value: unknown): Collected => ({
  extension: '.json',
  mediaType: 'application/json',
  bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
  text: true,
});

const asPng = (bytes: Uint8Array): Collected => ({
  extension: '.png',
  mediaType: 'image/png',
  bytes,
  text: false,
});

const missing = (what: string, why: string): EeveeError =>
  new EeveeError({
    code: 'feedback.attachment-missing',
    message: `There is no ${what}: ${why}.`,
    remedy: 'Choose a session that has one, or send the report without it.',
  });

const needSession = (session: Session | null, what: string): Session => {
  if (session) return session;
  throw missing(what, 'the report belongs to no session');
};

const replayOf = async (session: Session | null, { sessions }: Sources, round: Round): Promise<CutClip> => {
  const { id, window, frame } = needSession(session, 'replay');
  if (window)
    throw missing('replay', 'the game ran in another program’s window, whose inputs are not recorded');
  const replay = sessionFolder(join(sessions, id)).inputs;
  if (frame === 0) throw missing('replay', 'nothing has been played yet');
  round.cut ??= cutClip({ replay, clip: null, from: -clipFrames, to: null, every: clipEvery });
  return round.cut;
};

/** The picture on the screen now; of a session that has ended the last one of its replay. */
const screenshotOf = async (session: Session | null, sources: Sources, round: Round): Promise<Collected> => {
  const { id, state } = needSession(session, 'picture');
  if (state !== 'ended') {
    const feed = sources.supervisor.live(id).pictures;
    const timeout = new Promise<null>((resolve) => setTimeout(resolve, pictureTimeoutMs, null).unref());
    const picture = await Promise.race([feed.next(-1), timeout]);
    if (picture) return asPng(encodePng(picture));
  }
  return asPng((await replayOf(session, sources, round)).last);
};

/** How each kind is collected. */
const collectors: Record<
  AttachmentKind,
  (session: Session | null, sources: Sources, round: Round) => Promise<Collected> | Collected
> = {
  screenshot: screenshotOf,
  replay: async (session, sources, round) => {
    const { file, pictures, clip } = await replayOf(session, sources, round);
    return { extension: '.json', mediaType: 'application/json', bytes: file, text: false, pictures, clip };
  },
  log: (session, { log, store }) => ({
    extension: '.txt',
    mediaType: 'text/plain; charset=utf-8',
    bytes: Buffer.from(logText(logTail(log), session ? store.decisions(session.id, shownDecisions) : [])),
    text: true,
  }),
  settings: (_, { settings }) =>
    asText({ eevee: packageJson.version, node: process.version, settings: settings() }),
  hardware: async (_, { platform }) => {
    const { found, figures, tier } = await platform.seen();
    if (found === null) throw missing('description of the hardware', 'this computer could not be looked at');
    return asText({ tier, found, figures });
  },
  figures: async (session, { supervisor }) => {
    const { id, title: _title, rom: _rom, ...played } = needSession(session, 'record of figures');
    const { frame, clock, speed, player, createdAt, endedAt } = played;
    const figures = await supervisor.metrics(id);
    return asText({ session: { id, frame, clock, speed, player, createdAt, endedAt }, figures });
  },
};

/** Collects one attachment. Throws `feedback.attachment-missing` and what cutting a clip throws. */
export const collect = async (
  kind: AttachmentKind,
  session: Session | null,
  sources: Sources,
  round: Round,
): Promise<Collected> => collectors[kind](session, sources, round);
