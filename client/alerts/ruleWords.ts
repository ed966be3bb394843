import type { AlertKind } from "../../shared/alerts.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";

/** The words of the page of thresholds. */
export interface RuleWords {
  readonly title: string;
  readonly how: string;
  /** The rule in one sentence: when it is raised and when it is over, values as they are written. */
  readonly says: Readonly<Record<AlertKind, (raise: string, clear: string, minutes: string) => string>>;
  readonly off: string;
  readonly example: (value: string) => string;
  readonly raise: string;
  readonly clear: string;
  readonly minutes: string;
  readonly on: string;
  readonly units: Readonly<Record<"norm" | "desks" | "minute" | "share" | "count", string>>;
  readonly from: (place: string) => string;
  readonly byDefault: string;
  readonly country: string;
  readonly change: string;
  readonly save: string;
  readonly cancel: string;
  readonly reset: string;
  readonly saved: string;
  readonly errors: {
    readonly range: (lowest: string, highest: string) => string;
    readonly "below-raise": string;
    readonly minutes: (most: string) => string;
    readonly server: string;
  };
  readonly changes: string;
  readonly noChanges: string;
  readonly changed: (name: string, place: string, before: string, after: string) => string;
  readonly asAbove: string;
}

export const RULE_WORDS: WordsOfRoom<RuleWords> = {
  kk: {
    title: "Ескерту шектері",
    how: "Ескерту мән шекке жетіп, сонша минут бойы сол күйде тұрса ғана беріледі, ал төменгі шекке түсіп, сонша минут тұрса аяқталады. Екі шектің арасындағы ауытқу ештеңені өзгертпейді.",
    says: {
      silent: (raise, clear, minutes) =>
        `Ескерту: ашық орталықтан ${raise} бойы ештеңе келмесе, әрі бұл ${minutes} тұрса. Аяқталуы: үзіліс ең көбі ${clear} болып, ${minutes} тұрса.`,
      "longest-wait": (raise, clear, minutes) =>
        `Ескерту: кезектегі ең ұзақ күту — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      "queue-growth": (raise, clear, minutes) =>
        `Ескерту: кезектің жарты сағаттағы өсімі — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      left: (raise, clear, minutes) =>
        `Ескерту: бүгін талон алып, күтпей кеткендердің үлесі — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      occupancy: (raise, clear, minutes) =>
        `Ескерту: терезелердің соңғы жарты сағаттағы жүктемесі — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      overdue: (raise, clear, minutes) =>
        `Ескерту: бүгін мерзімі біткен өтінімдердің ішінде кешіккені — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      "missing-events": (raise, clear, minutes) =>
        `Ескерту: оқиғалар нөміріндегі бос орын саны — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
    },
    off: "Бұл ескерту өшірулі.",
    example: (value) => `Бұл орталықта шек — ${value}.`,
    raise: "Ескерту шегі",
    clear: "Аяқталу шегі",
    minutes: "Неше минут тұруы керек",
    on: "қосулы",
    units: {
      norm: "× күту нормативі",
      desks: "адам (бір терезеге)",
      minute: "минут",
      share: "%",
      count: "саны",
    },
    from: (place) => `белгілеген: ${place}`,
    byDefault: "бастапқы мән",
    country: "бүкіл ел",
    change: "Өзгерту",
    save: "Сақтау",
    cancel: "Бас тарту",
    reset: "Жоғарыдағыдай ету",
    saved: "Шек сақталды.",
    errors: {
      range: (lowest, highest) => `${lowest} мен ${highest} аралығындағы мәнді көрсетіңіз.`,
      "below-raise": "Аяқталу шегі ескерту шегінен төмен және теріс емес болуы керек.",
      minutes: (most) => `0-ден ${most}-ға дейінгі бүтін минутты көрсетіңіз.`,
      server: "Сақталмады. Байланысты тексеріп, қайталап көріңіз.",
    },
    changes: "Өзгерістер",
    noChanges: "Шектер өзгертілген жоқ",
    changed: (name, place, before, after) => `${name} (${place}): ${before} → ${after}`,
    asAbove: "жоғарыдағыдай",
  },
  ru: {
    title: "Пороги оповещений",
    how: "Оповещение поднимается, когда значение дошло до порога и держится столько минут, и снимается, когда оно опустилось до нижнего порога и держится столько же. Колебания между порогами ничего не меняют.",
    says: {
      silent: (raise, clear, minutes) =>
        `Поднять, если от открытого центра ничего не приходит ${raise} и это держится ${minutes}; снять, когда ${minutes} связь без перерывов дольше ${clear}.`,
      "longest-wait": (raise, clear, minutes) =>
        `Поднять, если дольше всех ждущий ждёт ${raise} или больше и это держится ${minutes}; снять, когда не больше ${clear} держится ${minutes}.`,
      "queue-growth": (raise, clear, minutes) =>
        `Поднять, если за полчаса очередь выросла на ${raise} и это держится ${minutes}; снять, когда рост не больше ${clear} держится ${minutes}.`,
      left: (raise, clear, minutes) =>
        `Поднять, если ушли, не дождавшись, ${raise} взявших талон сегодня и это держится ${minutes}; снять, когда доля не больше ${clear} держится ${minutes}.`,
      occupancy: (raise, clear, minutes) =>
        `Поднять, если за последние полчаса окна заняты на ${raise} и это держится ${minutes}; снять, когда не больше ${clear} держится ${minutes}.`,
      overdue: (raise, clear, minutes) =>
        `Поднять, если просрочено ${raise} заявлений, чей срок сегодня, и это держится ${minutes}; снять, когда доля не больше ${clear} держится ${minutes}.`,
      "missing-events": (raise, clear, minutes) =>
        `Поднять, если в нумерации событий пропусков ${raise} и это держится ${minutes}; снять, когда их не больше ${clear} и это держится ${minutes}.`,
    },
    off: "Это оповещение выключено.",
    example: (value) => `Для этого центра порог — ${value}.`,
    raise: "Порог",
    clear: "Порог снятия",
    minutes: "Сколько минут держится",
    on: "включено",
    units: { norm: "× норматив ожидания", desks: "человек на окно", minute: "мин", share: "%", count: "шт." },
    from: (place) => `задано: ${place}`,
    byDefault: "исходное значение",
    country: "вся страна",
    change: "Изменить",
    save: "Сохранить",
    cancel: "Отмена",
    reset: "Как на уровень выше",
    saved: "Порог сохранён.",
    errors: {
      range: (lowest, highest) => `Укажите значение от ${lowest} до ${highest}.`,
      "below-raise": "Порог снятия должен быть ниже порога и не меньше нуля.",
      minutes: (most) => `Укажите целое число минут от 0 до ${most}.`,
      server: "Не сохранилось. Проверьте связь и попробуйте ещё раз.",
    },
    changes: "Изменения",
    noChanges: "Пороги не меняли",
    changed: (name, place, before, after) => `${name} (${place}): ${before} → ${after}`,
    asAbove: "как на уровень выше",
  },
  en: {
    title: "Thresholds of alerts",
    how: "An alert is raised when the value has reached its threshold and stays there for so many minutes, and cleared when it has come down to the lower one and stays there as long. What happens between the two changes nothing.",
    says: {
      silent: (raise, clear, minutes) =>
        `Raise when nothing has come from an open office for ${raise} and this holds for ${minutes}; clear when for ${minutes} there was no break longer than ${clear}.`,
      "longest-wait": (raise, clear, minutes) =>
        `Raise when the longest wait is ${raise} and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
      "queue-growth": (raise, clear, minutes) =>
        `Raise when in half an hour the queue has grown by ${raise} and this holds for ${minutes}; clear when a growth of at most ${clear} holds for ${minutes}.`,
      left: (raise, clear, minutes) =>
        `Raise when ${raise} of those who took a ticket today gave up waiting and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
      occupancy: (raise, clear, minutes) =>
        `Raise when the desks were ${raise} occupied in the last half hour and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
      overdue: (raise, clear, minutes) =>
        `Raise when ${raise} of the applications due today are overdue and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
      "missing-events": (raise, clear, minutes) =>
        `Raise when the numbering of events has ${raise} holes and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
    },
    off: "This alert is switched off.",
    example: (value) => `For this office the threshold is ${value}.`,
    raise: "Threshold",
    clear: "Cleared at",
    minutes: "Minutes it must hold",
    on: "on",
    units: { norm: "× norm of waiting", desks: "people a desk", minute: "min", share: "%", count: "number" },
    from: (place) => `set for: ${place}`,
    byDefault: "default",
    country: "the whole country",
    change: "Change",
    save: "Save",
    cancel: "Cancel",
    reset: "As the level above",
    saved: "The threshold is saved.",
    errors: {
      range: (lowest, highest) => `Give a value from ${lowest} to ${highest}.`,
      "below-raise": "It must be lower than the threshold and not below zero.",
      minutes: (most) => `Give whole minutes from 0 to ${most}.`,
      server: "It was not saved. Check the connection and try again.",
    },
    changes: "Changes",
    noChanges: "The thresholds have not been changed",
    changed: (name, place, before, after) => `${name} (${place}): ${before} → ${after}`,
    asAbove: "as the level above",
  },
};
