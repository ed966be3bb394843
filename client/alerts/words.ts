import { causeNamesIn } from "../../shared/alertCauseNames.ts";
import type { AlertCause, AlertKind } from "../../shared/alerts.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";
import { plural } from "../locales/plural.ts";

/** What is said of an alert wherever it is shown, the wall included. */
export interface AlertWords {
  /** Names of the kinds. */
  readonly kinds: Readonly<Record<AlertKind, string>>;
  /** What is the matter, with the value as it is written. */
  readonly says: Readonly<Record<AlertKind, (value: string, count: number) => string>>;
  readonly causes: Readonly<Record<AlertCause, string>>;
  readonly until: (time: string) => string;
  readonly all: string;
  readonly title: string;
  readonly unexplained: string;
}

export const ALERT_WORDS: WordsOfRoom<AlertWords> = {
  kk: {
    kinds: {
      silent: "Байланыс жоқ",
      "longest-wait": "Ұзақ күту",
      "queue-growth": "Кезек өсіп барады",
      left: "Күтпей кетіп жатыр",
      occupancy: "Терезелердің жүктемесі жоғары",
      overdue: "Мерзімінен кешіккені көп",
      "missing-events": "Келмеген оқиғалар",
    },
    says: {
      silent: (value) => `${value} бойы байланыс жоқ`,
      "longest-wait": (value) => `${value} күтіп тұр`,
      "queue-growth": (value) => `жарты сағатта кезек ${value} адамға өсті`,
      left: (value) => `${value} күтпей кетті`,
      occupancy: (value) => `терезелердің жүктемесі ${value}`,
      overdue: (value) => `бүгінгі мерзімнің ${value} өткізілді`,
      "missing-events": (value) => `${value} оқиға келмеді`,
    },
    causes: causeNamesIn("kk"),
    until: (time) => `${time} дейін`,
    all: "Барлық ескерту",
    title: "Ескертулер",
    unexplained: "түсініктеме жоқ",
  },
  ru: {
    kinds: {
      silent: "Нет связи",
      "longest-wait": "Долгое ожидание",
      "queue-growth": "Очередь растёт",
      left: "Уходят, не дождавшись",
      occupancy: "Окна перегружены",
      overdue: "Много просрочек",
      "missing-events": "Не дошли события",
    },
    says: {
      silent: (value) => `нет связи ${value}`,
      "longest-wait": (value) => `ждут уже ${value}`,
      "queue-growth": (value, count) =>
        `очередь за полчаса выросла на ${value} ${plural("ru", count, { one: "человека", other: "человек" })}`,
      left: (value) => `ушли, не дождавшись, ${value}`,
      occupancy: (value) => `окна заняты на ${value}`,
      overdue: (value) => `просрочено ${value} сроков дня`,
      "missing-events": (value, count) =>
        `не дошло ${value} ${plural("ru", count, { one: "событие", few: "события", other: "событий" })}`,
    },
    causes: causeNamesIn("ru"),
    until: (time) => `до ${time}`,
    all: "Все оповещения",
    title: "Оповещения",
    unexplained: "без объяснения",
  },
  en: {
    kinds: {
      silent: "No connection",
      "longest-wait": "Long wait",
      "queue-growth": "Queue is growing",
      left: "Giving up waiting",
      occupancy: "Desks overloaded",
      overdue: "Many overdue",
      "missing-events": "Events missing",
    },
    says: {
      silent: (value) => `no connection for ${value}`,
      "longest-wait": (value) => `waiting for ${value}`,
      "queue-growth": (value, count) =>
        `the queue grew by ${value} ${plural("en", count, { one: "person", other: "people" })} in half an hour`,
      left: (value) => `${value} gave up waiting`,
      occupancy: (value) => `desks ${value} occupied`,
      overdue: (value) => `${value} of today's deadlines missed`,
      "missing-events": (value, count) => `${value} ${plural("en", count, { one: "event", other: "events" })} missing`,
    },
    causes: causeNamesIn("en"),
    until: (time) => `until ${time}`,
    all: "All alerts",
    title: "Alerts",
    unexplained: "not explained",
  },
};
