import type { Notice } from '../protocol/sessions.ts';
import type { EngineHub } from './events.ts';
import type { Logger } from './log.ts';

/** What to tell, before it has a number and a time. */
export type NoticeText = Omit<Notice, 'id' | 'at'>;

/** Notices kept in memory; older ones are in the store and the log. */
const kept = 200;

/**
 * Things that the user has to be told and that belong to no request. They are kept in memory first: the one
 * about a full disk must be readable although nothing can be written.
 */
export class Notices {
  readonly #all: Notice[] = [];
  readonly #hub: EngineHub;
  readonly #logger: Logger;
  #next = 1;

  constructor(hub: EngineHub, logger: Logger) {
    this.#hub = hub;
    this.#logger = logger;
  }

  /** Tells the user: `GET /v1/notices`, the stream and the log. */
  tell(text: NoticeText): Notice {
    const notice: Notice = { id: this.#next++, at: new Date().toISOString(), ...text };
    this.#all.push(notice);
    if (this.#all.length > kept) this.#all.shift();
    const line = text.remedy ? `${text.message} ${text.remedy}` : text.message;
    this.#logger[text.level === 'warning' ? 'warn' : text.level]({ notice: notice.id }, line);
    this.#hub.emit('notice', notice);
    return notice;
  }

  /** Oldest first. */
  list(): Notice[] {
    return [...this.#all];
  }
}
