import type { TrackAnswer } from "../../shared/stock.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";

export interface TrackWords {
  readonly title: string;
  readonly intro: string;
  readonly office: string;
  readonly choose: string;
  readonly number: string;
  readonly example: string;
  readonly find: string;
  readonly asking: string;
  readonly deadline: string;
  readonly noDeadline: string;
  readonly status: Readonly<Record<Exclude<TrackAnswer["status"], null>, string>>;
  readonly next: Readonly<Record<Exclude<TrackAnswer["status"], null>, string>>;
  readonly unknown: string;
  readonly unknownHint: string;
  readonly badNumber: string;
  readonly tooFast: string;
  readonly away: string;
  readonly privacy: string;
}

export const TRACK_WORDS: WordsOfRoom<TrackWords> = {
  ru: {
    title: "Где моё заявление?",
    intro: "Выберите ЦОН, в который вы обращались, и введите номер заявления из расписки.",
    office: "ЦОН",
    choose: "Выберите ЦОН",
    number: "Номер заявления",
    example: "как в расписке",
    find: "Узнать",
    asking: "Ищем…",
    deadline: "Срок",
    noDeadline: "не известен",
    status: {
      "under-review": "На рассмотрении",
      returned: "Возвращено госорганом",
      ready: "Готово к выдаче",
      declined: "Мотивированный отказ",
      issued: "Выдано",
      withdrawn: "Отозвано",
    },
    next: {
      "under-review": "Документ готовится. Приходить пока не нужно.",
      returned: "Заявление вернули без решения. ЦОН сообщит, что нужно исправить.",
      ready: "Документ можно получить в этом ЦОН. Возьмите удостоверение личности и расписку.",
      declined: "Принято решение об отказе. Причины объяснят в ЦОН.",
      issued: "Документ выдан.",
      withdrawn: "Заявление отозвано заявителем.",
    },
    unknown: "По этому номеру ничего не найдено",
    unknownHint: "Проверьте номер и ЦОН. Сведения хранятся 90 дней после последнего события.",
    badNumber: "Номер состоит из латинских букв, цифр и знаков . _ / - .",
    tooFast: "Слишком много запросов. Подождите минуту и попробуйте снова.",
    away: "Сейчас ответить не удалось. Попробуйте ещё раз через минуту.",
    privacy: "Показываются только состояние и срок.",
  },
  kk: {
    title: "Өтінішім қайда?",
    intro: "Өзіңіз жүгінген ХҚКО-ны таңдап, қолхаттағы өтініш нөмірін енгізіңіз.",
    office: "ХҚКО",
    choose: "ХҚКО таңдаңыз",
    number: "Өтініш нөмірі",
    example: "қолхаттағыдай",
    find: "Білу",
    asking: "Іздеуде…",
    deadline: "Мерзімі",
    noDeadline: "белгісіз",
    status: {
      "under-review": "Қаралуда",
      returned: "Орган қайтарды",
      ready: "Беруге дайын",
      declined: "Дәлелді бас тарту",
      issued: "Берілді",
      withdrawn: "Қайтарып алынды",
    },
    next: {
      "under-review": "Құжат дайындалуда. Әзірге келудің қажеті жоқ.",
      returned: "Өтініш шешімсіз қайтарылды. Нені түзету керектігін ХҚКО хабарлайды.",
      ready: "Құжатты осы ХҚКО-дан алуға болады. Жеке куәлік пен қолхатты ала келіңіз.",
      declined: "Бас тарту туралы шешім қабылданды. Себептерін ХҚКО-да түсіндіреді.",
      issued: "Құжат берілді.",
      withdrawn: "Өтінішті өтініш беруші қайтарып алды.",
    },
    unknown: "Бұл нөмір бойынша ештеңе табылмады",
    unknownHint: "Нөмір мен ХҚКО-ны тексеріңіз. Мәліметтер соңғы оқиғадан кейін 90 күн сақталады.",
    badNumber: "Нөмір латын әріптерінен, цифрлардан және . _ / - белгілерінен тұрады.",
    tooFast: "Сұрау тым көп. Бір минут күтіп, қайта көріңіз.",
    away: "Қазір жауап беру мүмкін болмады. Бір минуттан кейін қайта көріңіз.",
    privacy: "Тек күйі мен мерзімі көрсетіледі.",
  },
  en: {
    title: "Where is my application?",
    intro: "Choose the office you went to, and enter the number of the application from your receipt.",
    office: "Office",
    choose: "Choose an office",
    number: "Number of the application",
    example: "as on the receipt",
    find: "Look up",
    asking: "Looking…",
    deadline: "Deadline",
    noDeadline: "not known",
    status: {
      "under-review": "Under review",
      returned: "Sent back by the authority",
      ready: "Ready for issue",
      declined: "Declined with reasons",
      issued: "Issued",
      withdrawn: "Withdrawn",
    },
    next: {
      "under-review": "The document is being prepared. There is no need to come yet.",
      returned: "It was sent back without a decision. The office will tell you what to correct.",
      ready: "The document can be collected at this office. Bring your identity card and the receipt.",
      declined: "It was decided against. The office explains the reasons.",
      issued: "The document has been handed over.",
      withdrawn: "The applicant has withdrawn it.",
    },
    unknown: "Nothing was found under this number",
    unknownHint: "Check the number and the office. What is known is kept for 90 days after the last event.",
    badNumber: "A number has Latin letters, digits and . _ / - .",
    tooFast: "Too many questions. Wait a minute and try again.",
    away: "It can not be answered just now. Try again in a minute.",
    privacy: "Only the status and the deadline are shown.",
  },
};
