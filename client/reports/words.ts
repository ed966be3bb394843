import type { PeriodStatus } from "../../shared/statistics.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";

export interface ReportsWords {
  readonly title: string;
  readonly months: string;
  readonly yearBefore: string;
  readonly yearAfter: string;
  readonly noMonths: (year: string) => string;
  readonly status: Readonly<Record<PeriodStatus, string>>;
  readonly statusHint: Readonly<Record<PeriodStatus, string>>;
  readonly version: (version: string) => string;
  readonly liveVersion: string;
  readonly closesOn: (date: string) => string;
  readonly running: string;
  readonly coverage: (reporting: string, expected: string) => string;
  readonly late: (events: string) => string;
  readonly delayed: string;
  readonly accepted: string;
  readonly asOf: (moment: string) => string;
  readonly closedBy: (moment: string, who: string) => string;
  readonly calendar: string;
  readonly events: (received: string, promised: string) => string;
  readonly missing: (events: string) => string;
  readonly checksum: string;
  readonly reason: string;
  readonly showVersion: string;
  readonly download: string;
  readonly language: string;
  readonly file: (format: string) => string;
  readonly making: string;
  readonly failed: string;
  readonly print: string;
  readonly close: string;
  readonly closeTitle: (month: string) => string;
  readonly closeHint: string;
  readonly nothingMissing: string;
  readonly nothingFrom: (count: string) => string;
  readonly holes: (events: string, offices: string) => string;
  readonly andMore: (count: string) => string;
  readonly confirmClose: string;
  readonly cancel: string;
  readonly shut: string;
  readonly revise: string;
  readonly reviseTitle: (month: string) => string;
  readonly reviseHint: string;
  readonly reviseReason: string;
  readonly reviseReasonHint: string;
  readonly lateSince: (version: string) => string;
  readonly noLate: string;
  readonly changed: (figures: string, offices: string) => string;
  readonly confirmRevise: string;
  readonly closing: (month: string, percent: string) => string;
  readonly compare: string;
  readonly compareFrom: string;
  readonly compareTo: string;
  readonly same: string;
  readonly office: string;
  readonly figure: string;
  readonly before: string;
  readonly after: string;
  readonly lateEvents: string;
  readonly contents: string;
  readonly monthBefore: string;
  readonly total: string;
  readonly empty: string;
  readonly notes: string;
  readonly loading: string;
  readonly noReport: string;
  readonly noReportHint: string;
  readonly place: string;
  readonly definitions: string;
}

export const REPORTS_WORDS: WordsOfRoom<ReportsWords> = {
  kk: {
    title: "Ай сайынғы есептер",
    months: "Айлар",
    yearBefore: "Алдыңғы жыл",
    yearAfter: "Келесі жыл",
    noMonths: (year) => `${year} жыл бойынша дерек жоқ.`,
    status: { provisional: "алдын ала", final: "түпкілікті", revised: "түзетілген" },
    statusHint: {
      provisional: "Ай жабылмаған: көрсеткіштер әлі өзгеруі мүмкін.",
      final: "Ай жабылған: бұл нұсқа енді өзгермейді.",
      revised: "Ай жабылғаннан кейін кешіккен оқиғалар келді немесе жаңа нұсқа жасалды.",
    },
    version: (version) => `${version}-нұсқа`,
    liveVersion: "Қазіргі деректер бойынша",
    closesOn: (date) => `${date} жабылады`,
    running: "ай жүріп жатыр",
    coverage: (reporting, expected) => `${expected} ХҚКО ішінен ${reporting} дерек берді`,
    late: (events) => `кешіккен оқиғалар: ${events}`,
    delayed: "мерзімі өткен",
    accepted: "қабылданды",
    asOf: (moment) => `${moment} сәтіне`,
    closedBy: (moment, who) => `${moment} жабылды · ${who}`,
    calendar: "кесте бойынша",
    events: (received, promised) => `${promised} оқиға ішінен ${received} келді`,
    missing: (events) => `${events} жетіспейді`,
    checksum: "Бақылау сомасы",
    reason: "Түзету себебі",
    showVersion: "Көрсетілетін нұсқа",
    download: "Жүктеп алу",
    language: "Файл тілі",
    file: (format) => `${format} файлын жүктеп алу`,
    making: "Файл дайындалуда…",
    failed: "Файлды алу мүмкін болмады. Қайта көріңіз.",
    print: "Басып шығару",
    close: "Айды жабу",
    closeTitle: (month) => `${month}: айды жабу`,
    closeHint: "Жабылған нұсқа енді өзгермейді. Кейін келген оқиғалар тек жаңа нұсқаға енеді.",
    nothingMissing: "Барлық ХҚКО дерек берді, реттік нөмірлерде олқылық жоқ.",
    nothingFrom: (count) => `Ай туралы ештеңе келмеген ХҚКО: ${count}`,
    holes: (events, offices) => `Жетіспейтін оқиғалар: ${events}, ХҚКО саны: ${offices}`,
    andMore: (count) => `және тағы ${count}`,
    confirmClose: "Айды жабу",
    cancel: "Бас тарту",
    shut: "Жабу",
    revise: "Түзету",
    reviseTitle: (month) => `${month}: жаңа нұсқа жасау`,
    reviseHint: "Алдыңғы нұсқалар сол күйінде сақталады. Жаңа нұсқада не өзгергені және неге екені жазылады.",
    reviseReason: "Себебі",
    reviseReasonHint: "Міндетті: жаңа нұсқада және оның файлдарында жазылады.",
    lateSince: (version) => `${version}-нұсқадан кейін келген оқиғалар`,
    noLate: "Кешіккен оқиғалар жоқ.",
    changed: (figures, offices) => `Өзгерген көрсеткіштер: ${figures}, ХҚКО саны: ${offices}`,
    confirmRevise: "Нұсқа жасау",
    closing: (month, percent) => `${month} жабылуда: ${percent}`,
    compare: "Нұсқаларды салыстыру",
    compareFrom: "Бастапқы нұсқа",
    compareTo: "Салыстырылатын нұсқа",
    same: "Айырмашылық жоқ.",
    office: "ХҚКО",
    figure: "Көрсеткіш",
    before: "Бұрын",
    after: "Кейін",
    lateEvents: "Кешіккен оқиғалар",
    contents: "Мазмұны",
    monthBefore: "өткен айда",
    total: "Барлығы",
    empty: "Айда мұндай жағдай болған жоқ.",
    notes: "Ескертпелер",
    loading: "Есеп оқылуда…",
    noReport: "Есепті көрсету мүмкін болмады",
    noReportHint: "Мұндай нұсқа жоқ немесе сервер жауап бермеді. Басқа айды таңдаңыз немесе қайта көріңіз.",
    place: "Орын",
    definitions: "Анықтамалар",
  },
  ru: {
    title: "Ежемесячные отчёты",
    months: "Месяцы",
    yearBefore: "Предыдущий год",
    yearAfter: "Следующий год",
    noMonths: (year) => `За ${year} год данных нет.`,
    status: { provisional: "предварительный", final: "окончательный", revised: "уточнённый" },
    statusHint: {
      provisional: "Месяц не закрыт: показатели ещё могут измениться.",
      final: "Месяц закрыт: эта версия больше не изменится.",
      revised: "После закрытия пришли опоздавшие события или сделана новая версия.",
    },
    version: (version) => `версия ${version}`,
    liveVersion: "По данным на сейчас",
    closesOn: (date) => `закроется ${date}`,
    running: "месяц идёт",
    coverage: (reporting, expected) => `данные от ${reporting} из ${expected} ЦОН`,
    late: (events) => `опоздавших событий: ${events}`,
    delayed: "просрочено",
    accepted: "принято",
    asOf: (moment) => `по состоянию на ${moment}`,
    closedBy: (moment, who) => `закрыт ${moment} · ${who}`,
    calendar: "по календарю",
    events: (received, promised) => `получено событий: ${received} из ${promised}`,
    missing: (events) => `не хватает ${events}`,
    checksum: "Контрольная сумма",
    reason: "Причина уточнения",
    showVersion: "Показанная версия",
    download: "Скачать",
    language: "Язык файла",
    file: (format) => `Скачать файл ${format}`,
    making: "Файл готовится…",
    failed: "Файл получить не удалось. Попробуйте ещё раз.",
    print: "Напечатать",
    close: "Закрыть месяц",
    closeTitle: (month) => `${month}: закрыть месяц`,
    closeHint: "Закрытая версия больше не изменится. События, которые придут позже, войдут только в новую версию.",
    nothingMissing: "Данные есть от всех ЦОН, пропусков в порядковых номерах нет.",
    nothingFrom: (count) => `ЦОН, от которых за месяц ничего не пришло: ${count}`,
    holes: (events, offices) => `Недостающие события: ${events}, ЦОН: ${offices}`,
    andMore: (count) => `и ещё ${count}`,
    confirmClose: "Закрыть месяц",
    cancel: "Отмена",
    shut: "Закрыть",
    revise: "Уточнить",
    reviseTitle: (month) => `${month}: сделать новую версию`,
    reviseHint: "Прежние версии остаются как есть. В новой будет сказано, что изменилось и почему.",
    reviseReason: "Причина",
    reviseReasonHint: "Обязательна: она войдёт в новую версию и её файлы.",
    lateSince: (version) => `События, пришедшие после версии ${version}`,
    noLate: "Опоздавших событий нет.",
    changed: (figures, offices) => `Изменившиеся показатели: ${figures}, ЦОН: ${offices}`,
    confirmRevise: "Сделать версию",
    closing: (month, percent) => `${month} закрывается: ${percent}`,
    compare: "Сравнить версии",
    compareFrom: "Исходная версия",
    compareTo: "С чем сравнить",
    same: "Различий нет.",
    office: "ЦОН",
    figure: "Показатель",
    before: "Было",
    after: "Стало",
    lateEvents: "Опоздавшие события",
    contents: "Содержание",
    monthBefore: "месяцем ранее",
    total: "Всего",
    empty: "За месяц таких случаев не было.",
    notes: "Примечания",
    loading: "Отчёт читается…",
    noReport: "Отчёт показать не удалось",
    noReportHint: "Такой версии нет или сервер не ответил. Выберите другой месяц или попробуйте ещё раз.",
    place: "Место",
    definitions: "Определения",
  },
  en: {
    title: "Monthly reports",
    months: "Months",
    yearBefore: "The year before",
    yearAfter: "The year after",
    noMonths: (year) => `There are no figures of ${year}.`,
    status: { provisional: "provisional", final: "final", revised: "revised" },
    statusHint: {
      provisional: "The month is open: its figures may still change.",
      final: "The month is closed: this version never changes.",
      revised: "Events came after the closing, or a new version was made.",
    },
    version: (version) => `version ${version}`,
    liveVersion: "By the figures of now",
    closesOn: (date) => `closes on ${date}`,
    running: "the month runs",
    coverage: (reporting, expected) => `${reporting} of ${expected} offices reported`,
    late: (events) => `late events: ${events}`,
    delayed: "delayed",
    accepted: "accepted",
    asOf: (moment) => `as of ${moment}`,
    closedBy: (moment, who) => `closed ${moment} · ${who}`,
    calendar: "by the calendar",
    events: (received, promised) => `${received} of ${promised} events received`,
    missing: (events) => `${events} missing`,
    checksum: "Checksum",
    reason: "Why it was revised",
    showVersion: "Version shown",
    download: "Download",
    language: "Language of the file",
    file: (format) => `Download the ${format} file`,
    making: "The file is being made…",
    failed: "The file could not be had. Try again.",
    print: "Print",
    close: "Close the month",
    closeTitle: (month) => `${month}: close the month`,
    closeHint: "A closed version never changes. Events that come later go into a new version only.",
    nothingMissing: "Every office reported, and no sequence number is missing.",
    nothingFrom: (count) => `Offices of which nothing came about the month: ${count}`,
    holes: (events, offices) => `Missing events: ${events}, of offices: ${offices}`,
    andMore: (count) => `and ${count} more`,
    confirmClose: "Close the month",
    cancel: "Cancel",
    shut: "Close",
    revise: "Revise",
    reviseTitle: (month) => `${month}: make a new version`,
    reviseHint: "Earlier versions stay as they are. The new one says what changed, and why.",
    reviseReason: "Reason",
    reviseReasonHint: "Required: it stands in the new version and its files.",
    lateSince: (version) => `Events that came after version ${version}`,
    noLate: "No events came late.",
    changed: (figures, offices) => `Figures that changed: ${figures}, of offices: ${offices}`,
    confirmRevise: "Make the version",
    closing: (month, percent) => `${month} is being closed: ${percent}`,
    compare: "Compare versions",
    compareFrom: "From version",
    compareTo: "To version",
    same: "There is no difference.",
    office: "Office",
    figure: "Figure",
    before: "Before",
    after: "After",
    lateEvents: "Late events",
    contents: "Contents",
    monthBefore: "the month before",
    total: "Total",
    empty: "There were no such cases in the month.",
    notes: "Notes",
    loading: "The report is being read…",
    noReport: "The report can not be shown",
    noReportHint: "There is no such version, or the server did not answer. Choose another month, or try again.",
    place: "Place",
    definitions: "Definitions",
  },
};
