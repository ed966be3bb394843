import type { WordsOfRoom } from "../locales/catalogue.ts";
import { plural } from "../locales/plural.ts";

export interface DueWords {
  readonly title: string;
  readonly hint: string;
  readonly nothing: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly copyAll: string;
  readonly print: string;
  readonly toFlow: string;
  readonly all: (text: string) => string;
  readonly fewer: string;
  readonly age: (count: number, text: string) => string;
  readonly partly: (shown: string, total: string) => string;
  readonly head: (office: string, time: string) => string;
  readonly overdue: (count: number, text: string) => string;
  readonly today: (count: number, text: string) => string;
  readonly soon: (count: number, text: string) => string;
}

export const DUE_WORDS: WordsOfRoom<DueWords> = {
  ru: {
    title: "Сроки по госорганам",
    hint: "просрочено, срок сегодня и за два рабочих дня",
    nothing: "Ничего не просрочено, и в ближайшие два рабочих дня сроков нет.",
    copy: "Скопировать для звонка",
    copied: "Скопировано",
    notCopied: "Не удалось скопировать: выделите текст и скопируйте его сами",
    copyAll: "Скопировать всё",
    print: "Печать",
    toFlow: "Движение заявлений",
    all: (text) => `Показать все ${text}`,
    fewer: "Свернуть",
    age: (count, text) =>
      count === 0
        ? "первый рабочий день"
        : `${text} ${plural("ru", count, { one: "раб. день", few: "раб. дня", other: "раб. дней" })} в работе`,
    partly: (shown, total) => `Показаны первые ${shown} из ${total}.`,
    head: (office, time) => `${office}. Сроки заявлений на ${time}`,
    overdue: (_, text) => `просрочено ${text}`,
    today: (_, text) => `срок сегодня у ${text}`,
    soon: (_, text) => `срок за два рабочих дня у ${text}`,
  },
  kk: {
    title: "Органдар бойынша мерзімдер",
    hint: "мерзімі өткен, мерзімі бүгін және екі жұмыс күнінде",
    nothing: "Мерзімі өткен өтініш жоқ, алдағы екі жұмыс күнінде де мерзім келмейді.",
    copy: "Қоңырау үшін көшіру",
    copied: "Көшірілді",
    notCopied: "Көшіру мүмкін болмады: мәтінді белгілеп, өзіңіз көшіріңіз",
    copyAll: "Барлығын көшіру",
    print: "Басып шығару",
    toFlow: "Өтініштер қозғалысы",
    all: (text) => `Барлық ${text} өтінішті көрсету`,
    fewer: "Жинау",
    age: (count, text) => (count === 0 ? "бірінші жұмыс күні" : `${text} жұмыс күні жұмыста`),
    partly: (shown, total) => `${total} ішінен алғашқы ${shown} көрсетілді.`,
    head: (office, time) => `${office}. Өтініштердің мерзімдері, ${time} жағдайы`,
    overdue: (_, text) => `мерзімі өткені ${text}`,
    today: (_, text) => `мерзімі бүгін ${text}`,
    soon: (_, text) => `мерзімі екі жұмыс күнінде ${text}`,
  },
  en: {
    title: "Deadlines by authority",
    hint: "overdue, due today and in two working days",
    nothing: "Nothing is overdue, and nothing falls due within two working days.",
    copy: "Copy for the call",
    copied: "Copied",
    notCopied: "It could not be copied: select the text and copy it yourself",
    copyAll: "Copy all",
    print: "Print",
    toFlow: "Flow of applications",
    all: (text) => `Show all ${text}`,
    fewer: "Show fewer",
    age: (count, text) =>
      count === 0
        ? "first working day"
        : `${text} working ${plural("en", count, { one: "day", other: "days" })} in hand`,
    partly: (shown, total) => `The first ${shown} of ${total} are shown.`,
    head: (office, time) => `${office}. Deadlines of applications as of ${time}`,
    overdue: (_, text) => `${text} overdue`,
    today: (_, text) => `${text} due today`,
    soon: (_, text) => `${text} due in two working days`,
  },
};
