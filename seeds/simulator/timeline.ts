const BUCKET_MS = 10_000;

/** Many things that wait for their moment, in buckets of ten seconds: adding and taking cost next to nothing. */
export class Timeline<T> {
  readonly #buckets = new Map<number, { readonly at: number; readonly item: T }[]>();
  #next: number;
  #size = 0;

  /** @param from nothing is taken from before this moment's bucket except what is added for the past later */
  constructor(from: number) {
    this.#next = Math.floor(from / BUCKET_MS);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds something for a moment (epoch ms); what is already past is taken next. */
  add(at: number, item: T): void {
    const key = Math.max(this.#next, Math.floor(at / BUCKET_MS));
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.push({ at, item });
    else this.#buckets.set(key, [{ at, item }]);
    this.#size += 1;
  }

  /** Takes everything whose moment has come, the earliest first. */
  take(now: number): T[] {
    const taken: { readonly at: number; readonly item: T }[] = [];
    const last = Math.floor(now / BUCKET_MS);
    for (; this.#next <= last; this.#next += 1) {
      const bucket = this.#buckets.get(this.#next);
      this.#buckets.delete(this.#next);
      const waiting: { readonly at: number; readonly item: T }[] = [];
      for (const each of bucket ?? []) (each.at <= now ? taken : waiting).push(each);
      if (waiting.length > 0) this.#buckets.set(this.#next, waiting);
      if (this.#next === last) break;
    }
    this.#size -= taken.length;
    return taken.sort((one, other) => one.at - other.at).map(({ item }) => item);
  }
}
