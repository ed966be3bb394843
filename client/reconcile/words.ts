import type { WordsOfRoom } from "../locales/catalogue.ts";

interface ReconcileWords {
  readonly title: string;
  readonly about: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly count: string;
  readonly again: string;
  readonly cancel: string;
  readonly waiting: string;
  readonly counting: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly begin: string;
  readonly beginHint: string;
  readonly agree: string;
  readonly agreeHint: (figures: string, offices: string) => string;
  readonly differ: (figures: string) => string;
  readonly differHint: string;
  readonly asOf: (moment: string) => string;
  readonly figures: string;
  readonly figure: string;
  readonly stored: string;
  readonly recounted: string;
  readonly difference: string;
  readonly events: string;
  readonly distinct: string;
  readonly promised: string;
  readonly missing: string;
  readonly repeated: string;
  readonly refused: string;
  readonly readFrom: string;
  readonly partial: (day: string) => string;
  readonly holes: string;
  readonly noHoles: string;
  readonly office: string;
  readonly source: string;
  readonly seen: string;
  readonly where: string;
  readonly sumOf: (figure: string) => string;
  readonly numberOf: (figure: string) => string;
  readonly names: Readonly<Record<string, string>>;
}

/** The words of the recount. */
export const RECONCILE_WORDS: WordsOfRoom<ReconcileWords> = {
  kk: {
    title: "Салыстырып тексеру",
    about:
      "Кезең барлық мұрағатталған оқиғалардан, әр бөлімше бойынша жеке, қайта саналып, сақталған көрсеткіштермен салыстырылады.",
    period: "Кезең және орын",
    from: "Күннен",
    to: "Күнге дейін",
    count: "Қайта санау",
    again: "Тағы бір рет санау",
    cancel: "Тоқтату",
    waiting: "Кезекте тұр",
    counting: "Оқиғалар саналуда",
    failed: "Санау аяқталмады",
    failedHint: "Кезеңді қысқартыңыз немесе бір өңірді не ХҚКО-ны таңдап, қайта санаңыз.",
    begin: "Кезеңді таңдап, қайта санаңыз",
    beginHint: "Бір ай бірнеше минут алуы мүмкін; бұл кезде экрандар кәдімгідей жұмыс істей береді.",
    agree: "Барлығы сәйкес келеді",
    agreeHint: (figures, offices) => `${offices} бөлімше бойынша ${figures} көрсеткіштің айырмасы ±0`,
    differ: (figures) => `Сәйкес келмейтін көрсеткіш: ${figures}`,
    differHint: "Төмендегі кестеде қай бөлімшеде және қанша екені көрсетілген.",
    asOf: (moment) => `${moment} жағдайы бойынша`,
    figures: "Көрсеткіштер",
    figure: "Көрсеткіш",
    stored: "Сақталған",
    recounted: "Қайта саналған",
    difference: "Айырма",
    events: "Оқиғалар",
    distinct: "түрлі оқиға саналды",
    promised: "реттік нөмірлер бойынша уәде етілген",
    missing: "әлі келмеген",
    repeated: "қайталанып келген",
    refused: "қабылданбаған жазба",
    readFrom: "оқылған бірінші күн",
    partial: (day) => `${day} дейін келген оқиғалар оқылмады: олар бұл кезеңге әсер етпейді.`,
    holes: "Нөмірлердегі үзілістер",
    noHoles: "Үзіліс жоқ: барлық нөмір орнында.",
    office: "Бөлімше",
    source: "Дереккөз",
    seen: "Бар нөмірлер",
    where: "Қай жерде сәйкес келмейді",
    sumOf: (figure) => `${figure}, жиыны`,
    numberOf: (figure) => `${figure}, өлшем саны`,
    names: {
      events: "Оқиғалар",
      accepted: "Қабылданған өтініштер",
      rejected: "Қабылдаудан бас тарту",
      returned: "Қайтарылғандар",
      returnedByOperator: "Оператор кінәсінен қайтарылған",
      ready: "Дайын",
      declined: "Бас тартылған",
      issued: "Берілген",
      withdrawn: "Кері қайтарып алынған",
      due: "Мерзімі келген",
      delayed: "Мерзімі өткен",
      open: "Аяқталмаған",
      ticketsIssued: "Берілген талондар",
      called: "Шақырылған",
      served: "Қызмет көрсетілген",
      noShow: "Келмеген",
      left: "Кетіп қалған",
      withinNorm: "Норма ішінде күткен",
      waiting: "Күту уақыты",
      service: "Қызмет көрсету уақыты",
      lead: "Орындау мерзімі",
      acceptedToSent: "Қабылдаудан жөнелтуге дейін",
      readyToIssued: "Дайын болғаннан беруге дейін",
      backOffice: "Бэк-офистегі уақыт",
      paymentPause: "Төлем үзілісі",
      signedIn: "Жұмыс орнындағы уақыт",
      paused: "Үзілістер",
      serving: "Талонмен жұмыс уақыты",
      ratings: "Бағалар",
      complaints: "Шағымдар",
      thanks: "Алғыстар",
    },
  },
  ru: {
    title: "Сверка",
    about:
      "Период пересчитывается из всех архивных событий, по каждому ЦОН отдельно и простым путём, и сравнивается с сохранёнными показателями.",
    period: "Период и место",
    from: "С",
    to: "По",
    count: "Пересчитать",
    again: "Пересчитать ещё раз",
    cancel: "Остановить",
    waiting: "Ждёт очереди",
    counting: "События пересчитываются",
    failed: "Пересчёт не удался",
    failedHint: "Сократите период или выберите один регион или ЦОН и пересчитайте снова.",
    begin: "Выберите период и пересчитайте его",
    beginHint: "Месяц может занять несколько минут; экраны при этом работают как обычно.",
    agree: "Всё сходится",
    agreeHint: (figures, offices) => `Разница ±0 по показателям: ${figures}; отделов: ${offices}`,
    differ: (figures) => `Показателей с разницей: ${figures}`,
    differHint: "В таблице ниже видно, в каком отделе и насколько.",
    asOf: (moment) => `по состоянию на ${moment}`,
    figures: "Показатели",
    figure: "Показатель",
    stored: "Сохранено",
    recounted: "Пересчитано",
    difference: "Разница",
    events: "События",
    distinct: "различных событий пересчитано",
    promised: "обещано порядковыми номерами",
    missing: "ещё не пришло",
    repeated: "пришло повторно",
    refused: "записей не принято",
    readFrom: "первый прочитанный день",
    partial: (day) => `События, пришедшие до ${day}, не читались: на этот период они не влияют.`,
    holes: "Пропуски в нумерации",
    noHoles: "Пропусков нет: все номера на месте.",
    office: "Отдел",
    source: "Источник",
    seen: "Номера, которые есть",
    where: "Где не сходится",
    sumOf: (figure) => `${figure}, сумма`,
    numberOf: (figure) => `${figure}, измерений`,
    names: {
      events: "События",
      accepted: "Принято заявлений",
      rejected: "Отказы в приёме",
      returned: "Возвраты",
      returnedByOperator: "Возвраты по вине оператора",
      ready: "Готово",
      declined: "Отказано",
      issued: "Выдано",
      withdrawn: "Отозвано",
      due: "Срок наступил",
      delayed: "С нарушением срока",
      open: "Не завершено",
      ticketsIssued: "Выдано талонов",
      called: "Вызвано",
      served: "Обслужено",
      noShow: "Не явились",
      left: "Ушли",
      withinNorm: "Ждали в пределах нормы",
      waiting: "Время ожидания",
      service: "Время обслуживания",
      lead: "Срок исполнения",
      acceptedToSent: "От приёма до отправки",
      readyToIssued: "От готовности до выдачи",
      backOffice: "Время в бэк-офисе",
      paymentPause: "Паузы на оплату",
      signedIn: "Время на рабочем месте",
      paused: "Перерывы",
      serving: "Время с талоном",
      ratings: "Оценки",
      complaints: "Жалобы",
      thanks: "Благодарности",
    },
  },
  en: {
    title: "Reconciliation",
    about:
      "The period is counted anew from all archived events, office by office and plainly, and held against the stored figures.",
    period: "Period and place",
    from: "From",
    to: "To",
    count: "Count anew",
    again: "Count once more",
    cancel: "Stop",
    waiting: "Waiting for its turn",
    counting: "Events are being counted",
    failed: "The recount did not succeed",
    failedHint: "Shorten the period, or choose one region or office, and count again.",
    begin: "Choose a period and count it anew",
    beginHint: "A month may take some minutes; all screens go on as usual meanwhile.",
    agree: "Everything agrees",
    agreeHint: (figures, offices) => `The difference is ±0 in ${figures} figures of ${offices} offices`,
    differ: (figures) => `Figures that differ: ${figures}`,
    differHint: "The table below shows in which office, and by how much.",
    asOf: (moment) => `as of ${moment}`,
    figures: "Figures",
    figure: "Figure",
    stored: "Stored",
    recounted: "Counted anew",
    difference: "Difference",
    events: "Events",
    distinct: "distinct events counted",
    promised: "promised by sequence numbers",
    missing: "have not come yet",
    repeated: "came again",
    refused: "entries were refused",
    readFrom: "first day that was read",
    partial: (day) => `Events that arrived before ${day} were not read: they do not bear on this period.`,
    holes: "Gaps in the numbering",
    noHoles: "No gaps: every number is there.",
    office: "Office",
    source: "Source",
    seen: "Numbers that are there",
    where: "Where it differs",
    sumOf: (figure) => `${figure}, sum`,
    numberOf: (figure) => `${figure}, measurements`,
    names: {
      events: "Events",
      accepted: "Applications accepted",
      rejected: "Refused at the desk",
      returned: "Returned",
      returnedByOperator: "Returned, operator's error",
      ready: "Ready",
      declined: "Declined",
      issued: "Issued",
      withdrawn: "Withdrawn",
      due: "Due",
      delayed: "Delayed",
      open: "Not finished",
      ticketsIssued: "Tickets issued",
      called: "Called",
      served: "Served",
      noShow: "No-shows",
      left: "Left",
      withinNorm: "Waited within the norm",
      waiting: "Waiting time",
      service: "Service time",
      lead: "Lead time",
      acceptedToSent: "From acceptance to sending",
      readyToIssued: "From ready to issue",
      backOffice: "Time in the back office",
      paymentPause: "Payment pauses",
      signedIn: "Time at the desk",
      paused: "Breaks",
      serving: "Time with a ticket",
      ratings: "Ratings",
      complaints: "Complaints",
      thanks: "Thanks",
    },
  },
};

/** The name of a figure of the recount: of those that are measured the number of measurements and their sum. */
export function reconciledName(figure: string, words: ReconcileWords): string {
  const known = words.names[figure];
  if (figure === "ratingsSum") return words.sumOf(words.names.ratings as string);
  const bare = figure.endsWith("N") ? figure.slice(0, -1) : null;
  if (bare !== null && words.names[bare] !== undefined) return words.numberOf(words.names[bare] as string);
  return known ?? figure;
}
