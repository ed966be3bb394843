const ALMATY_MS = 5 * 3_600_000;

/** The clock of a test's centre begins here: a Monday, half past ten in Astana. */
export const MONDAY = Date.parse("2026-11-23T10:30:00+05:00");
/** That day, as a period of the statistics. */
export const THAT_DAY = "from=2026-11-23&to=2026-11-23";

/** The setting that lets a centre's clock begin at `MONDAY`, and the clock itself (epoch ms). */
export function mondayClock(): { readonly CLOCK_OFFSET_MS: string; now(): number } {
  const offset = MONDAY - Date.now();
  return { CLOCK_OFFSET_MS: `${offset}`, now: () => Date.now() + offset };
}

/** Tells of applications that an office accepts, one after the other without a hole. */
export function applicationsOf(office: string, now: () => number): (count: number) => object[] {
  let sequence = 0;
  const time = (): string => `${new Date(now() + ALMATY_MS).toISOString().slice(0, -1)}+05:00`;
  return (count) =>
    Array.from({ length: count }, () => {
      sequence += 1;
      return {
        specversion: "1.0",
        id: `${office}-${sequence}`,
        source: `/offices/${office}/cases`,
        sequence,
        type: "oss.application.accepted",
        time: time(),
        data: {
          application: `A-${sequence}`,
          operator: `${office}-01`,
          service: "passport",
          authority: "migration-police",
        },
      };
    });
}
