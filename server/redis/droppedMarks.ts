import { createHash } from "node:crypto";

/** Whose record was removed. */
export type DroppedKind = "ticket" | "application";

/** Characters of a mark: with the two of its field, sixty bits, so that no two identifiers of an office share it. */
const LENGTH = 8;

/** Where it is noted that a record was removed, and as what. */
export function droppedMark(kind: DroppedKind, id: string): { readonly field: string; readonly mark: string } {
  const digest = createHash("sha256").update(`${kind} ${id}`).digest("base64url");
  return { field: digest.slice(0, 2), mark: digest.slice(2, 2 + LENGTH) };
}

/** Whether a mark is among those of its field. */
export function hasMark(marks: string | null, mark: string): boolean {
  if (marks === null) return false;
  for (let at = marks.indexOf(mark); at >= 0; at = marks.indexOf(mark, at + 1)) if (at % LENGTH === 0) return true;
  return false;
}
