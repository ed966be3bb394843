/** How long something took: on the clock, and of this process's processor time, both in microseconds an event. */
export interface Timed {
  readonly micros: number;
  readonly processorMicros: number;
  readonly perSecond: number;
}

/** Takes the time of `body`, which handles so many events. */
export async function timed(events: number, body: () => Promise<unknown>): Promise<Timed> {
  const before = process.cpuUsage();
  const begun = performance.now();
  await body();
  const micros = ((performance.now() - begun) * 1_000) / events;
  const { user, system } = process.cpuUsage(before);
  return { micros, processorMicros: (user + system) / events, perSecond: 1e6 / micros };
}
