import type { WordsOfRoom } from "../locales/catalogue.ts";

export interface MyDayWords {
  readonly title: string;
  readonly dayOf: (operator: string) => string;
  readonly earlier: string;
  readonly later: string;
  readonly today: string;
  readonly accepted: string;
  readonly served: string;
  readonly service: string;
  readonly returned: string;
  readonly byOperator: string;
  readonly team: (value: string) => string;
  readonly teamTooFew: string;
  readonly feedback: string;
  readonly thanks: string;
  readonly complaints: string;
  readonly ratings: string;
  readonly noComplaints: string;
  readonly themes: Readonly<Record<string, string>>;
  readonly time: string;
  readonly withClients: string;
  readonly paused: string;
  readonly freeNobody: string;
  readonly freePeople: string;
  readonly queueThere: string;
  readonly timeline: string;
  readonly tickets: string;
  readonly ticket: string;
  readonly called: string;
  readonly waited: string;
  readonly serviceShort: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly acts: Readonly<Record<"sign-in" | "pause" | "resume" | "sign-out", string>>;
  readonly noTickets: string;
  readonly ticketsGone: string;
  readonly wrong: string;
  readonly whatIsWrong: string;
  readonly send: string;
  readonly cancel: string;
  readonly withdraw: string;
  readonly disputed: string;
  readonly agreed: string;
  readonly declined: string;
  readonly back: string;
  readonly noBack: string;
  readonly looks: string;
  readonly looksOnlyOwn: string;
  readonly noLooks: string;
  readonly callHelp: string;
  readonly called_: (time: string) => string;
  readonly comes: (by: string) => string;
  readonly noLonger: string;
  readonly noOperator: string;
  readonly noOperatorHint: string;
  readonly toFloor: string;
  readonly noFigures: string;
  readonly roles: Readonly<Record<string, string>>;
}

/** The words of an operator's own day. */
export const MY_DAY_WORDS: WordsOfRoom<MyDayWords> = {
  kk: {
    title: "Менің күнім",
    dayOf: (operator) => `${operator} операторының күні`,
    earlier: "Алдыңғы күн",
    later: "Келесі күн",
    today: "бүгін",
    accepted: "Қабылданған құжаттар",
    served: "Қызмет көрсетілді",
    service: "Орташа қызмет көрсету",
    returned: "Орган қайтарды",
    byOperator: "менің қатем",
    team: (value) => `топтың медианасы ${value}`,
    teamTooFew: "медиана үшін адам аз",
    feedback: "Алғыс пен шағым",
    thanks: "алғыс",
    complaints: "шағым",
    ratings: "баға",
    noComplaints: "Бұл күні шағым түскен жоқ",
    themes: {
      "waiting-time": "күту уақыты",
      rudeness: "дөрекілік",
      "order-of-the-queue": "кезек тәртібі",
      "closed-desks": "жабық терезелер",
      "delayed-document": "кешіккен құжат",
      "wrong-information": "қате ақпарат",
    },
    time: "Терезедегі уақыт",
    withClients: "клиенттермен",
    paused: "үзілісте",
    freeNobody: "бос, ешкім күтпеді",
    freePeople: "бос, адамдар күтті",
    queueThere: "кезек болған уақыт",
    timeline: "Күннің барысы",
    tickets: "Менің талондарым",
    ticket: "Талон",
    called: "Шақырылды",
    waited: "Күтті",
    serviceShort: "Қызмет",
    outcome: "Нәтиже",
    outcomes: {
      served: "қызмет көрсетілді",
      "no-show": "келмеді",
      transferred: "басқа терезеге",
      cancelled: "бас тартылды",
    },
    acts: { "sign-in": "кірді", pause: "үзіліс", resume: "қайта кірісті", "sign-out": "шықты" },
    noTickets: "Бұл күні талон болған жоқ",
    ticketsGone: "Талондар 35 күн сақталады, бұл күннің талондары енді жоқ",
    wrong: "Бұл уақыт дұрыс емес",
    whatIsWrong: "Не дұрыс емес?",
    send: "Супервайзерге жіберу",
    cancel: "Болдырмау",
    withdraw: "Белгіні қайтарып алу",
    disputed: "дәл емес деп белгіленді",
    agreed: "супервайзер келісті",
    declined: "супервайзер келіспеді",
    back: "Не қайтарылды және неге",
    noBack: "Бұл күні ештеңе қайтарылған жоқ",
    looks: "Менің көрсеткіштерімді кім қарады",
    looksOnlyOwn: "Мұны оператордың өзі ғана көреді",
    noLooks: "Әзірге ешкім қараған жоқ",
    callHelp: "Көмек шақыру",
    called_: (time) => `${time} шақырылды`,
    comes: (by) => `келе жатыр: ${by}`,
    noLonger: "Енді керек емес",
    noOperator: "Кімнің күні екені көрсетілмеген",
    noOperatorHint: "Оператор болып кіріңіз немесе күнді залдағы терезеден ашыңыз.",
    toFloor: "Залға",
    noFigures: "Бұл күн туралы ештеңе белгісіз",
    roles: {
      coordinator: "үйлестіруші",
      "regional-manager": "өңір басшысы",
      manager: "басшы",
      supervisor: "супервайзер",
      analyst: "талдаушы",
      reader: "бағдарлама",
      visitor: "қонақ",
    },
  },
  ru: {
    title: "Мой день",
    dayOf: (operator) => `День оператора ${operator}`,
    earlier: "День раньше",
    later: "День позже",
    today: "сегодня",
    accepted: "Принято документов",
    served: "Обслужено",
    service: "Среднее обслуживание",
    returned: "Вернул госорган",
    byOperator: "по моей ошибке",
    team: (value) => `медиана команды ${value}`,
    teamTooFew: "для медианы мало людей",
    feedback: "Благодарности и жалобы",
    thanks: "благодарностей",
    complaints: "жалоб",
    ratings: "оценка",
    noComplaints: "Жалоб в этот день не было",
    themes: {
      "waiting-time": "время ожидания",
      rudeness: "грубость",
      "order-of-the-queue": "порядок очереди",
      "closed-desks": "закрытые окна",
      "delayed-document": "задержанный документ",
      "wrong-information": "неверная информация",
    },
    time: "Время в окне",
    withClients: "с клиентами",
    paused: "на перерыве",
    freeNobody: "свободно, никто не ждал",
    freePeople: "свободно, люди ждали",
    queueThere: "была очередь",
    timeline: "Ход дня",
    tickets: "Мои талоны",
    ticket: "Талон",
    called: "Вызван",
    waited: "Ждал",
    serviceShort: "Приём",
    outcome: "Итог",
    outcomes: { served: "обслужен", "no-show": "не явился", transferred: "передан", cancelled: "отменён" },
    acts: { "sign-in": "вход", pause: "перерыв", resume: "снова в окне", "sign-out": "выход" },
    noTickets: "Талонов в этот день не было",
    ticketsGone: "Талоны хранятся 35 дней, за этот день их уже нет",
    wrong: "Это время неверно",
    whatIsWrong: "Что не так?",
    send: "Отправить супервайзеру",
    cancel: "Отменить",
    withdraw: "Снять отметку",
    disputed: "отмечено неточным",
    agreed: "супервайзер согласен",
    declined: "супервайзер не согласен",
    back: "Что вернулось и почему",
    noBack: "В этот день ничего не вернули",
    looks: "Кто смотрел мои показатели",
    looksOnlyOwn: "Это видит только сам оператор",
    noLooks: "Пока никто не смотрел",
    callHelp: "Позвать на помощь",
    called_: (time) => `вызвано в ${time}`,
    comes: (by) => `идёт: ${by}`,
    noLonger: "Уже не нужно",
    noOperator: "Не указано, чей это день",
    noOperatorHint: "Войдите как оператор или откройте день из окна в зале.",
    toFloor: "В зал",
    noFigures: "Об этом дне ничего не известно",
    roles: {
      coordinator: "координатор",
      "regional-manager": "руководитель региона",
      manager: "руководитель",
      supervisor: "супервайзер",
      analyst: "аналитик",
      reader: "программа",
      visitor: "гость",
    },
  },
  en: {
    title: "My day",
    dayOf: (operator) => `The day of operator ${operator}`,
    earlier: "A day earlier",
    later: "A day later",
    today: "today",
    accepted: "Documents accepted",
    served: "Served",
    service: "Mean service time",
    returned: "Returned by the authority",
    byOperator: "by my mistake",
    team: (value) => `team's median ${value}`,
    teamTooFew: "too few people for a median",
    feedback: "Thanks and complaints",
    thanks: "thanks",
    complaints: "complaints",
    ratings: "rating",
    noComplaints: "No complaints on this day",
    themes: {
      "waiting-time": "waiting time",
      rudeness: "rudeness",
      "order-of-the-queue": "order of the queue",
      "closed-desks": "closed desks",
      "delayed-document": "a delayed document",
      "wrong-information": "wrong information",
    },
    time: "Time at the desk",
    withClients: "with clients",
    paused: "on a break",
    freeNobody: "free, nobody waited",
    freePeople: "free, people waited",
    queueThere: "somebody waited",
    timeline: "The course of the day",
    tickets: "My tickets",
    ticket: "Ticket",
    called: "Called",
    waited: "Waited",
    serviceShort: "Service",
    outcome: "Outcome",
    outcomes: { served: "served", "no-show": "did not come", transferred: "passed on", cancelled: "cancelled" },
    acts: { "sign-in": "signed in", pause: "break", resume: "back at the desk", "sign-out": "signed out" },
    noTickets: "No tickets on this day",
    ticketsGone: "Tickets are kept for 35 days; those of this day are gone",
    wrong: "This time is wrong",
    whatIsWrong: "What is wrong?",
    send: "Send to the supervisor",
    cancel: "Cancel",
    withdraw: "Take the mark back",
    disputed: "marked inaccurate",
    agreed: "the supervisor agrees",
    declined: "the supervisor disagrees",
    back: "What came back and why",
    noBack: "Nothing came back on this day",
    looks: "Who looked at my figures",
    looksOnlyOwn: "Only the operator sees this",
    noLooks: "Nobody has looked so far",
    callHelp: "Call for help",
    called_: (time) => `called at ${time}`,
    comes: (by) => `on the way: ${by}`,
    noLonger: "No longer needed",
    noOperator: "Nobody's day is chosen",
    noOperatorHint: "Sign in as an operator, or open a day from its desk on the floor.",
    toFloor: "To the floor",
    noFigures: "Nothing is known of this day",
    roles: {
      coordinator: "coordinator",
      "regional-manager": "regional manager",
      manager: "manager",
      supervisor: "supervisor",
      analyst: "analyst",
      reader: "a program",
      visitor: "visitor",
    },
  },
};
