import type { CloudEvent } from "../../shared/events.ts";
import { parseInstant } from "../../shared/events.ts";
import { type Day, localDay, localQuarter } from "../../shared/time.ts";
import { type Application, type ApplicationEvent, absorbApplicationEvent } from "./application.ts";
import { refusalKey } from "./cause.ts";
import { countAlone } from "./late.ts";
import { NEVER } from "./moment.ts";
import { type OfficeState, operatorDayKey } from "./office.ts";
import { addAct, leadOf, type StaffAct } from "./operatorDay.ts";
import {
  daysEndedBy,
  endsAfter,
  newSpine,
  type OperatorSpine,
  placeOf,
  sameLead,
  type Vertebra,
} from "./operatorSpine.ts";
import { applicationExpired, laterArrival, ticketExpired } from "./retention.ts";
import { AT } from "./row.ts";
import { addSequence, missingOf } from "./sequence.ts";
import { IN_QUARTER } from "./series.ts";
import { themeKey } from "./theme.ts";
import { absorbTicketEvent, type TicketEvent } from "./ticket.ts";

/** An event that passed the door: parsed, with its moment as epoch ms. */
export interface Fact {
  readonly event: CloudEvent;
  readonly producer: string;
  readonly sequence: number;
  readonly time: number;
}

/** The acts that staff events tell. */
const ACTS: Partial<Record<CloudEvent["type"], StaffAct>> = {
  "oss.operator.signed-in": "sign-in",
  "oss.operator.paused": "pause",
  "oss.operator.resumed": "resume",
  "oss.operator.signed-out": "sign-out",
};

/**
 * Folds one event into its office: takes the entity's contribution back and lets it absorb the event; the office's
 * `contribute` puts the new contribution. False when the event was there already, and nothing changed. The entities it touches must be in
 * memory (see `needs.ts`). `now` decides which deadlines have passed, `arrival`, the day (UTC) on which the
 * event came, which records are still kept; 0 for all of them.
 */
export function foldFact(office: OfficeState, fact: Fact, now: number, arrival: Day = 0): boolean {
  const { event, time, sequence } = fact;
  office.arrival = arrival;
  const source = office.source(fact.producer);
  const missing = missingOf(source);
  if (!addSequence(source, sequence)) return false;
  office.missing += missingOf(source) - missing;
  office.changedSources.add(fact.producer);
  if (time > office.lastEvent) office.lastEvent = time;
  const day = localDay(time, office.zone);
  office.book.countEvent(day, namesUnknown(office, event));
  const { data } = event;
  const { operator } = data as { readonly operator?: string };
  if (operator !== undefined) office.name(operator, time, day);
  switch (event.type) {
    case "oss.office.heartbeat":
      break;
    case "oss.operator.signed-in":
    case "oss.operator.paused":
    case "oss.operator.resumed":
    case "oss.operator.signed-out":
      foldAct(office, event, time, sequence, day);
      break;
    case "oss.ticket.issued":
    case "oss.ticket.called":
    case "oss.ticket.paused":
    case "oss.ticket.resumed":
    case "oss.ticket.closed":
    case "oss.ticket.left":
      foldTicket(office, event, time, sequence, day);
      break;
    case "oss.application.rejected": {
      const { operator, service } = event.data;
      const refused = office.book.cells.at(day, operator, `${service}|${office.rules.authorityOf(service)}`);
      refused.add(AT.rejected, 1);
      refused.curve(localQuarter(time, office.zone), IN_QUARTER.rejected, 1);
      office.book.countCause(day, refusalKey(service, event.data.reason), AT.rejected, 1);
      break;
    }
    case "oss.feedback.rated":
    case "oss.feedback.complained":
    case "oss.feedback.thanked":
      foldFeedback(office, event, day);
      break;
    default:
      foldApplication(office, event, time, sequence, day, now);
  }
  return true;
}

function namesUnknown({ rules }: OfficeState, { data }: CloudEvent): boolean {
  const { operator, service, authority } = data as Partial<Record<"operator" | "service" | "authority", string>>;
  return (
    (operator !== undefined && !rules.knows("operator", operator)) ||
    (service !== undefined && !rules.knows("service", service)) ||
    (authority !== undefined && !rules.knows("authority", authority))
  );
}

function foldTicket(office: OfficeState, event: TicketEvent, time: number, sequence: number, day: Day): void {
  const id = event.data.ticket;
  const known = office.tickets.get(id);
  const dropped = known === undefined ? office.droppedTickets.has(id) : ticketExpired(known, office.arrival);
  if (dropped) {
    countAlone(office, event, time, day);
    return;
  }
  const ticket = office.changingTicket(id);
  ticket.arrived = laterArrival(ticket.arrived, office.arrival);
  absorbTicketEvent(ticket, event, time, sequence);
}

function foldApplication(
  office: OfficeState,
  event: ApplicationEvent,
  time: number,
  sequence: number,
  day: Day,
  now: number,
): void {
  const id = event.data.application;
  const known = office.applications.get(id);
  const dropped = known === undefined ? office.droppedApplications.has(id) : applicationExpired(known, office.arrival);
  if (dropped) {
    countAlone(office, event, time, day);
    return;
  }
  const application = office.changingApplication(id);
  application.arrived = laterArrival(application.arrived, office.arrival);
  const given = event.type === "oss.application.accepted" && event.data.due ? parseInstant(event.data.due) : null;
  if (absorbApplicationEvent(application, event, time, sequence, given)) fixDeadline(application, office, now);
}

/** The deadline is fixed at acceptance: as given, else by the norm of the service; a norm's later change never moves it. */
function fixDeadline(application: Application, office: OfficeState, now: number): void {
  const { acceptance, accepted } = application;
  if (acceptance === null) return;
  application.due =
    acceptance.given ?? office.rules.deadline(acceptance.service, acceptance.variant, accepted.time) ?? NEVER;
  application.duePassed = application.due <= now;
  application.dueChanged = true;
}

/** The clock has reached the application's deadline: from now on it counts as due, and as delayed unless stopped. */
export function passDeadline(application: Application, office: OfficeState, now: number): void {
  if (application.duePassed || application.due > now) return;
  office.changingApplication(application.id);
  application.duePassed = true;
  application.dueChanged = true;
}

type ActEvent = Extract<CloudEvent, { type: `oss.operator.${string}` }>;

function foldAct(office: OfficeState, event: ActEvent, time: number, sequence: number, day: Day): void {
  const { operator } = event.data;
  const today = office.changingActs(operator, day);
  let spine = office.spines.get(operator);
  // the spine remembers the day, the acts are kept no longer: the act counts as an event alone
  if (today.acts.length === 0 && spine !== undefined && spine.days[placeOf(spine, day)]?.day === day) return;
  if (spine === undefined) {
    spine = newSpine(operator);
    office.spines.set(operator, spine);
  }
  const isNew = today.acts.length === 0;
  addAct(today, {
    time,
    sequence,
    act: ACTS[event.type] as StaffAct,
    reason: event.type === "oss.operator.paused" ? event.data.reason : "",
    desk: event.type === "oss.operator.signed-in" ? (event.data.desk ?? "") : "",
    role: event.type === "oss.operator.signed-in" ? (event.data.role ?? "") : "",
  });
  const lead = leadOf(today);
  const at = placeOf(spine, day);
  const known = isNew ? null : (spine.days[at] as Vertebra).lead;
  if (isNew) {
    spine.days.splice(at, 0, { day, lead });
    today.next = endsAfter(spine, day);
  }
  if (known !== null && sameLead(known, lead)) return;
  (spine.days[at] as Vertebra).lead = lead;
  office.changedSpines.add(spine);
  for (const before of daysEndedBy(spine, day)) endEarlierDay(office, spine, before);
}

/** The ends that come after an earlier day changed: its open intervals end elsewhere now. */
function endEarlierDay(office: OfficeState, spine: OperatorSpine, day: Day): void {
  const next = endsAfter(spine, day);
  const known = office.operatorDays.get(operatorDayKey(spine.operator, day));
  if (known !== undefined && sameLead(known.next, next)) return;
  office.changingActs(spine.operator, day).next = next;
}

type FeedbackEvent = Extract<CloudEvent, { type: `oss.feedback.${string}` }>;

function foldFeedback(office: OfficeState, event: FeedbackEvent, day: Day): void {
  const { operator = "", service } = event.data;
  const matter = service === undefined ? "" : `${service}|${office.rules.authorityOf(service)}`;
  const cells = office.book.cells.at(day, operator, matter);
  switch (event.type) {
    case "oss.feedback.rated":
      cells.add(AT.ratingsN, 1);
      cells.add(AT.ratingsSum, event.data.score);
      break;
    case "oss.feedback.complained":
      cells.add(AT.complaints, 1);
      if (operator !== "") office.book.countTheme(day, themeKey(operator, event.data.theme));
      break;
    case "oss.feedback.thanked":
      cells.add(AT.thanks, 1);
  }
}
