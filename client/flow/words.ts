import type { Bucket, Holder, Stage } from "../../shared/stock.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";
import { plural } from "../locales/plural.ts";

export interface FlowWords {
  readonly title: string;
  readonly map: string;
  readonly mapHint: string;
  readonly asOf: (time: string) => string;
  readonly running: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly buckets: Readonly<Record<Bucket, string>>;
  readonly holders: Readonly<Record<Holder, string>>;
  readonly all: string;
  readonly authority: string;
  readonly half: (days: string) => string;
  readonly oldest: (days: string) => string;
  readonly days: (count: number, text: string) => string;
  readonly nothing: string;
  readonly cell: (authority: string, stage: string) => string;
  readonly choose: string;
  readonly close: string;
  readonly list: string;
  readonly shown: (shown: string, total: string) => string;
  readonly more: string;
  readonly number: string;
  readonly service: string;
  readonly office: string;
  readonly age: string;
  readonly deadline: string;
  readonly where: string;
  readonly noDeadline: string;
  readonly late: (days: string) => string;
  readonly used: string;
  readonly bands: string;
  readonly bandsHint: string;
  readonly ledger: string;
  readonly ledgerHint: string;
  readonly ledgerNone: string;
  readonly delayed: string;
  readonly usedAll: string;
  readonly overdueOf: (count: number, text: string) => string;
  readonly outage: string;
  readonly outageHint: string;
  readonly places: string;
  readonly place: string;
  readonly search: string;
  readonly find: string;
  readonly badNumber: string;
  readonly chooseOffice: string;
  readonly notAllowed: string;
}

export const FLOW_WORDS: WordsOfRoom<FlowWords> = {
  ru: {
    title: "Движение заявлений",
    map: "Где заявления сейчас",
    mapHint: "Госорганы по алфавиту. Нажмите на ячейку, чтобы увидеть заявления.",
    asOf: (time) => `на ${time}`,
    running: "В работе",
    stages: {
      accepted: "Принято, не отправлено",
      sent: "В пути в госорган",
      received: "На рассмотрении",
      returned: "Возвращено",
      ready: "Готово к выдаче",
    },
    buckets: {
      overdue: "Просрочено",
      today: "Срок сегодня",
      soon: "Срок за 2 рабочих дня",
      later: "Срок позже",
      none: "Без срока",
      stopped: "Срок остановлен",
    },
    holders: { frontOffice: "Фронт-офис", authority: "Госорган", applicant: "Заявитель" },
    all: "Все",
    authority: "Госорган",
    half: (days) => `половина от ${days}`,
    oldest: (days) => `старейшее ${days}`,
    days: (count, text) => `${text} ${plural("ru", count, { one: "раб. день", few: "раб. дня", other: "раб. дней" })}`,
    nothing: "Заявлений в работе нет.",
    cell: (authority, stage) => `${authority}, ${stage}`,
    choose: "Что показать",
    close: "Закрыть список",
    list: "Заявления",
    shown: (shown, total) => `${shown} из ${total}, ближайший срок первым`,
    more: "Показать ещё",
    number: "Номер",
    service: "Услуга",
    office: "ЦОН",
    age: "Возраст, раб. дней",
    deadline: "Срок",
    where: "Этап",
    noDeadline: "без срока",
    late: (days) => `просрочено на ${days}`,
    used: "Рабочих дней у",
    bands: "Возраст заявлений в работе",
    bandsHint: "рабочие дни со дня приёма",
    ledger: "Чьи дни просрочки",
    ledgerHint:
      "Каждый рабочий день после срока принадлежит тому, у кого заявление было в начале дня. Дни после возврата — тому, по чьей вине вернули.",
    ledgerNone: "Сейчас просроченных заявлений нет.",
    delayed: "Дни после срока",
    usedAll: "Все дни этих заявлений",
    overdueOf: (count, text) =>
      `${text} ${plural("ru", count, { one: "просроченное заявление", few: "просроченных заявления", other: "просроченных заявлений" })}`,
    outage: "Сбой в ЦОНе",
    outageHint:
      "День сбоя — день, когда ЦОН больше половины рабочего времени не работал из-за сбоя своей системы, обрыва связи или отсутствия электричества, как объяснил руководитель; он берётся из дней фронт-офиса и заявителя.",
    places: "Где это",
    place: "Место",
    search: "Номер заявления",
    find: "Найти",
    badNumber: "Номер состоит из латинских букв, цифр и знаков . _ / - , не больше 64 знаков.",
    chooseOffice: "ЦОН, который принял заявление",
    notAllowed: "Отдельные заявления вам не показываются; суммы остаются.",
  },
  kk: {
    title: "Өтініштер қозғалысы",
    map: "Өтініштер қазір қайда",
    mapHint: "Мемлекеттік органдар әліпби ретімен. Өтініштерді көру үшін ұяшықты басыңыз.",
    asOf: (time) => `${time} жағдайы`,
    running: "Жұмыста",
    stages: {
      accepted: "Қабылданды, жіберілмеді",
      sent: "Органға жолда",
      received: "Қаралуда",
      returned: "Қайтарылды",
      ready: "Беруге дайын",
    },
    buckets: {
      overdue: "Мерзімі өткен",
      today: "Мерзімі бүгін",
      soon: "Мерзімі 2 жұмыс күнінде",
      later: "Мерзімі кейін",
      none: "Мерзімсіз",
      stopped: "Мерзімі тоқтаған",
    },
    holders: { frontOffice: "Фронт-офис", authority: "Мемлекеттік орган", applicant: "Өтініш беруші" },
    all: "Барлығы",
    authority: "Мемлекеттік орган",
    half: (days) => `жартысы ${days} бастап`,
    oldest: (days) => `ең ескісі ${days}`,
    days: (_, text) => `${text} жұмыс күні`,
    nothing: "Жұмыстағы өтініш жоқ.",
    cell: (authority, stage) => `${authority}, ${stage}`,
    choose: "Нені көрсету керек",
    close: "Тізімді жабу",
    list: "Өтініштер",
    shown: (shown, total) => `${total} ішінен ${shown}, ең жақын мерзім бірінші`,
    more: "Тағы көрсету",
    number: "Нөмірі",
    service: "Қызмет",
    office: "ХҚКО",
    age: "Жасы, жұмыс күні",
    deadline: "Мерзімі",
    where: "Кезеңі",
    noDeadline: "мерзімсіз",
    late: (days) => `мерзімі ${days} бұрын өткен`,
    used: "Жұмыс күндері",
    bands: "Жұмыстағы өтініштердің жасы",
    bandsHint: "қабылданған күннен бергі жұмыс күндері",
    ledger: "Кешігу күндері кімдікі",
    ledgerHint:
      "Мерзімнен кейінгі әр жұмыс күні сол күннің басында өтініш кімде болса, соған тиесілі. Қайтарылғаннан кейінгі күндер кімнің кінәсінен қайтарылса, соған есептеледі.",
    ledgerNone: "Қазір мерзімі өткен өтініш жоқ.",
    delayed: "Мерзімнен кейінгі күндер",
    usedAll: "Осы өтініштердің барлық күндері",
    overdueOf: (_, text) => `мерзімі өткен ${text} өтініш`,
    outage: "ХҚКО-дағы ақау",
    outageHint:
      "Ақау күні — басшының түсініктемесі бойынша ХҚКО жұмыс уақытының жартысынан көбінде жүйе ақауынан, байланыс үзілгендіктен не электр жарығы болмағандықтан жұмыс істемеген күн; ол фронт-офис пен өтініш берушінің күндерінен алынады.",
    places: "Қайда",
    place: "Орны",
    search: "Өтініш нөмірі",
    find: "Табу",
    badNumber: "Нөмір латын әріптерінен, цифрлардан және . _ / - белгілерінен тұрады, 64 белгіден аспайды.",
    chooseOffice: "Өтінішті қабылдаған ХҚКО",
    notAllowed: "Жеке өтініштер сізге көрсетілмейді; жиынтықтар қалады.",
  },
  en: {
    title: "Flow of applications",
    map: "Where applications are now",
    mapHint: "Authorities in the order of their names. Press a cell to see its applications.",
    asOf: (time) => `as of ${time}`,
    running: "In progress",
    stages: {
      accepted: "Accepted, not sent",
      sent: "On the way",
      received: "At the authority",
      returned: "Sent back",
      ready: "Ready for issue",
    },
    buckets: {
      overdue: "Overdue",
      today: "Due today",
      soon: "Due in 2 working days",
      later: "Due later",
      none: "No deadline",
      stopped: "Clock stopped",
    },
    holders: { frontOffice: "Front office", authority: "Authority", applicant: "Applicant" },
    all: "All",
    authority: "Authority",
    half: (days) => `half from ${days}`,
    oldest: (days) => `oldest ${days}`,
    days: (count, text) => `${text} working ${plural("en", count, { one: "day", other: "days" })}`,
    nothing: "There is no application in progress.",
    cell: (authority, stage) => `${authority}, ${stage}`,
    choose: "What to show",
    close: "Close the list",
    list: "Applications",
    shown: (shown, total) => `${shown} of ${total}, the nearest deadline first`,
    more: "Show more",
    number: "Number",
    service: "Service",
    office: "Office",
    age: "Age, working days",
    deadline: "Deadline",
    where: "Stage",
    noDeadline: "no deadline",
    late: (days) => `${days} overdue`,
    used: "Working days of",
    bands: "Age of applications in progress",
    bandsHint: "working days since acceptance",
    ledger: "Whose the days of delay are",
    ledgerHint:
      "Each working day after the deadline belongs to who had the application when the day began. Days after a return belong to those whose fault it was.",
    ledgerNone: "No application is overdue now.",
    delayed: "Days after the deadline",
    usedAll: "All days of these applications",
    overdueOf: (count, text) => `${text} overdue ${plural("en", count, { one: "application", other: "applications" })}`,
    outage: "Outage of the office",
    outageHint:
      "A day of an outage is one on which the office was out for more than half of its hours by a fault of its system, a cut line or a power cut, as its manager explained; it is taken from the days of the front office and the applicant.",
    places: "Where they are",
    place: "Place",
    search: "Number of the application",
    find: "Find",
    badNumber: "A number has Latin letters, digits and . _ / - , 64 characters at most.",
    chooseOffice: "The office that took it",
    notAllowed: "Single applications are not shown to you; the sums are.",
  },
};
