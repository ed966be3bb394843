/** The nearest-rank quantile (share from 0 to 1) of some measurements; NaN of none. */
export function quantile(measured: readonly number[], share: number): number {
  const sorted = [...measured].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle of some measurements; NaN of none. */
export function median(measured: readonly number[]): number {
  return quantile(measured, 0.5);
}
