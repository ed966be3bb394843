import { z } from "zod";
import { parseDay } from "../shared/time.ts";

const text = z.string().min(1, "must not be empty").max(300, "must have at most 300 characters");
const names = z.strictObject({ kk: text, ru: text, en: text });
const code = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/, "must be 1 to 40 characters of A-Z a-z 0-9 . _ -");
const count = z.int().min(0, "must not be negative").max(1_000, "must be at most 1000");

const day = z.string().transform((written, context) => {
  const parsed = parseDay(written);
  if (parsed !== null) return parsed;
  context.issues.push({ code: "custom", input: written, message: "must be a date such as 2026-11-23" });
  return z.NEVER;
});

const knownZones = new Map<string, boolean>();

function isZone(name: string): boolean {
  let known = knownZones.get(name);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      known = true;
    } catch {
      known = false;
    }
    knownZones.set(name, known);
  }
  return known;
}

const zone = z.string().refine(isZone, { error: "must be an IANA time zone such as Asia/Almaty" });

const minutesOf = (hours: string, minutes: string) => Number(hours) * 60 + Number(minutes);

const hours = z.string().transform((written, context) => {
  const match = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(written);
  const open = minutesOf(match?.[1] ?? "x", match?.[2] ?? "x");
  const close = minutesOf(match?.[3] ?? "x", match?.[4] ?? "x");
  if (open < close && close <= 1440) return { open, close };
  context.issues.push({ code: "custom", input: written, message: "must be opening hours such as 09:00-20:00" });
  return z.NEVER;
});
const hoursOrClosed = hours.nullable();

const dates = { validFrom: day, validTo: day.nullable().default(null) };

const region = z.strictObject({
  id: code,
  names,
  shortNames: names,
  iso: code.nullable(),
  formerIso: code.nullable(),
  zone,
  kind: z.enum(["oblast", "city"]),
  centre: names.nullable(),
  population: z.strictObject({
    y2009: z.int().min(0),
    y2023: z.int().min(0).nullable(),
    y2025: z.int().min(0).nullable(),
  }),
  tile: z.strictObject({ column: z.int().min(0).max(6), row: z.int().min(0).max(3) }).nullable(),
  formerNames: z.array(z.strictObject({ names, ...dates })).default([]),
  ...dates,
});

const office = z.strictObject({
  id: code,
  region: code,
  names,
  shortNames: names,
  zone,
  kind: z.enum(["city", "rayon"]),
  staffing: code,
  waitNormMinutes: z.number().positive().optional(),
  serviceNormMinutes: z.number().positive().optional(),
  formerRegions: z.array(z.strictObject({ region: code, validTo: day })).default([]),
  ...dates,
});

const staffing = z.strictObject({
  id: code,
  desks: count.min(1, "must be at least 1"),
  openings: code,
  shifts: z
    .array(z.strictObject({ id: code, hours, operators: count, consultants: count, supervisors: count }))
    .min(1, "must hold at least one shift"),
  source: text,
});

const norm = z.strictObject({
  variant: code,
  unit: z.enum(["minute", "hour", "calendar-day", "working-day", "month"]),
  amount: z.int().min(0, "must not be negative").max(10_000, "must be at most 10000"),
  calendar: code,
  roll: z.boolean().default(true),
  source: text,
  ...dates,
});

const service = z.strictObject({
  id: code,
  names,
  shortNames: names,
  authority: code,
  kind: z.enum([
    "identity",
    "civil-status",
    "property",
    "business",
    "land",
    "defence",
    "tax",
    "social",
    "education",
    "housing",
    "transport",
    "health",
    "archive",
  ]),
  norms: z.array(norm),
  ...dates,
});

const year = z.int().min(1900).max(2200).nullable().default(null);
const counting = z.strictObject({
  id: code,
  names,
  weekend: z.array(z.int().min(0).max(6)).max(6, "must leave at least one working weekday"),
  coverage: z.strictObject({ from: day, to: day }),
  holidays: z.array(
    z.strictObject({
      date: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "must be a month and day such as 03-22"),
      names,
      fromYear: year,
      toYear: year,
      inLieu: z.boolean(),
      source: text,
    }),
  ),
  movable: z.array(z.strictObject({ date: day, names, source: text })),
  inLieu: z.array(z.strictObject({ holiday: day, off: day, source: text })),
  transfers: z.array(z.strictObject({ off: day, worked: day, source: text })),
});

const opening = z.strictObject({
  id: code,
  names,
  week: z.array(hoursOrClosed).length(7, "must have seven entries, Monday first"),
  follows: code.nullable(),
  onHoliday: hoursOrClosed,
  onDayInLieu: hoursOrClosed,
  onWorkingWeekend: hoursOrClosed,
  exceptions: z.array(z.strictObject({ day, hours: hoursOrClosed, source: text })),
  source: text,
});

const target = z.strictObject({
  id: code,
  names,
  amount: z.number().positive(),
  unit: z.enum(["minute", "document", "client"]),
  source: text,
  ...dates,
});

/** The shape of each file of a reference folder, as it is written by hand. */
export const referenceFiles = {
  "regions.json": z.array(region),
  "offices.json": z.array(office),
  "staffing.json": z.array(staffing),
  "services.json": z.array(service),
  "authorities.json": z.array(z.strictObject({ id: code, names, shortNames: names })),
  "calendars.json": z.strictObject({ counting: z.array(counting), opening: z.array(opening) }),
  "targets.json": z.array(target),
} as const;

export type ReferenceFile = keyof typeof referenceFiles;

/** What the files of a reference folder hold after each was read and checked by itself. */
export type ReferenceSource = { readonly [File in ReferenceFile]: z.output<(typeof referenceFiles)[File]> };
