import { useEffect, useState } from "react";
import type { AuditPage, AuditView } from "../../shared/accessAnswers.ts";
import { useFetched } from "../store/fetched.ts";

/** What the log is asked for; empty text limits nothing. */
export interface AuditFilter {
  readonly who: string;
  readonly act: string;
  readonly from: string;
  readonly to: string;
}

const REFRESH_MS = 30_000;

function addressOf(filter: AuditFilter, before: string | null): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  if (before !== null) query.set("before", before);
  return `/api/audit?${query}`;
}

/** The log as far as it was asked for: the newest page, kept current, and the earlier ones that were turned to. */
export function useAuditPages(filter: AuditFilter): {
  readonly entries: readonly AuditView[] | null;
  readonly problem: "forbidden" | "unknown" | "failed" | null;
  readonly more: (() => void) | null;
} {
  const first = addressOf(filter, null);
  const newest = useFetched<AuditPage>(first, REFRESH_MS);
  const [earlier, setEarlier] = useState<{ of: string; pages: readonly AuditPage[] }>({ of: first, pages: [] });
  useEffect(() => setEarlier({ of: first, pages: [] }), [first]);
  const pages = earlier.of === first ? earlier.pages : [];
  const next = pages.length > 0 ? (pages.at(-1)?.next ?? null) : (newest.data?.next ?? null);
  const more = async (): Promise<void> => {
    const response = await fetch(addressOf(filter, next)).catch(() => null);
    if (!response?.ok) return;
    const page = (await response.json()) as AuditPage;
    setEarlier((before) => (before.of === first ? { of: first, pages: [...before.pages, page] } : before));
  };
  const seen = new Set<string>();
  const entries = [newest.data, ...pages]
    .flatMap((page) => page?.items ?? [])
    .filter(({ id }) => !seen.has(id) && seen.add(id));
  return {
    entries: newest.data === null ? null : entries,
    problem: newest.problem,
    more: next === null ? null : () => void more(),
  };
}
