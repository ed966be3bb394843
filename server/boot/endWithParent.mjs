import { readFileSync } from "node:fs";

/**
 * When npm started us and ends before us, we end as if we had been asked to: npm passes a SIGTERM on to the shell it
 * put between but not to us, and a SIGKILL to nobody, so nobody else would know of this process. Looks every `everyMs` milliseconds. Started in any other way, we do not depend on a parent.
 */
export function endWithParent(everyMs = 200) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parents = parentsUpToNpm();
  const timer = setInterval(() => {
    if (parentsUpToNpm() === parents) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, everyMs);
  timer.unref();
}

/** The parent, and the one above it when the parent is only the shell that npm put between; both as one text. */
function parentsUpToNpm() {
  const [name, above] = nameAndParent(process.ppid);
  return ["sh", "dash", "bash"].includes(name) ? `${process.ppid} ${above}` : `${process.ppid}`;
}

/** Where the system does not show its processes as files, the parent alone is watched. */
function nameAndParent(pid) {
  try {
    const [, name, above] = /^\d+ \((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "latin1")) ?? [];
    return [name, above];
  } catch {
    return [];
  }
}
