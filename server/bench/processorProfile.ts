import { Session } from "node:inspector/promises";

/** Share of the processor's time that a function took itself. */
export interface SelfTime {
  readonly place: string;
  readonly share: number;
}

/** Runs `body` under the processor's profile and tells where the time went, the largest share first. */
export async function profiled<T>(
  body: () => Promise<T>,
  most = 40,
): Promise<{ readonly result: T; readonly top: readonly SelfTime[] }> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 500 });
    await session.post("Profiler.start");
    const result = await body();
    const { profile } = await session.post("Profiler.stop");
    const places = new Map<number, string>();
    for (const { id, callFrame } of profile.nodes) {
      const file = callFrame.url.split("/").at(-1) ?? "";
      places.set(id, `${callFrame.functionName || "(anonymous)"} ${file}:${callFrame.lineNumber + 1}`);
    }
    const time = new Map<string, number>();
    let all = 0;
    profile.samples?.forEach((node, at) => {
      const place = places.get(node) ?? "";
      const delta = profile.timeDeltas?.[at] ?? 0;
      if (place.startsWith("(idle)")) return;
      all += delta;
      time.set(place, (time.get(place) ?? 0) + delta);
    });
    const top = [...time]
      .map(([place, spent]) => ({ place, share: spent / all }))
      .sort((one, other) => other.share - one.share)
      .slice(0, most);
    return { result, top };
  } finally {
    session.disconnect();
  }
}
