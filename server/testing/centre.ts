import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import type { AuditEntry } from "../access/audit.ts";
import type { GateConfig } from "../access/gate.ts";
import { createGuard } from "../access/guard.ts";
import { createIdentity, identify } from "../access/identity.ts";
import { createTokenStore, hashToken } from "../access/tokens.ts";
import { type AppDeps, createApp } from "../app.ts";
import { createMetrics } from "../http/metrics.ts";

export const INGEST_TOKEN = "ingest-token-of-the-test";
export const READ_TOKEN = "read-token-of-the-test";
export const OFFICE_TOKEN = "token-of-KZ-71-01";
/** The clock of the test's centre stands still. */
export const NOW = Date.parse("2026-11-23T10:00:00+05:00");
const OFFICES = new Set(["KZ-71-01", "KZ-71-02", "KZ-43-04"]);
const REGIONS = new Set(["KZ-71", "KZ-43"]);

/** The HTTP side of a centre on ports in memory, listening on a free loopback port. */
export interface TestCentre {
  readonly url: string;
  /** What was stored, in the order of arrival. */
  readonly stored: { readonly office: string; readonly json: string }[];
  /** Refusals by `office|reason`. */
  readonly counted: Map<string, number>;
  /** Lines of the log. */
  readonly lines: string[];
  /** What was taken down of who did what. */
  readonly audited: readonly AuditEntry[];
  readonly deps: AppDeps;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Posts to the door with the token for every office. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

/** The gate of the test's demonstration. */
export const GATE: GateConfig = { demo: true, host: "127.0.0.1", readToken: READ_TOKEN, ingestToken: INGEST_TOKEN };

/** Who asks and what they may, without accounts and screens; what is taken down goes to `audited`. */
function accessOf(gate: GateConfig, audited: AuditEntry[]): AppDeps["access"] {
  const none = async () => null;
  const parts = { gate, accounts: { get: none }, screens: { byHash: none }, sessionStands: async () => false };
  const audit = { record: async (entry: AuditEntry) => void audited.push(entry) };
  return {
    identify: [identify(createIdentity(parts))],
    guard: createGuard(audit),
    audit,
    regionOf: (office) => (OFFICES.has(office) ? office.slice(0, 5) : null),
  };
}

/** Starts a centre on ports in memory; `change` replaces some of them. The caller closes it. */
export async function startCentre(change: Partial<AppDeps> & { readonly gate?: GateConfig } = {}): Promise<TestCentre> {
  const { gate = GATE, ...changed } = change;
  const audited: AuditEntry[] = [];
  const stored: { office: string; json: string }[] = [];
  const counted = new Map<string, number>();
  const lines: string[] = [];
  const hashes = { officeOf: async (hash: string) => (hash === hashToken(OFFICE_TOKEN) ? "KZ-71-01" : null) };
  const deps: AppDeps = {
    log: pino({ level: "debug", base: null }, { write: (line: string) => void lines.push(line) }),
    metrics: createMetrics(),
    access: accessOf(gate, audited),
    clock: { now: () => NOW },
    places: { knownOffice: (id) => OFFICES.has(id), knownRegion: (id) => REGIONS.has(id) },
    reference: { regions: [], offices: [], services: [], authorities: [] },
    eventLog: { append: async (events) => void stored.push(...events) },
    refusals: {
      count: (office, reason) => {
        const key = `${office}|${reason}`;
        counted.set(key, (counted.get(key) ?? 0) + 1);
      },
    },
    features: [],
    tokens: createTokenStore({ ...hashes, keep: async () => {} }, INGEST_TOKEN),
    deadLetters: {
      list: async () => ({ items: [], next: null }),
      replay: async () => ({ replayed: 0, refused: 0, missing: 0 }),
    },
    figures: {
      statistics: async (query) => query as never,
      imported: async () => [],
      usual: async (query) => query,
      application: async () => null,
    },
    ready: { readiness: async () => ({ redis: true, partitions: true, reference: true }) },
    clientFolder: null,
    ...changed,
  };
  const server = createApp(deps).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, init?: RequestInit) => fetch(url + path, init);
  return {
    url,
    stored,
    counted,
    lines,
    audited,
    deps,
    ask,
    post: (body, headers = {}) =>
      ask("/api/events", {
        method: "POST",
        headers: { Authorization: `Bearer ${INGEST_TOKEN}`, "Content-Type": "application/json", ...headers },
        body: typeof body === "string" || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
