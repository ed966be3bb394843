/** Things to do by their moment, the earliest first; of equal moments the one that was added first. */
export class Agenda<T> {
  readonly #moments: number[] = [];
  readonly #orders: number[] = [];
  readonly #items: T[] = [];
  #added = 0;

  get size(): number {
    return this.#items.length;
  }

  /** Adds something for a moment. */
  add(at: number, item: T): void {
    let place = this.#items.length;
    const order = this.#added++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((this.#moments[parent] as number) <= at) break;
      this.#put(place, this.#moments[parent] as number, this.#orders[parent] as number, this.#items[parent] as T);
      place = parent;
    }
    this.#put(place, at, order, item);
  }

  /** Takes the next thing with its moment, or null when nothing is left. */
  take(): { readonly at: number; readonly item: T } | null {
    if (this.#items.length === 0) return null;
    const next = { at: this.#moments[0] as number, item: this.#items[0] as T };
    const at = this.#moments.pop() as number;
    const order = this.#orders.pop() as number;
    const item = this.#items.pop() as T;
    const size = this.#items.length;
    if (size === 0) return next;
    let place = 0;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#before(child + 1, this.#moments[child] as number, this.#orders[child] as number)) {
        child += 1;
      }
      if (!this.#before(child, at, order)) break;
      this.#put(place, this.#moments[child] as number, this.#orders[child] as number, this.#items[child] as T);
      place = child;
    }
    this.#put(place, at, order, item);
    return next;
  }

  #before(place: number, at: number, order: number): boolean {
    const moment = this.#moments[place] as number;
    return moment < at || (moment === at && (this.#orders[place] as number) < order);
  }

  #put(place: number, at: number, order: number, item: T): void {
    this.#moments[place] = at;
    this.#orders[place] = order;
    this.#items[place] = item;
  }
}
