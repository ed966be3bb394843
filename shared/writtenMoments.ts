/** Fields that hold a moment: epoch ms inside, RFC 3339 where they leave the server. */
const MOMENTS = ["asOf", "at", "from", "until", "since", "raised", "cleared", "withdrawn", "made", "next"] as const;
type Moment = (typeof MOMENTS)[number];

/** A record as it leaves the server, its moments written out. */
export type Written<T> = T extends readonly (infer Item)[]
  ? readonly Written<Item>[]
  : T extends object
    ? {
        readonly [K in keyof T]: K extends Moment
          ? T[K] extends number
            ? string
            : T[K] extends number | null
              ? string | null
              : T[K]
          : Written<T[K]>;
      }
    : T;

const names: ReadonlySet<string> = new Set(MOMENTS);

function through(value: unknown, change: (moment: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => through(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [
      name,
      names.has(name) && typeof of !== "object" ? change(of) : through(of, change),
    ]),
  );
}

/** Writes every moment of a record as RFC 3339 in UTC. */
export function writeMoments<T>(value: T): Written<T> {
  return through(value, (moment) =>
    typeof moment === "number" ? new Date(moment).toISOString() : moment,
  ) as Written<T>;
}

/** Reads every moment of a record that came from the server. */
export function readMoments<T>(value: Written<T>): T {
  return through(value, (moment) => {
    const read = typeof moment === "string" && /^\d{4}-\d\d-\d\dT/.test(moment) ? Date.parse(moment) : Number.NaN;
    return Number.isNaN(read) ? moment : read;
  }) as T;
}
