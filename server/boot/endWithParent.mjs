/**
 * When npm started us and is killed without a chance to say so, we end as if we had been asked to: nobody else would
 * know of this process. Looks every `everyMs` milliseconds. Started in any other way, we do not depend on a parent.
 */
export function endWithParent(everyMs = 200) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, everyMs);
  timer.unref();
}
