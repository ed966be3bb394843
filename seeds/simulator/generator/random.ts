/** A stream of repeatable chance: the same key gives the same numbers on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A number in [from, to). */
  between(from: number, to: number): number;
  /** True with a probability. */
  chance(probability: number): boolean;
  /** A log-normal number with the given mean; `sigma` is the deviation of its logarithm. */
  logNormal(mean: number, sigma: number): number;
  /** One of a list, which must not be empty. */
  pick<T>(list: readonly T[]): T;
}

/** A 32-bit hash of a text, spread over all bits; `salt` makes independent hashes of the same text. */
export function hashText(text: string, salt = 0): number {
  let hash = 0x9e3779b9 ^ salt;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return mix(hash);
}

/** Spreads every bit of a 32-bit number over all others (the finisher of MurmurHash3). */
export function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Chance for a key, by the generator sfc32 ("small fast counting", C. Doty-Humphrey, PractRand). */
export function randomFor(key: string): Random {
  let a = hashText(key, 1) | 0;
  let b = hashText(key, 2) | 0;
  let c = hashText(key, 3) | 0;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    logNormal: (mean, sigma) => mean * Math.exp(sigma * normal(next) - (sigma * sigma) / 2),
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
  };
}

/** A standard normal number (Box and Muller 1958). */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** A choice among weights, made ready once: the cumulated weights and their sum. */
export interface Weights {
  readonly cumulated: readonly number[];
  readonly total: number;
}

/** Makes a list of weights ready for `choose`. */
export function weigh(weights: readonly number[]): Weights {
  let total = 0;
  const cumulated = weights.map((weight) => {
    total += weight;
    return total;
  });
  return { cumulated, total };
}

/** The index of a weight, chosen with a probability in proportion to it. */
export function choose(weights: Weights, random: Random): number {
  const at = random.next() * weights.total;
  let low = 0;
  let high = weights.cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at < (weights.cumulated[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
