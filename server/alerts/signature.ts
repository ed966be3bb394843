import { createHmac, timingSafeEqual } from "node:crypto";

/** The headers of a signed message: when it was signed (Unix seconds), and the signature. */
export const TIMESTAMP_HEADER = "Centre-Timestamp";
export const SIGNATURE_HEADER = "Centre-Signature";

/**
 * The signature of a message: `v1=` and the HMAC-SHA256, in hex, over `timestamp.body` with the webhook's secret. The
 * receiver computes it over the bytes as they came and refuses what is older than five minutes.
 * @param timestamp Unix seconds
 */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
}

/** Whether a signature is that of the message, compared in constant time. */
export function isSignedBy(secret: string, timestamp: number, body: string, signature: string): boolean {
  const expected = Buffer.from(signatureOf(secret, timestamp, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
