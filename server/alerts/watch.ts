import { ALERT_RULES } from "../../shared/alertRules.ts";
import type { AlertKind } from "../../shared/alerts.ts";
import { isOpen } from "../../shared/referenceIndex.ts";
import { type OfficeNow, readings } from "../core/alertReadings.ts";
import type { Reading } from "../core/alertRule.ts";
import { RunningWindow } from "../core/alertWindow.ts";
import { elapsed } from "../core/elapsed.ts";
import { AT, type Counter } from "../core/row.ts";
import type { LiveOffice } from "../live/liveOffice.ts";
import type { Replica } from "../live/replica.ts";

/** Figures that lag behind what is stored by more than this are not judged, ms. */
const MOST_BEHIND_MS = 60_000;
/** When at least so many, and more than half of the open offices that were ever heard are silent, the fault is not theirs. */
const MANY_SILENT = 10;

export type Readings = Readonly<Record<AlertKind, Reading>>;

function officeNow(live: LiveOffice, replica: Replica, now: number): OfficeNow {
  const at = (name: Counter) => live.row?.counts[AT[name]] ?? 0;
  const time = (track: "signedIn" | "paused" | "serving") =>
    live.row === null ? 0 : elapsed(live.row, track, live.day, live.day, now);
  return {
    open: isOpen(live.office, now, replica.index),
    told: live.row !== null,
    silentSince: live.silentSince,
    lastEvent: live.lastEvent,
    oldestWait: live.stock.oldest,
    ticketsIssued: at("ticketsIssued"),
    called: at("called"),
    left: at("left"),
    due: at("due"),
    delayed: at("delayed"),
    serving: time("serving"),
    available: time("signedIn") - time("paused"),
    missing: live.missing,
  };
}

/** What is measured for the alerts in this process: each keeps its own half hour, so that any may take over at once. */
export class AlertWatch {
  readonly #replica: Replica;
  readonly #reach: () => number;
  readonly #windows = new Map<string, RunningWindow>();
  #centreSilent = false;

  /** @param reach everything stored before this moment (epoch ms) is in the replica */
  constructor(replica: Replica, reach: () => number) {
    this.#replica = replica;
    this.#reach = reach;
  }

  /** Notes what stands now; to be called every few seconds. */
  note(now: number): void {
    let open = 0;
    let silent = 0;
    for (const [id, live] of this.#replica.offices) {
      const of = officeNow(live, this.#replica, now);
      if (of.open && live.lastArrival > 0) {
        open += 1;
        if (of.silentSince !== null) silent += 1;
      }
      let window = this.#windows.get(id);
      if (window === undefined) {
        window = new RunningWindow();
        this.#windows.set(id, window);
      }
      if (of.told && of.silentSince === null) window.note(of, live.day, now);
    }
    this.#centreSilent = silent >= MANY_SILENT && silent * 2 > open;
  }

  /** The value of every kind at an office, in the unit of its kind. */
  read(live: LiveOffice, now: number): Readings {
    const of = officeNow(live, this.#replica, now);
    const window = this.#windows.get(live.office.id)?.read(of, live.day, now) ?? null;
    const read = readings(of, window, now);
    if (now - this.#reach() > MOST_BEHIND_MS)
      return Object.fromEntries(
        Object.entries(read).map(([kind, value]) => [kind, value === "none" ? "none" : "unknown"]),
      ) as Readings;
    if (live.lastArrival === 0) return { ...read, silent: "none" };
    return this.#centreSilent && typeof read.silent === "number" ? { ...read, silent: "unknown" } : read;
  }

  /** Since when a value that is a time has been growing, epoch ms; null when it is not known or no time. */
  growingSince(live: LiveOffice, kind: AlertKind): number | null {
    if (ALERT_RULES[kind].unit !== "seconds") return null;
    return kind === "silent" ? live.silentSince : live.stock.oldest || null;
  }
}
