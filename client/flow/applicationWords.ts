import type { ApplicationStatus } from "../../shared/statistics.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";

/** Steps that an application tells of. */
export type Told = "accepted" | "sent" | "received" | "returned" | "ready" | "declined" | "withdrawn" | "issued";

export interface ApplicationWords {
  readonly title: (number: string) => string;
  readonly status: Readonly<Record<ApplicationStatus, string>>;
  readonly steps: Readonly<Record<Told, string>>;
  readonly deadline: string;
  readonly place: string;
  readonly frontOffice: string;
  readonly authority: string;
  readonly service: string;
  readonly delayed: string;
  readonly inTime: string;
  readonly noDeadline: string;
  readonly timeline: string;
  readonly used: string;
  readonly usedHint: string;
  readonly usedDays: string;
  readonly lateDays: string;
  readonly notTold: string;
  readonly unknown: string;
  readonly unknownHint: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly dueHere: string;
}

export const APPLICATION_WORDS: WordsOfRoom<ApplicationWords> = {
  ru: {
    title: (number) => `Заявление ${number}`,
    status: {
      "under review": "На рассмотрении",
      returned: "Возвращено госорганом",
      ready: "Готово к выдаче",
      declined: "Мотивированный отказ",
      issued: "Выдано",
      withdrawn: "Отозвано заявителем",
    },
    steps: {
      accepted: "Принято",
      sent: "Передано в госорган",
      received: "Получено госорганом",
      returned: "Возвращено госорганом",
      ready: "Готово к выдаче",
      declined: "Мотивированный отказ",
      withdrawn: "Отозвано заявителем",
      issued: "Выдано",
    },
    deadline: "Срок",
    place: "Сейчас у",
    frontOffice: "Фронт-офис",
    authority: "Госорган",
    service: "Услуга",
    delayed: "Просрочено",
    inTime: "Срок не нарушен",
    noDeadline: "срок не известен",
    timeline: "Путь заявления",
    used: "Чьи рабочие дни",
    usedHint: "Рабочий день принадлежит тому, у кого заявление было в начале дня. День приёма не считается.",
    usedDays: "Всего со дня приёма",
    lateDays: "После срока",
    notTold: "Приём этого заявления ещё не передан, поэтому дни не считаются.",
    unknown: "Такого заявления нет",
    unknownHint: "Проверьте номер и ЦОН: номера у каждого ЦОН свои. Записи хранятся 90 дней после последнего события.",
    forbidden: "Это заявление вам не показывается",
    forbiddenHint: "Его видят руководители и супервайзеры этого ЦОН, его региона и министерство.",
    failed: "Сейчас ответить не удалось",
    failedHint: "Запрос повторяется сам через несколько секунд.",
    dueHere: "Срок",
  },
  kk: {
    title: (number) => `${number} өтініші`,
    status: {
      "under review": "Қаралуда",
      returned: "Орган қайтарды",
      ready: "Беруге дайын",
      declined: "Дәлелді бас тарту",
      issued: "Берілді",
      withdrawn: "Өтініш беруші қайтарып алды",
    },
    steps: {
      accepted: "Қабылданды",
      sent: "Мемлекеттік органға жіберілді",
      received: "Мемлекеттік орган алды",
      returned: "Орган қайтарды",
      ready: "Беруге дайын",
      declined: "Дәлелді бас тарту",
      withdrawn: "Өтініш беруші қайтарып алды",
      issued: "Берілді",
    },
    deadline: "Мерзімі",
    place: "Қазір кімде",
    frontOffice: "Фронт-офис",
    authority: "Мемлекеттік орган",
    service: "Қызмет",
    delayed: "Мерзімі өткен",
    inTime: "Мерзімі бұзылмаған",
    noDeadline: "мерзімі белгісіз",
    timeline: "Өтініштің жолы",
    used: "Жұмыс күндері кімдікі",
    usedHint: "Жұмыс күні сол күннің басында өтініш кімде болса, соған тиесілі. Қабылданған күн есептелмейді.",
    usedDays: "Қабылданған күннен бері барлығы",
    lateDays: "Мерзімнен кейін",
    notTold: "Бұл өтініштің қабылданғаны әлі келіп түспеді, сондықтан күндер есептелмейді.",
    unknown: "Мұндай өтініш жоқ",
    unknownHint:
      "Нөмір мен ХҚКО-ны тексеріңіз: әр ХҚКО-ның нөмірлері өзінікі. Жазбалар соңғы оқиғадан кейін 90 күн сақталады.",
    forbidden: "Бұл өтініш сізге көрсетілмейді",
    forbiddenHint: "Оны осы ХҚКО мен өңірдің басшылары, супервайзерлері және министрлік көреді.",
    failed: "Қазір жауап беру мүмкін болмады",
    failedHint: "Сұрау бірнеше секундтан кейін өзі қайталанады.",
    dueHere: "Мерзімі",
  },
  en: {
    title: (number) => `Application ${number}`,
    status: {
      "under review": "Under review",
      returned: "Sent back by the authority",
      ready: "Ready for issue",
      declined: "Declined with reasons",
      issued: "Issued",
      withdrawn: "Withdrawn by the applicant",
    },
    steps: {
      accepted: "Accepted",
      sent: "Sent to the authority",
      received: "Received by the authority",
      returned: "Sent back by the authority",
      ready: "Ready for issue",
      declined: "Declined with reasons",
      withdrawn: "Withdrawn by the applicant",
      issued: "Issued",
    },
    deadline: "Deadline",
    place: "Now with",
    frontOffice: "Front office",
    authority: "Authority",
    service: "Service",
    delayed: "Delayed",
    inTime: "Within its deadline",
    noDeadline: "no deadline known",
    timeline: "The way of the application",
    used: "Whose the working days are",
    usedHint: "A working day belongs to who had the application when it began. The day of acceptance is not counted.",
    usedDays: "All since acceptance",
    lateDays: "After the deadline",
    notTold: "Its acceptance has not been told yet, so no days are counted.",
    unknown: "There is no such application",
    unknownHint:
      "Check the number and the office: each office has numbers of its own. Records are kept for 90 days after their last event.",
    forbidden: "This application is not shown to you",
    forbiddenHint: "Managers and supervisors of its office and region see it, and the ministry.",
    failed: "It can not be answered just now",
    failedHint: "It is asked again by itself in some seconds.",
    dueHere: "Deadline",
  },
};
