import type { Cell } from './grid.ts';

interface Entry {
  cell: Cell;
  cost: number;
}

/** A binary heap: gives back the cell of least cost. */
export class CheapestFirst {
  readonly #heap: Entry[] = [];

  push(cell: Cell, cost: number): void {
    const heap = this.#heap;
    let at = heap.push({ cell, cost }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]!.cost <= cost) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = { cell, cost };
  }

  pop(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]!.cost < heap[child]!.cost) child++;
      if (heap[child]!.cost >= last.cost) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}
