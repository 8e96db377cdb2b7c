import type { WebContents } from 'electron';
import type { Problem } from '../../protocol/errors.ts';
import { channels } from '../channels.ts';

/** More than these are not kept: nobody would read them. */
const most = 10;

/** What the shell has to tell the user: kept until the page has taken it, for it may just be loading. */
export class Words {
  readonly #waiting: Problem[] = [];
  #page: WebContents | null = null;

  /** The page that is told that there is something; it then takes it. */
  show(page: WebContents | null): void {
    this.#page = page;
  }

  tell(problem: Problem): void {
    console.error(`${problem.message} ${problem.remedy}`);
    this.#waiting.push(problem);
    this.#waiting.splice(0, this.#waiting.length - most);
    const page = this.#page;
    // A page whose process is gone takes them when it is loaded again.
    if (page && !page.isDestroyed() && page.getOSProcessId() !== 0) page.send(channels.wordsWait);
  }

  take(): Problem[] {
    return this.#waiting.splice(0);
  }
}
