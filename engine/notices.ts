import type { Notice } from '../protocol/sessions.ts';
import type { EngineHub } from './events.ts';
import type { Logger } from './log.ts';

/** What to tell, before it has a number and a time. `topic`: a later one of the same topic takes its place. */
export type NoticeText = Omit<Notice, 'id' | 'at'> & { topic?: string };

/** Notices kept in memory; older ones are in the store and the log. */
const kept = 200;

/**
 * Things that the user has to be told and that belong to no request. They are kept in memory first: the one
 * about a full disk must be readable although nothing can be written. Each stays until it is dismissed, in whatever
 * window, or until a later one of its topic says what is true now.
 */
export class Notices {
  #all: Notice[] = [];
  readonly #hub: EngineHub;
  readonly #logger: Logger;
  /** The newest notice of each topic. */
  readonly #byTopic = new Map<string, number>();
  #next = 1;

  constructor(hub: EngineHub, logger: Logger) {
    this.#hub = hub;
    this.#logger = logger;
  }

  /** Tells the user: `GET /v1/notices`, the stream and the log. */
  tell({ topic, ...text }: NoticeText): Notice {
    const notice: Notice = { id: this.#next++, at: new Date().toISOString(), ...text };
    this.#all.push(notice);
    if (this.#all.length > kept) this.#all.shift();
    const line = text.remedy ? `${text.message} ${text.remedy}` : text.message;
    this.#logger[text.level === 'warning' ? 'warn' : text.level]({ notice: notice.id }, line);
    if (topic !== undefined) {
      const earlier = this.#byTopic.get(topic);
      this.#byTopic.set(topic, notice.id);
      if (earlier !== undefined) this.dismiss([earlier]);
    }
    this.#hub.emit('notice', notice);
    return notice;
  }

  /** Takes away what was read; tells the numbers of those that were there. */
  dismiss(ids: readonly number[]): number[] {
    const read = new Set(ids);
    const gone = this.#all.filter(({ id }) => read.has(id)).map(({ id }) => id);
    if (gone.length === 0) return gone;
    this.#all = this.#all.filter(({ id }) => !read.has(id));
    for (const [topic, id] of this.#byTopic) if (read.has(id)) this.#byTopic.delete(topic);
    this.#hub.emit('noticesGone', gone);
    return gone;
  }

  /** Oldest first. */
  list(): Notice[] {
    return [...this.#all];
  }
}
