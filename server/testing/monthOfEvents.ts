import type { CloudEvent } from "../../shared/events.ts";

/** Offices that the month is told of, with an authority's service each. */
export const MONTH_OFFICES = ["KZ-71-01", "KZ-71-02", "KZ-43-04"] as const;

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const SERVICES = [
  ["passport", "migration-police"],
  ["id-card", "migration-police"],
  ["property-registration", "justice"],
] as const;

/** Tells events of an office one after the other, numbered without a hole. */
export class Teller {
  readonly events: CloudEvent[] = [];
  readonly #office: string;
  #sequence = 0;

  constructor(office: string) {
    this.#office = office;
  }

  /** A moment of the office's month: the day from 1, the hour of Astana as a fraction. */
  tell(date: string, hour: number, type: CloudEvent["type"], data: object): void {
    this.#sequence += 1;
    const ms = Math.round(hour * 3_600_000);
    const time = `${new Date(Date.parse(`${date}T00:00:00Z`) + ms).toISOString().slice(0, -1)}+05:00`;
    const source = `/offices/${this.#office}/all`;
    const id = `${this.#office}-${this.#sequence}`;
    this.events.push({ specversion: "1.0", id, source, sequence: this.#sequence, type, time, data } as CloudEvent);
  }
}

/** A month of an office: tickets, applications with every way they can go, refusals with reasons, ratings. */
export function monthOf(office: string, month: string, days: number): Teller {
  const teller = new Teller(office);
  const next = numbers(office.length * 7919 + Number(office.slice(-2)) * 104_729);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  for (let day = 1; day <= days; day += 1) {
    const date = `${month}-${String(day).padStart(2, "0")}`;
    const operator = `${office}-0${1 + (day % 3)}`;
    teller.tell(date, 9, "oss.operator.signed-in", { operator, desk: "1" });
    for (let visit = 0; visit < 6; visit += 1) {
      const hour = 9.1 + visit + next() / 2;
      const ticket = `${date}/A-${visit}`;
      const [service, authority] = pick(SERVICES);
      teller.tell(date, hour, "oss.ticket.issued", { ticket, queue: "services" });
      if (next() < 0.1) {
        teller.tell(date, hour + 0.3, "oss.ticket.left", { ticket });
        continue;
      }
      teller.tell(date, hour + next() * 0.5, "oss.ticket.called", { ticket, operator });
      teller.tell(date, hour + 0.6 + next() * 0.3, "oss.ticket.closed", { ticket, operator, outcome: "served" });
      if (next() < 0.2) {
        const reason = pick(["documents missing", "wrong office | other", "not entitled"]);
        teller.tell(date, hour + 0.7, "oss.application.rejected", { operator, service, reason });
        continue;
      }
      const application = `A-${month}-${day}-${visit}`;
      const due = `${date}T23:59:00+05:00`;
      teller.tell(date, hour + 0.7, "oss.application.accepted", { application, operator, service, authority, due });
      teller.tell(date, hour + 1, "oss.application.sent", { application });
      const fate = next();
      if (fate < 0.15) {
        const fault = pick(["operator", "applicant", "authority", "rule-change"]);
        teller.tell(date, hour + 1.5, "oss.application.returned", { application, reason: "no signature", fault });
      } else if (fate < 0.75) teller.tell(date, hour + 2 + next() * 12, "oss.application.ready", { application });
      else if (fate < 0.85) teller.tell(date, hour + 2, "oss.application.declined", { application });
      if (fate > 0.3 && fate < 0.6) teller.tell(date, 23.9, "oss.application.issued", { application, operator });
    }
    if (next() < 0.5) teller.tell(date, 17, "oss.feedback.rated", { score: 1 + Math.floor(next() * 5), operator });
    if (next() < 0.2) teller.tell(date, 17, "oss.feedback.complained", { theme: "waiting" });
    teller.tell(date, 18, "oss.operator.signed-out", { operator });
  }
  return teller;
}
