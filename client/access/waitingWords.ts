import type { WordsOfRoom } from "../locales/catalogue.ts";

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly left: (time: string) => string;
  readonly byItself: string;
}

/** Words of the page that is shown while the store reads its data. */
export const WAITING_WORDS: WordsOfRoom<Words> = {
  kk: {
    title: "Деректер оқылуда",
    lead: "Орталық жаңа ғана іске қосылды және сақталған деректерін оқып жатыр.",
    left: (time) => `шамамен ${time} қалды`,
    byItself: "Ештеңе істеудің қажеті жоқ: көрсеткіштер дайын болғанда өздігінен шығады.",
  },
  ru: {
    title: "Читаются данные",
    lead: "Центр только что запущен и читает свои сохранённые данные.",
    left: (time) => `осталось около ${time}`,
    byItself: "Делать ничего не нужно: показатели появятся сами, как только будут готовы.",
  },
  en: {
    title: "Reading the data",
    lead: "The centre has just been started and reads its stored data.",
    left: (time) => `about ${time} left`,
    byItself: "There is nothing to do: the figures come by themselves when they are ready.",
  },
};
