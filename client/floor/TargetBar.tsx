/** How far the work has come, with the target as a mark; it goes on behind the mark. */
export function TargetBar({ done, target }: { done: number | null; target: number | null }) {
  if (target === null) return <div className="targetBar targetBar--none" aria-hidden="true" />;
  const whole = Math.max(target * 1.2, done ?? 0);
  return (
    <div className="targetBar" aria-hidden="true">
      <span className="targetBar__done" style={{ width: `${((done ?? 0) / whole) * 100}%` }} />
      <span className="targetBar__mark" style={{ left: `${(target / whole) * 100}%` }} />
    </div>
  );
}
