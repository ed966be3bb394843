import type { IncomingHttpHeaders } from "node:http";
import { bearerOf, sameToken } from "./tokens.ts";

/**
 * Who asks, as far as the request itself tells. `local`: somebody at this very machine, by a page of this server or a
 * program; `open` when the dashboard is open to them. `reader` and `ingest`: the holder of that token; `stranger`: of
 * another one. `foreign`: a page of another site asks through somebody's browser. `nobody`: all others.
 */
export type Subject =
  | { readonly kind: "local"; readonly open: boolean }
  | { readonly kind: "reader" }
  | { readonly kind: "ingest" }
  | { readonly kind: "stranger" }
  | { readonly kind: "foreign" }
  | { readonly kind: "nobody" };

/** What the gate must know of the settings. */
export interface GateConfig {
  /** The demonstration: its dashboard is open to the machine that it runs on. */
  readonly demo: boolean;
  readonly host: string;
  /** The address by which browsers know the centre, when a proxy stands before it. */
  readonly publicUrl?: string | null;
  readonly readToken: string | null;
  readonly ingestToken: string | null;
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

/** Whether a page of another site asks through somebody's browser. A program that is no browser says neither. */
function isForeignPage(headers: IncomingHttpHeaders, publicUrl: string | null = null): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const { origin, host } = headers;
  if (origin === undefined || origin === `http://${host}` || origin === `https://${host}`) return false;
  return publicUrl === null || origin !== new URL(publicUrl).origin;
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
  if (headers.authorization !== undefined) {
    const token = bearerOf(headers.authorization) ?? "";
    if (config.readToken !== null && sameToken(token, config.readToken)) return { kind: "reader" };
    if (config.ingestToken !== null && sameToken(token, config.ingestToken)) return { kind: "ingest" };
    return { kind: "stranger" };
  }
  if (isForeignPage(headers, config.publicUrl)) return { kind: "foreign" };
  if (!isLoopback(remoteAddress) || isForwarded(headers)) return { kind: "nobody" };
  if (!hostIsOurs(headers.host, config.host)) return { kind: "foreign" };
  return { kind: "local", open: config.demo };
}
