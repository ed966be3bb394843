import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Why an address may not be told anything. */
export type TargetFault = "not-an-address" | "not-https" | "with-password" | "inside";

/** A host that is of the own network, and none was allowed to be told there. */
export class InsideError extends Error {
  override readonly name = "InsideError";
}

const INSIDE = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  INSIDE.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  INSIDE.addSubnet(net, bits, "ipv6");

/** Whether an IP address belongs to a machine, a private network or nobody, and not to the open net. */
export function isInside(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  return INSIDE.check(address, family === 4 ? "ipv4" : "ipv6");
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, "").toLowerCase();

/** Whether the operators of the centre have allowed this host by `WEBHOOK_HOSTS`, with or without its port. */
export function isAllowed(url: URL, allowed: readonly string[]): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return allowed.includes(bare(url.hostname)) || allowed.includes(`${bare(url.hostname)}:${port}`);
}

/**
 * What is wrong with an address for a webhook, null when nothing is: https to the open net, or http and the own network
 * where the host is allowed. A name is looked at again when it is connected to.
 */
export function targetFault(text: string, allowed: readonly string[]): TargetFault | null {
  if (text.length > 2_000 || !URL.canParse(text)) return "not-an-address";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "not-https";
  if (url.username !== "" || url.password !== "") return "with-password";
  if (isAllowed(url, allowed)) return null;
  if (url.protocol !== "https:") return "not-https";
  const host = bare(url.hostname);
  const local = host === "localhost" || /\.(localhost|local|internal)$/.test(host) || !/[.:]/.test(host);
  return local || (isIP(host) !== 0 && isInside(host)) ? "inside" : null;
}

/**
 * Looks a name up for a connection and hands only addresses of the open net on, so that a name can not be turned to the
 * own network after it was checked.
 */
export const openLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) return done(error, "", 0);
    const open = found.filter(({ address }) => !isInside(address));
    const [first] = open;
    if (first === undefined) return done(new InsideError(`${hostname} is of an own network`), "", 0);
    if (options.all === true) return done(null, open);
    return done(null, first.address, first.family);
  });
};
