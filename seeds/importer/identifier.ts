import { createHash } from "node:crypto";

const IDENTIFIER = /^[A-Za-z0-9._/-]{1,64}$/;
const KEPT = 40;

/**
 * A text as an identifier of the event table: unchanged when it is one already, else its letters of the Latin alphabet
 * with a short digest of the whole text, so that two texts never become one identifier.
 */
export function identifierOf(text: string): string {
  if (IDENTIFIER.test(text)) return text;
  const latin = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._/-]+/g, "-")
    .replace(/^[-./]+/, "")
    .slice(0, KEPT)
    .replace(/[-./]+$/, "");
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return latin === "" ? digest : `${latin}-${digest}`;
}

/** A text as the id of an office, in which a slash has no place. */
export function officeIdOf(text: string): string {
  return /^[A-Za-z0-9._-]{1,64}$/.test(text) ? text : identifierOf(`${text.replaceAll("/", " ")} `);
}
