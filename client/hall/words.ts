import type { Language } from "../language.ts";

/** The languages that a hall shows in turn. */
export const HALL_LANGUAGES = ["kk", "ru"] as const satisfies readonly Language[];
export type HallLanguage = (typeof HALL_LANGUAGES)[number];

/** What stands on the screen in a hall. */
export interface HallWords {
  readonly called: string;
  readonly desk: string;
  readonly noCalls: string;
  readonly last: string;
  readonly waiting: string;
  readonly served: string;
  readonly wait: string;
  readonly waitNote: string;
  readonly queue: Readonly<Record<string, string>>;
  readonly underMinute: string;
  upToMinutes(minutes: string): string;
  minutes(low: string, high: string): string;
  readonly starting: string;
  stale(time: string): string;
  readonly lost: string;
  readonly staleHint: string;
  readonly unknown: string;
  readonly forbidden: string;
}

/** Side by side on the screen, so both are always at hand. */
export const HALL_WORDS: Readonly<Record<HallLanguage, HallWords>> = {
  kk: {
    called: "Шақырылды",
    desk: "терезе",
    noCalls: "Әзірге шақыру жоқ",
    last: "Соңғы шақырулар",
    waiting: "Күтіп тұр",
    served: "Бүгін қызмет көрсетілді",
    wait: "Қазір талон алған адам күтеді",
    waitNote: "он адамның сегізі үшін",
    queue: { services: "Қызметтер", priority: "Жеңілдікті кезек", banking: "Банк", collection: "Құжат беру" },
    underMinute: "< 1 мин",
    upToMinutes: (minutes) => `0–${minutes} мин`,
    minutes: (low, high) => `${low}–${high} мин`,
    starting: "Қосылуда",
    stale: (time) => `Экрандағы дерек сағат ${time} бойынша`,
    lost: "Байланыс жоқ",
    staleHint: "Терезелердің шақыруын тыңдаңыз",
    unknown: "Мұндай орталық жоқ",
    forbidden: "Бұл экранға рұқсат керек",
  },
  ru: {
    called: "Приглашается",
    desk: "окно",
    noCalls: "Пока никого не вызывали",
    last: "Последние вызовы",
    waiting: "Ждут",
    served: "Обслужено сегодня",
    wait: "Ожидание, если взять талон сейчас",
    waitNote: "для восьми человек из десяти",
    queue: { services: "Услуги", priority: "Льготная очередь", banking: "Банк", collection: "Выдача документов" },
    underMinute: "< 1 мин",
    upToMinutes: (minutes) => `0–${minutes} мин`,
    minutes: (low, high) => `${low}–${high} мин`,
    starting: "Подключение",
    stale: (time) => `Экран показывает состояние на ${time}`,
    lost: "Нет связи",
    staleHint: "Слушайте приглашения у окон",
    unknown: "Такого центра нет",
    forbidden: "Этому экрану нужно разрешение",
  },
};
