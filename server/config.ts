import type { OrganisationConfig } from "./access/organisation.ts";
import { OPERATOR_MONTHS } from "./core/retention.ts";
import { ConfigError } from "./errors.ts";
import { organisationConfig } from "./organisationConfig.ts";

/** Where Redis is: one of its own, one server, or the nodes of a cluster. */
export type RedisPlace =
  | { readonly kind: "embedded" }
  | { readonly kind: "single"; readonly url: string }
  | { readonly kind: "cluster"; readonly urls: readonly string[] };

/** The settings of one process, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly redis: RedisPlace;
  /** Folder of the embedded Redis. */
  readonly dataDir: string;
  /** Folder with the reference data. */
  readonly reference: string;
  readonly ingestToken: string | null;
  readonly readToken: string | null;
  /** Null: made once and kept in `dataDir`. */
  readonly sessionSecret: string | null;
  /** The address by which browsers know the centre, when a proxy stands before it; null: the one it listens at. */
  readonly publicUrl: string | null;
  /** How many proxies stand before the centre whose word on addresses is taken. */
  readonly proxies: number;
  /** The organisation's sign-in; null: accounts of this centre alone. */
  readonly organisation: OrganisationConfig | null;
  readonly clockOffsetMs: number;
  /** The dashboard is open to the machine itself, and a simulated country feeds it. */
  readonly demo: boolean;
  /** Months for which operators' daily rows are kept; after that only their office's sums stay. */
  readonly operatorMonths?: number;
  /** Partitions of the event stream of a store that has none yet. */
  readonly partitions: number;
  /** The day of the next month on which a month closes by itself; 0: only by hand. */
  readonly closingDay: number;
  /** Hosts (with or without their port) whose webhooks may speak http and lie in an own network. */
  readonly webhookHosts: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;
type Complain = (name: string, value: string, remedy: string) => void;

function wholeNumber(
  env: Environment,
  name: string,
  fallback: number,
  range: readonly [number, number],
  complain: Complain,
): number {
  const text = env[name]?.trim();
  if (!text) return fallback;
  const value = Number(text);
  if (/^[+-]?\d{1,15}$/.test(text) && value >= range[0] && value <= range[1]) return value;
  complain(name, `"${text}"`, `give a whole number from ${range[0]} to ${range[1]}, or leave it out for ${fallback}`);
  return fallback;
}

function text(env: Environment, name: string, fallback: string): string {
  return env[name]?.trim() || fallback;
}

function secret(env: Environment, name: string, complain: Complain): string | null {
  const value = env[name]?.trim();
  if (!value) return null;
  if (/^[\x21-\x7e]{1,512}$/.test(value)) return value;
  complain(name, "a text that no header can carry", "use 1 to 512 visible ASCII characters without spaces");
  return null;
}

function address(env: Environment, name: string, complain: Complain): string | null {
  const value = env[name]?.trim();
  if (!value) return null;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, "");
  complain(name, `"${value}"`, "use an address such as https://centre.example.kz, or leave it out");
  return null;
}

function hosts(env: Environment, name: string, complain: Complain): readonly string[] {
  const names = (env[name] ?? "")
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== "");
  for (const host of names)
    if (!/^[a-z0-9._:-]{1,255}$/.test(host))
      complain(name, `"${host}"`, "give host names with commas between them, such as messages.local:8080");
  return names;
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, "//…@");
}

function redisPlace(env: Environment, complain: Complain): RedisPlace {
  const value = env.REDIS_URL?.trim();
  if (!value) return { kind: "embedded" };
  const urls = value.split(",").map((url) => url.trim());
  for (const url of urls) {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (parsed !== null && /^rediss?:$/.test(parsed.protocol) && parsed.hostname !== "") continue;
    complain(
      "REDIS_URL",
      `"${withoutPassword(url)}"`,
      "use redis://host:port or rediss://host:port, several with commas for a cluster, or leave it out for an own Redis",
    );
  }
  return urls.length === 1 ? { kind: "single", url: value } : { kind: "cluster", urls };
}

function demo(env: Environment, complain: Complain): boolean {
  const value = env.DEMO?.trim() || "0";
  if (value !== "0" && value !== "1") complain("DEMO", `"${value}"`, "use 1 or 0, or leave it out for 0");
  return value === "1";
}

const HUNDRED_YEARS_MS = 100 * 366 * 86_400_000;

/**
 * The settings out of the environment; an empty variable counts as absent.
 * @throws ConfigError with one sentence for each mistake: name, value, remedy.
 */
export function readConfig(env: Environment): Config {
  const mistakes: string[] = [];
  const complain: Complain = (name, value, remedy) => mistakes.push(`${name} is ${value}: ${remedy}.`);
  const config: Config = {
    port: wholeNumber(env, "PORT", 3000, [0, 65_535], complain),
    host: text(env, "HOST", "127.0.0.1"),
    redis: redisPlace(env, complain),
    dataDir: text(env, "DATA_DIR", ".data"),
    reference: text(env, "REFERENCE", "seeds"),
    ingestToken: secret(env, "INGEST_TOKEN", complain),
    readToken: secret(env, "READ_TOKEN", complain),
    sessionSecret: secret(env, "SESSION_SECRET", complain),
    publicUrl: address(env, "PUBLIC_URL", complain),
    proxies: wholeNumber(env, "PROXIES", 0, [0, 10], complain),
    organisation: organisationConfig(env, complain),
    clockOffsetMs: wholeNumber(env, "CLOCK_OFFSET_MS", 0, [-HUNDRED_YEARS_MS, HUNDRED_YEARS_MS], complain),
    demo: demo(env, complain),
    operatorMonths: wholeNumber(env, "OPERATOR_MONTHS", OPERATOR_MONTHS, [2, 240], complain),
    partitions: wholeNumber(env, "PARTITIONS", 16, [1, 1024], complain),
    closingDay: wholeNumber(env, "CLOSING_DAY", 5, [0, 28], complain),
    webhookHosts: hosts(env, "WEBHOOK_HOSTS", complain),
  };
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
}
