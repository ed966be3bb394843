import { type CloudEvent, parseInstant, parseSource } from "../../shared/events.ts";
import { dayStart, localDay } from "../../shared/time.ts";

/**
 * The figures once more, straight from the set of distinct events and the clock, by the definitions and without any of
 * the core's ways: events are put into lists by what they name, looked up there, and nothing is kept between calls.
 * Simple on purpose; the laws are held against it.
 */
export interface NaiveWorld {
  readonly zone: string;
  readonly waitNorm: number;
  readonly now: number;
  deadline(service: string, variant: string, accepted: number): number | null;
  authorityOf(service: string): string;
}

/** Exact figures of one row: counts by name, and every duration that goes into a distribution (ms). */
export interface NaiveRow {
  readonly counts: Record<string, number>;
  readonly waiting: number[];
  readonly service: number[];
  readonly lead: number[];
}

interface Known {
  readonly event: CloudEvent;
  readonly time: number;
  readonly sequence: number;
}

const content = ({ event }: Known) => `${event.type} ${JSON.stringify(event.data)}`;
const byTime = (a: Known, b: Known) =>
  a.time - b.time || a.sequence - b.sequence || (content(a) < content(b) ? -1 : content(a) > content(b) ? 1 : 0);

/** Rows of an office by `day`, `day/operator`, `day//service|authority` and `day/operator/service|authority`. */
export function naiveRows(events: readonly CloudEvent[], world: NaiveWorld): Map<string, NaiveRow> {
  const seen = new Set<string>();
  const all: Known[] = [];
  for (const event of events) {
    const key = `${parseSource(event.source)?.producer} ${Number(event.sequence)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    all.push({ event, time: parseInstant(event.time), sequence: Number(event.sequence) });
  }
  all.sort(byTime);
  const rows = new Map<string, NaiveRow>();
  const dayOf = (time: number) => localDay(time, world.zone);
  const rowsFor = (day: number, operator: string, matter: string): NaiveRow[] => {
    const keys = [`${day}`];
    if (operator) keys.push(`${day}/${operator}`);
    if (matter) keys.push(`${day}//${matter}`);
    if (operator && matter) keys.push(`${day}/${operator}/${matter}`);
    return keys.map((key) => {
      const row = rows.get(key) ?? { counts: {}, waiting: [], service: [], lead: [] };
      rows.set(key, row);
      return row;
    });
  };
  const add = (day: number, operator: string, matter: string, name: string, amount = 1) => {
    for (const { counts } of rowsFor(day, operator, matter)) counts[name] = (counts[name] ?? 0) + amount;
  };
  const lists = new Map<string, Known[]>();
  const list = (name: string) => lists.get(name) ?? [];
  const note = (name: string, known: Known) => {
    const noted = lists.get(name);
    if (noted) noted.push(known);
    else lists.set(name, [known]);
  };
  for (const known of all) {
    const { type } = known.event;
    const { ticket, application, operator } = known.event.data as Record<string, string | undefined>;
    if (ticket !== undefined) note(`ticket ${ticket}`, known);
    if (ticket !== undefined) note(`${type} ticket ${ticket}`, known);
    if (application !== undefined) note(`${type} application ${application}`, known);
    if (operator !== undefined) note(`operator ${operator} ${dayOf(known.time)}`, known);
    if (type.startsWith("oss.operator.")) note(`acts ${operator}`, known);
  }
  const of = (type: string, field: "ticket" | "application", id: string) => list(`${type} ${field} ${id}`);
  const ids = (prefix: string, field: string) => [
    ...new Set(
      all
        .filter(({ event }) => event.type.startsWith(prefix) && field in event.data)
        .map(({ event }) => (event.data as unknown as Record<string, string>)[field] as string),
    ),
  ];
  const lastNaming = (operator: string, day: number) =>
    Math.max(...list(`operator ${operator} ${day}`).map(({ time }) => time));
  const span = (name: string, operator: string, from: number, to: number | null) => {
    const day = dayOf(from);
    if (to === null) {
      const end = day === dayOf(world.now) ? world.now : lastNaming(operator, day);
      return add(day, operator, "", name, end - from);
    }
    if (to - from > 366 * 86_400_000) return add(day, operator, "", "negative");
    for (let at = day; at <= dayOf(to); at += 1) {
      const part = Math.min(to, dayStart(at + 1, world.zone)) - Math.max(from, dayStart(at, world.zone));
      if (part > 0) add(at, operator, "", name, part);
    }
  };

  for (const { time } of all) add(dayOf(time), "", "", "events");

  for (const id of ids("oss.ticket.", "ticket")) {
    const first = (type: string) => of(type, "ticket", id)[0];
    const issued = first("oss.ticket.issued");
    const closed = first("oss.ticket.closed");
    const left = first("oss.ticket.left");
    const calls = of("oss.ticket.called", "ticket", id);
    const call = calls.filter(({ time }) => !closed || time <= closed.time).at(-1);
    const data = (known: Known | undefined) => known?.event.data as Record<string, string> | undefined;
    const operator = data(closed)?.operator ?? data(call)?.operator ?? "";
    const pauses: { from: number; to: number; reason: string }[] = [];
    let open: { from: number; reason: string } | null = null;
    for (const { event, time } of list(`ticket ${id}`)) {
      if (event.type === "oss.ticket.paused") open ??= { from: time, reason: event.data.reason };
      if (event.type === "oss.ticket.resumed" && open) {
        pauses.push({ ...open, to: time });
        open = null;
      }
    }
    if (open && closed) pauses.push({ ...open, to: Math.max(closed.time, open.from) });
    const real = pauses
      .filter(({ from }) => !closed || from <= closed.time)
      .map((pause) => ({ ...pause, to: closed ? Math.min(pause.to, closed.time) : pause.to }));
    if (pauses.length > real.length && closed)
      add(dayOf(closed.time), operator, "", "negative", pauses.length - real.length);
    for (const { from, to, reason } of real)
      if (reason === "payment") add(dayOf(from), operator, "", "paymentPause", to - from);

    if (issued) add(dayOf(issued.time), operator, "", "ticketsIssued");
    if (call) add(dayOf(call.time), operator, "", "called");
    if (left) add(dayOf(left.time), operator, "", "left");
    if (issued && call) {
      const waited = call.time - issued.time;
      if (waited < 0) add(dayOf(issued.time), operator, "", "negative");
      else {
        for (const row of rowsFor(dayOf(issued.time), operator, "")) row.waiting.push(waited);
        if (waited <= world.waitNorm) add(dayOf(issued.time), operator, "", "withinNorm");
      }
    }
    if (closed) {
      const outcome = data(closed)?.outcome;
      if (outcome === "no-show") add(dayOf(closed.time), operator, "", "noShow");
      if (outcome === "served") add(dayOf(closed.time), operator, "", "served");
      if (outcome === "served" && call) {
        let duration = closed.time - call.time;
        for (const { from, to } of real) duration -= Math.max(0, to - Math.max(from, call.time));
        for (const row of rowsFor(dayOf(closed.time), operator, "")) row.service.push(duration);
      }
      if (!call && calls.length > 0) add(dayOf(closed.time), operator, "", "negative");
    }
    if (call) span("serving", operator, call.time, closed?.time ?? null);
  }

  for (const id of ids("oss.application.", "application")) {
    const first = (step: string) => of(`oss.application.${step}`, "application", id)[0];
    const accepted = first("accepted");
    const data = accepted?.event.data as Record<string, string> | undefined;
    const operator = data?.operator ?? "";
    const matter = data ? `${data.service}|${data.authority}` : "";
    const [ready, declined, withdrawn] = [first("ready"), first("declined"), first("withdrawn")];
    const [sent, received, issued] = [first("sent"), first("received"), first("issued")];
    const stops = [ready, declined].filter((step) => step !== undefined).map(({ time }) => time);
    const done = stops.length > 0 ? Math.min(...stops) : null;
    for (const [name, step] of Object.entries({ ready, declined, withdrawn, issued }))
      if (step) add(dayOf(step.time), operator, matter, name);
    for (const { event, time } of of("oss.application.returned", "application", id)) {
      add(dayOf(time), operator, matter, "returned");
      if ((event.data as { fault: string }).fault === "operator")
        add(dayOf(time), operator, matter, "returnedByOperator");
    }
    const leg = (name: string, from: number | undefined, to: number | null | undefined) => {
      if (from === undefined || to === undefined || to === null) return;
      if (to < from) return add(dayOf(to), operator, matter, "negative");
      add(dayOf(to), operator, matter, `${name}N`);
      add(dayOf(to), operator, matter, name, to - from);
    };
    leg("acceptedToSent", accepted?.time, sent?.time);
    leg("backOffice", sent?.time ?? received?.time, done);
    leg("readyToIssued", ready?.time, issued?.time);
    if (!accepted || !data) continue;
    add(dayOf(accepted.time), operator, matter, "accepted");
    if (done === null) {
      if (!withdrawn) add(dayOf(accepted.time), operator, matter, "open");
    } else if (done >= accepted.time)
      for (const row of rowsFor(dayOf(accepted.time), operator, matter)) row.lead.push(done - accepted.time);
    else add(dayOf(accepted.time), operator, matter, "negative");
    const due = data.due
      ? parseInstant(data.due)
      : world.deadline(data.service as string, data.variant ?? "", accepted.time);
    if (due === null || due > world.now || (withdrawn && withdrawn.time < due)) continue;
    add(dayOf(due - 1), operator, matter, "due");
    if (Math.min(...stops, withdrawn?.time ?? Number.POSITIVE_INFINITY) > due)
      add(dayOf(due - 1), operator, matter, "delayed");
  }

  for (const { event, time } of all) {
    const { operator = "", service } = event.data as { operator?: string; service?: string };
    const matter = service ? `${service}|${world.authorityOf(service)}` : "";
    if (event.type === "oss.application.rejected") add(dayOf(time), operator, matter, "rejected");
    if (event.type === "oss.feedback.complained") add(dayOf(time), operator, matter, "complaints");
    if (event.type === "oss.feedback.thanked") add(dayOf(time), operator, matter, "thanks");
    if (event.type === "oss.feedback.rated") {
      add(dayOf(time), operator, matter, "ratingsN");
      add(dayOf(time), operator, matter, "ratingsSum", event.data.score);
    }
  }

  for (const operator of ids("oss.operator.", "operator")) {
    const acts = list(`acts ${operator}`);
    const track = (name: string, begins: string, ends: readonly string[], resets: string) => {
      let from: number | null = null;
      for (const { event, time } of acts) {
        const type = event.type.slice("oss.operator.".length);
        if (from !== null && dayOf(from) !== dayOf(time) && (type === resets || type === begins)) {
          span(name, operator, from, null);
          from = null;
        }
        if (type === begins) from ??= time;
        else if (ends.includes(type) && from !== null) {
          span(name, operator, from, time);
          from = null;
        }
      }
      if (from !== null) span(name, operator, from, null);
    };
    track("signedIn", "signed-in", ["signed-out"], "signed-in");
    track("paused", "paused", ["resumed", "signed-out"], "signed-in");
  }
  return rows;
}
