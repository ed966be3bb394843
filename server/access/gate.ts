import type { IncomingHttpHeaders } from "node:http";
import type { Principal } from "../../shared/access.ts";
import type { Scope } from "../../shared/wire.ts";
import { bearerOf, sameToken } from "./tokens.ts";

/**
 * Who asks. `local`: somebody at this very machine, by a page of this server or a program; `open` when the dashboard
 * is open to them. `reader` and `ingest`: the holder of that token. `foreign`: a page of another site asks through
 * somebody's browser. `nobody`: all others.
 */
export type Subject =
  | { readonly kind: "local"; readonly open: boolean }
  | { readonly kind: "reader" }
  | { readonly kind: "ingest" }
  | { readonly kind: "foreign" }
  | { readonly kind: "nobody" };

/** What can be read: a live scope, or what a route gives. */
export type Readable = Scope | "statistics" | "applications" | "dead-letters" | "metrics";

/** What the gate must know of the settings. */
export interface GateConfig {
  /** The demonstration: its dashboard is open to the machine that it runs on. */
  readonly demo: boolean;
  readonly host: string;
  readonly readToken: string | null;
  readonly ingestToken: string | null;
}

/** May this subject read it? The one place where this is decided, for HTTP and sockets alike. */
export function mayRead(subject: Subject, what: Readable): boolean {
  switch (subject.kind) {
    case "reader":
      return true;
    case "local":
      return subject.open || what === "metrics";
    case "ingest":
      return what === "dead-letters";
    case "foreign":
    case "nobody":
      return false;
  }
}

/** May this subject send dead letters into the stream again? Whoever may post for every office may. */
export function mayReplay(subject: Subject): boolean {
  return subject.kind === "ingest" || (subject.kind === "local" && subject.open);
}

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);
const EVERYWHERE = new Set(["0.0.0.0", "::", "[::]"]);

function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.startsWith("::ffff:") ? address.slice(7) : address;
  return plain === "::1" || /^127(\.\d{1,3}){3}$/.test(plain);
}

function nameOf(host: string): string {
  return host.replace(/:\d{1,5}$/, "").toLowerCase();
}

function hostIsOurs(host: string | undefined, configured: string): boolean {
  if (host === undefined) return false;
  const name = nameOf(host);
  return LOOPBACK_NAMES.has(name) || (!EVERYWHERE.has(configured) && name === configured.toLowerCase());
}

function pageIsForeign(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const { origin, host } = headers;
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
}

const PROXY_HEADERS = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"] as const;

function isForwarded(headers: IncomingHttpHeaders): boolean {
  return PROXY_HEADERS.some((name) => headers[name] !== undefined);
}

/**
 * Who a request or a socket's handshake comes from. A token speaks for itself. Without one, only the machine itself is
 * known: a straight connection over loopback, by a loopback name (a foreign name that points here is DNS rebinding),
 * not through a proxy, and not from a page of another site.
 */
export function subjectOf(
  headers: IncomingHttpHeaders,
  remoteAddress: string | undefined,
  config: GateConfig,
): Subject {
  const token = bearerOf(headers.authorization);
  if (token !== null) {
    if (config.readToken !== null && sameToken(token, config.readToken)) return { kind: "reader" };
    if (config.ingestToken !== null && sameToken(token, config.ingestToken)) return { kind: "ingest" };
    return { kind: "nobody" };
  }
  if (!isLoopback(remoteAddress) || isForwarded(headers)) return { kind: "nobody" };
  if (!hostIsOurs(headers.host, config.host) || pageIsForeign(headers)) return { kind: "foreign" };
  return { kind: "local", open: config.demo };
}

/** The person or token behind a subject; null when nobody is known. */
export function principalOf(subject: Subject): Principal | null {
  const everywhere = { region: null, office: null, operator: null };
  if (subject.kind === "reader") return { id: "reader", role: "reader", name: "READ_TOKEN", ...everywhere };
  if (subject.kind === "local" && subject.open) return { id: "local", role: "visitor", name: "", ...everywhere };
  return null;
}
