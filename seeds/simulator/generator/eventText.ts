import type { CloudEvent } from "../../../shared/events.ts";
import { DAY_MS, formatDay, zoneOffset } from "../../../shared/time.ts";
import type { Fact, Source } from "./fact.ts";
import { mix } from "./random.ts";

const two = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));
const three = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, "0"));
const dates = new Map<number, string>();

/** RFC 3339 text of a moment (epoch ms) on the clocks of a zone, with its offset: `2026-11-23T09:41:07.250+05:00`. */
export function timeText(moment: number, zone: string): string {
  const offset = zoneOffset(zone, moment);
  const local = moment + offset;
  const day = Math.floor(local / DAY_MS);
  let date = dates.get(day);
  if (date === undefined) {
    date = formatDay(day);
    dates.set(day, date);
  }
  let rest = local - day * DAY_MS;
  const ms = rest % 1000;
  rest = (rest - ms) / 1000;
  const seconds = rest % 60;
  rest = (rest - seconds) / 60;
  const minutes = rest % 60;
  const away = Math.abs(offset) / 60_000;
  const sign = offset < 0 ? "-" : "+";
  return `${date}T${two[(rest - minutes) / 60]}:${two[minutes]}:${two[seconds]}.${three[ms]}${sign}${two[Math.floor(away / 60)]}:${two[away % 60]}`;
}

const four = Array.from({ length: 65_536 }, (_, number) => number.toString(16).padStart(4, "0"));

/** An id in the form of a UUID that the identity of an event (source and sequence) always gives again. */
export function idOf({ hash }: Source, sequence: number): string {
  const first = mix(hash + Math.imul(sequence, 0x9e3779b1));
  const second = mix(first ^ hash);
  const third = mix(second + sequence);
  const version = four[0x4000 | (second & 0xfff)];
  const variant = four[0x8000 | (third & 0x3fff)];
  return `${four[first >>> 16]}${four[first & 0xffff]}-${four[second >>> 16]}-${version}-${variant}-${four[third >>> 16]}${four[hash >>> 16]}${four[hash & 0xffff]}`;
}

/** A fact as the event that travels. */
export function toEvent(fact: Fact): CloudEvent {
  const source = fact.origin.sources[fact.producer];
  return {
    specversion: "1.0",
    id: idOf(source, fact.sequence),
    source: source.text,
    sequence: fact.sequence,
    type: fact.type,
    time: timeText(fact.at, fact.origin.zone),
    data: fact.data,
  } as CloudEvent;
}

/** A fact as JSON text: that of its event, written faster. */
export function toJson(fact: Fact): string {
  const source = fact.origin.sources[fact.producer];
  const time = timeText(fact.at, fact.origin.zone);
  return `{"specversion":"1.0","id":"${idOf(source, fact.sequence)}","source":"${source.text}","sequence":${fact.sequence},"type":"${fact.type}","time":"${time}","data":${JSON.stringify(fact.data)}}`;
}
