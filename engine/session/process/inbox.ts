/** Commands in the order in which they came; the session's loop takes them between two ticks. */
export class Inbox<Item> {
  readonly #items: Item[] = [];
  #wake: (() => void) | null = null;

  push(item: Item): void {
    this.#items.push(item);
    this.#wake?.();
  }

  take(): Item | undefined {
    return this.#items.shift();
  }

  get waiting(): boolean {
    return this.#items.length > 0;
  }

  /** Sleeps until a command comes, `milliseconds` at most. */
  async wait(milliseconds: number): Promise<void> {
    if (this.waiting) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}
