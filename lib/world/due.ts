import { byCodeUnit } from '../base';

/** Something that happens to a record by itself when the clock reaches `atMs`. */
export interface Due {
  readonly atMs: number;
  readonly table: string;
  readonly id: string;
}

/**
 * What comes due, soonest first. Entries are never removed when a record changes: whoever takes one
 * checks that the record still says so, which keeps a write at constant cost.
 */
export class DueQueue {
  private readonly heap: Due[] = [];
  /** What waits already: undoing and redoing a change must not make the queue grow. */
  private readonly waiting = new Set<string>();

  get size(): number {
    return this.heap.length;
  }

  push(due: Due): void {
    const name = nameOf(due);
    if (this.waiting.has(name)) return;
    this.waiting.add(name);
    this.heap.push(due);
    let child = this.heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.swapIfSooner(child, parent)) return;
      child = parent;
    }
  }

  peek(): Due | undefined {
    return this.heap[0];
  }

  pop(): Due | undefined {
    const top = this.heap[0];
    const last = this.heap.pop();
    if (top) this.waiting.delete(nameOf(top));
    if (!top || !last || this.heap.length === 0) return top;
    this.heap[0] = last;
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      const sooner = this.isSooner(right, left) ? right : left;
      if (!this.swapIfSooner(sooner, parent)) return top;
      parent = sooner;
    }
  }

  private isSooner(a: number, b: number): boolean {
    const first = this.heap[a];
    const second = this.heap[b];
    return first !== undefined && (second === undefined || compareDue(first, second) < 0);
  }

  private swapIfSooner(a: number, b: number): boolean {
    const first = this.heap[a];
    const second = this.heap[b];
    if (!first || !second || compareDue(first, second) >= 0) return false;
    this.heap[a] = second;
    this.heap[b] = first;
    return true;
  }
}

function nameOf({ atMs, table, id }: Due): string {
  return `${atMs} ${table} ${id}`;
}

function compareDue(a: Due, b: Due): number {
  return a.atMs - b.atMs || byCodeUnit(a.table, b.table) || byCodeUnit(a.id, b.id);
}
