import type { ColumnKind } from "../../shared/report.ts";
import type { PeriodStatus } from "../../shared/statistics.ts";
import type { Language } from "./fileFormat.ts";

type Explanation = readonly [title: string, definition: string];

/** What a file says beside its figures. */
export interface FileWords {
  readonly status: Readonly<Record<PeriodStatus, string>>;
  /** Units by the kind of a column. */
  readonly units: Readonly<Record<ColumnKind, string>>;
  /** What the columns mean that say where a row comes from. */
  readonly keys: Readonly<Record<string, Explanation>>;
  readonly report: string;
  readonly statistics: string;
  readonly notes: string;
  readonly name: string;
  readonly total: string;
  readonly place: string;
  readonly month: string;
  readonly period: string;
  readonly state: string;
  readonly version: string;
  readonly asOf: string;
  readonly coverage: string;
  readonly reporting: (reporting: number, expected: number) => string;
  readonly silent: string;
  readonly oldestEvent: string;
  readonly missingEvents: string;
  readonly events: string;
  readonly ofPromised: (received: string, promised: string) => string;
  readonly checksum: string;
  readonly definitions: string;
  readonly column: string;
  readonly figure: string;
  readonly unit: string;
  readonly definition: string;
  readonly remarks: string;
  readonly unknown: string;
  readonly cut: (shown: number, all: number, by: string) => string;
  readonly cutLongest: (shown: number, all: number) => string;
  readonly cutFirst: (shown: number, all: number) => string;
  readonly fewer: string;
  readonly shortened: string;
  readonly noData: (columns: string) => string;
  readonly nothing: string;
  readonly against: (value: string) => string;
}

const kk: FileWords = {
  status: { provisional: "алдын ала", final: "түпкілікті", revised: "түзетілген" },
  units: {
    text: "мәтін",
    count: "саны",
    seconds: "секунд",
    share: "үлес, 0–1",
    score: "балл",
    date: "күн",
    moment: "сәт",
  },
  keys: {
    month: ["Ай", "Есептің айы."],
    place: ["Орын", "Өңірдің не ХҚКО коды; бүкіл ел үшін — country."],
    status: ["Мәртебе", "provisional — алдын ала, final — түпкілікті, revised — түзетілген."],
    version: ["Нұсқа", "0 — ай әлі жабылмаған; 1 — алғаш жабылған нұсқа."],
    asOf: ["Қай сәтке", "Осы сәтке дейін сақталғанның бәрі есептелген."],
    "coverage.expected": ["Күтілген ХҚКО", "Дерегі болуға тиіс ХҚКО саны."],
    "coverage.reporting": ["Дерек берген ХҚКО", "Дерегі келген ХҚКО саны."],
    "coverage.missingEvents": ["Жетіспейтін оқиғалар", "Реттік нөмірлердегі толмаған олқылықтар саны."],
    table: ["Кесте", "Жол қай кестеден; кестелер төменде аталған."],
    row: ["Жол", "fact — кестенің жолы, total — оның жиыны."],
    measure: ["Өлшенгені", "Не өлшенгені: төмендегі бағандардың бірі."],
    unit: ["Бірлігі", "count — саны, seconds — секунд, share — 0–1 үлесі, score — балл, text — мәтін."],
    value: ["Мәні", "Сан; бос болса — белгісіз."],
    text: ["Мәтін", "Өлшенгені сан емес, мәтін болғанда."],
  },
  report: "Ай сайынғы есеп",
  statistics: "Статистика",
  notes: "Түсіндірме",
  name: "атауы",
  total: "Барлығы",
  place: "Орын",
  month: "Ай",
  period: "Кезең",
  state: "Мәртебе",
  version: "Нұсқа",
  asOf: "Қай сәтке",
  coverage: "Қамту",
  reporting: (reporting, expected) => `дерек бергені: ${reporting} / ${expected} ХҚКО`,
  silent: "Үнсіз ХҚКО",
  oldestEvent: "Ең ескі соңғы оқиға",
  missingEvents: "Жетіспейтін оқиғалар",
  events: "Оқиғалар",
  ofPromised: (received, promised) => `келгені: ${received} / ${promised}`,
  checksum: "Бақылау сомасы (SHA-256)",
  definitions: "Анықтамалар",
  column: "Баған",
  figure: "Көрсеткіш",
  unit: "Өлшем",
  definition: "Анықтамасы",
  remarks: "Ескертпелер",
  unknown: "Бос ұяшық — мәні белгісіз; 0 — өлшенді, бірақ болмады.",
  cut: (shown, all, by) => `«${by}» бойынша ең үлкен ${shown} жол; барлық ${all} жол XLSX және CSV файлдарында.`,
  cutLongest: (shown, all) => `Ең ұзаққа созылған ${shown} жол; барлық ${all} жол XLSX және CSV файлдарында.`,
  cutFirst: (shown, all) => `Алғашқы ${shown} жол; барлық ${all} жол XLSX және CSV файлдарында.`,
  shortened: "«…» белгісімен аяқталған мәтін қысқартылған; толығы XLSX және CSV файлдарында.",
  fewer: "Қағазда негізгі бағандар ғана; қалғандары XLSX және CSV файлдарында.",
  noData: (columns) => `Дерек жоқ: ${columns}.`,
  nothing: "Бұл айда дерек жоқ.",
  against: (value) => `өткен айда ${value}`,
};

const ru: FileWords = {
  status: { provisional: "предварительный", final: "окончательный", revised: "уточнённый" },
  units: {
    text: "текст",
    count: "количество",
    seconds: "секунды",
    share: "доля, 0–1",
    score: "балл",
    date: "дата",
    moment: "момент",
  },
  keys: {
    month: ["Месяц", "Месяц отчёта."],
    place: ["Место", "Код региона или ЦОН; для всей страны — country."],
    status: ["Статус", "provisional — предварительный, final — окончательный, revised — уточнённый."],
    version: ["Версия", "0 — месяц ещё не закрыт; 1 — первая закрытая версия."],
    asOf: ["По состоянию на", "Учтено всё, что сохранено до этого момента."],
    "coverage.expected": ["Ожидалось ЦОН", "Сколько ЦОН должны были передать данные."],
    "coverage.reporting": ["Передали данные", "От скольких ЦОН есть данные."],
    "coverage.missingEvents": ["Недостающие события", "Незаполненные пропуски в порядковых номерах."],
    table: ["Таблица", "Из какой таблицы строка; таблицы названы ниже."],
    row: ["Строка", "fact — строка таблицы, total — её итог."],
    measure: ["Что измерено", "Один из столбцов, названных ниже."],
    unit: ["Единица", "count — количество, seconds — секунды, share — доля 0–1, score — баллы, text — текст."],
    value: ["Значение", "Число; пусто — неизвестно."],
    text: ["Текст", "Когда измерено не число, а текст."],
  },
  report: "Ежемесячный отчёт",
  statistics: "Статистика",
  notes: "Пояснения",
  name: "название",
  total: "Всего",
  place: "Место",
  month: "Месяц",
  period: "Период",
  state: "Статус",
  version: "Версия",
  asOf: "По состоянию на",
  coverage: "Охват",
  reporting: (reporting, expected) => `передали данные: ${reporting} из ${expected} ЦОН`,
  silent: "Молчат ЦОН",
  oldestEvent: "Самое старое последнее событие",
  missingEvents: "Недостающие события",
  events: "События",
  ofPromised: (received, promised) => `получено ${received} из ${promised}`,
  checksum: "Контрольная сумма (SHA-256)",
  definitions: "Определения",
  column: "Столбец",
  figure: "Показатель",
  unit: "Единица",
  definition: "Определение",
  remarks: "Примечания",
  unknown: "Пустая ячейка — значение неизвестно; 0 — измерено, и ничего не было.",
  cut: (shown, all, by) => `Строк: ${shown}, наибольшие по «${by}»; все ${all} — в файлах XLSX и CSV.`,
  cutLongest: (shown, all) => `Строк: ${shown}, самые длительные; все ${all} — в файлах XLSX и CSV.`,
  cutFirst: (shown, all) => `Первые строки: ${shown}; все ${all} — в файлах XLSX и CSV.`,
  shortened: "Текст со знаком «…» сокращён; целиком он в файлах XLSX и CSV.",
  fewer: "На бумаге только главные столбцы; остальные — в файлах XLSX и CSV.",
  noData: (columns) => `Нет данных: ${columns}.`,
  nothing: "За этот месяц данных нет.",
  against: (value) => `месяцем ранее ${value}`,
};

const en: FileWords = {
  status: { provisional: "provisional", final: "final", revised: "revised" },
  units: {
    text: "text",
    count: "count",
    seconds: "seconds",
    share: "share, 0–1",
    score: "points",
    date: "date",
    moment: "moment",
  },
  keys: {
    month: ["Month", "The month of the report."],
    place: ["Place", "Code of the region or office; country for the whole country."],
    status: ["Status", "provisional, final or revised."],
    version: ["Version", "0: the month is not closed yet; 1: the first closed version."],
    asOf: ["As of", "Everything stored before this moment is counted."],
    "coverage.expected": ["Offices expected", "Offices that should have reported."],
    "coverage.reporting": ["Offices reporting", "Offices of which there are data."],
    "coverage.missingEvents": ["Missing events", "Holes in the sequence numbers that are still open."],
    table: ["Table", "The table that the row comes from; the tables are named below."],
    row: ["Row", "fact: a row of the table; total: its whole."],
    measure: ["Measure", "What is measured: one of the columns below."],
    unit: ["Unit", "count, seconds, share (0–1), score or text."],
    value: ["Value", "A number; empty is not known."],
    text: ["Text", "Where what is said is no number but a text."],
  },
  report: "Monthly report",
  statistics: "Statistics",
  notes: "Notes",
  name: "name",
  total: "Total",
  place: "Place",
  month: "Month",
  period: "Period",
  state: "Status",
  version: "Version",
  asOf: "As of",
  coverage: "Coverage",
  reporting: (reporting, expected) => `${reporting} of ${expected} offices reporting`,
  silent: "Silent offices",
  oldestEvent: "Oldest last event",
  missingEvents: "Missing events",
  events: "Events",
  ofPromised: (received, promised) => `${received} of ${promised} received`,
  checksum: "Checksum (SHA-256)",
  definitions: "Definitions",
  column: "Column",
  figure: "Figure",
  unit: "Unit",
  definition: "Definition",
  remarks: "Remarks",
  unknown: "An empty cell is not known; 0 is measured, and none.",
  cut: (shown, all, by) => `The ${shown} highest by “${by}”; all ${all} rows are in the XLSX and CSV files.`,
  cutLongest: (shown, all) => `The ${shown} that lasted longest; all ${all} rows are in the XLSX and CSV files.`,
  cutFirst: (shown, all) => `The first ${shown}; all ${all} rows are in the XLSX and CSV files.`,
  shortened: "A text that ends with “…” is shortened; the XLSX and CSV files hold all of it.",
  fewer: "Paper holds the main columns alone; the others are in the XLSX and CSV files.",
  noData: (columns) => `No data: ${columns}.`,
  nothing: "There are no data for this month.",
  against: (value) => `the month before ${value}`,
};

/** The words of all files, by language. */
export const FILE_WORDS: Readonly<Record<Language, FileWords>> = { kk, ru, en };
