import type { Office } from "../../../shared/reference.ts";
import { openingHours } from "../../../shared/referenceIndex.ts";
import { type Day, formatDay, momentAt } from "../../../shared/time.ts";
import { liveOn } from "./applicationLife.ts";
import { clientsOn, planArrivals } from "./arrivals.ts";
import { timeText } from "./eventText.ts";
import { type Fact, factBook, originOf } from "./fact.ts";
import { runQueue } from "./queue.ts";
import { landRush } from "./scenario.ts";
import { planStaff } from "./staffPlan.ts";
import { ticketNumbers } from "./ticketNumbers.ts";
import type { DeskDay } from "./visit.ts";
import type { World } from "./world.ts";

/** How many of an earlier day's first applications certainly exist, so that a correction can name one. */
const CERTAIN = { city: 20, rayon: 3 } as const;

/** `KZ7101-261123-00042`: office without dashes, date, number of the day. */
function applicationId(office: Office, date: string, number: number): string {
  return `${office.id.replaceAll("-", "")}-${date.slice(2).replaceAll("-", "")}-${String(number).padStart(5, "0")}`;
}

/**
 * Everything that one day of an office causes, by time: its tickets, desks and staff, and the whole life of each
 * application accepted on it, later days included. It follows from the world, the office and the day alone.
 * None on a day on which the office is closed.
 */
export function officeFacts(world: World, office: Office, day: Day): readonly Fact[] {
  const hours = openingHours(office, day, world.index);
  if (hours === null) return [];
  const date = formatDay(day);
  const key = (part: string) => world.chance(part, office.id, date);
  const rushed = landRush(world.scenario, day, world.index, world.settings, world.seed);
  const rush = rushed?.office === office.id ? rushed : null;
  const extra = rush ? world.settings.scenarios.landRush.extraDesks : 0;
  const staff = planStaff(world, office, day, hours, key("staff"), extra);
  const usual = clientsOn(world, office, day, staff, key("count"));
  const count = rush ? Math.max(usual, Math.round(rush.clients * world.scale)) : usual;
  const tickets = ticketNumbers(date);
  const clients = planArrivals(world, office, day, hours, count, tickets, key("arrivals"), rush !== null);
  const book = factBook(originOf(office.id, office.zone, date));
  const random = key("desks");
  const pause = staff.flatMap(({ pauses }) => pauses).find(({ reason }) => reason === "system");
  let applications = 0;
  const of: DeskDay = {
    world,
    office,
    day,
    book,
    random,
    rush: rush !== null,
    standstill: pause ? { from: pause.at, to: pause.at + pause.length } : null,
    clockText: (moment) => timeText(moment, office.zone),
    nextApplication: () => applicationId(office, date, ++applications),
    corrected: () => {
      const back = 3 + Math.floor(random.between(0, 20));
      const earlier = openingHours(office, day - back, world.index) === null ? null : formatDay(day - back);
      const certain = Math.max(1, Math.floor(CERTAIN[office.kind] * Math.min(1, world.scale)));
      return earlier && applicationId(office, earlier, 1 + Math.floor(random.between(0, certain)));
    },
    accepted: [],
  };
  const closing = momentAt(day, hours.close, office.zone);
  runQueue(of, clients, staff, tickets, closing);
  const lives = key("lives");
  for (const acceptance of of.accepted) liveOn(world, office, day, acceptance, closing, lives, book);
  return book.close();
}
