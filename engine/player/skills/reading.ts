/** Longest quotation of what was read, in letters. */
const longest = 160;

/** What is read of a text box while it is open: its pages, each as far as it was seen. */
export class Reading {
  readonly #pages: string[] = [];

  /** Takes in the lines that are on screen now. A page that is still being written goes on growing. */
  see(lines: readonly string[]): void {
    const page = lines.join(' ');
    if (page === '') return;
    const last = this.#pages.at(-1);
    if (last !== undefined && page.startsWith(last)) this.#pages[this.#pages.length - 1] = page;
    else if (last === undefined || !last.startsWith(page)) this.#pages.push(page);
  }

  /** All of it; empty where nothing could be read. */
  get text(): string {
    const whole = this.#pages.join(' ');
    return whole.length > longest ? `${whole.slice(0, longest - 1)}…` : whole;
  }
}
