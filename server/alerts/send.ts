import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { SIGNATURE_HEADER, signatureOf, TIMESTAMP_HEADER } from "./signature.ts";
import { InsideError, isAllowed, openLookup, targetFault } from "./target.ts";

/** What came of one attempt: the HTTP status, or why there was none. */
export interface Attempted {
  readonly status: number | null;
  /** Null: it was taken. */
  readonly error: "refused" | "no-answer" | "too-slow" | "not-allowed" | null;
}

export interface Message {
  readonly url: string;
  readonly secret: string;
  readonly id: string;
  readonly event: string;
  readonly body: string;
}

const MOST_MS = 10_000;

/**
 * Posts a signed message once. It follows no other address, waits ten seconds at most and reads nothing of the answer but
 * its status. Never throws.
 * @param now Unix ms of the signature
 */
export function send(message: Message, allowed: readonly string[], now: number): Promise<Attempted> {
  if (targetFault(message.url, allowed) !== null) return Promise.resolve({ status: null, error: "not-allowed" });
  const url = new URL(message.url);
  const timestamp = Math.floor(now / 1000);
  const body = Buffer.from(message.body);
  const make = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const asked = make(url, {
      method: "POST",
      agent: false,
      ...(isAllowed(url, allowed) ? {} : { lookup: openLookup }),
      headers: {
        "Content-Type": "application/json",
        "Content-Length": body.length,
        "User-Agent": "Situational-Centre",
        "Idempotency-Key": message.id,
        "Centre-Event": message.event,
        [TIMESTAMP_HEADER]: `${timestamp}`,
        [SIGNATURE_HEADER]: signatureOf(message.secret, timestamp, message.body),
      },
    });
    const finish = (attempted: Attempted): void => {
      clearTimeout(late);
      resolve(attempted);
      asked.destroy();
    };
    const late = setTimeout(() => finish({ status: null, error: "too-slow" }), MOST_MS);
    asked.once("response", ({ statusCode = 0 }) =>
      finish({ status: statusCode, error: statusCode >= 200 && statusCode < 300 ? null : "refused" }),
    );
    asked.on("error", (error) =>
      finish({ status: null, error: error instanceof InsideError ? "not-allowed" : "no-answer" }),
    );
    asked.end(body);
  });
}
