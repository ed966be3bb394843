import type { WordsOfRoom } from "../locales/catalogue.ts";

interface ExplorerWords {
  readonly title: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly presets: {
    readonly today: string;
    readonly yesterday: string;
    readonly week: string;
    readonly month: string;
    readonly lastMonth: string;
    readonly year: string;
  };
  readonly by: string;
  readonly second: string;
  readonly nothing: string;
  readonly dimension: {
    readonly day: string;
    readonly month: string;
    readonly region: string;
    readonly office: string;
    readonly operator: string;
    readonly service: string;
    readonly authority: string;
  };
  readonly all: string;
  readonly figures: string;
  readonly figuresChosen: (count: string) => string;
  readonly compare: { readonly label: string; readonly none: string; readonly previous: string; readonly year: string };
  readonly shape: { readonly label: string; readonly table: string; readonly curve: string; readonly bars: string };
  readonly total: string;
  readonly rows: (count: string) => string;
  readonly firstOf: (shown: string, all: string) => string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly loading: string;
  readonly files: string;
  readonly copy: string;
  readonly copied: string;
  readonly status: { readonly provisional: string; readonly final: string; readonly revised: string };
  readonly asOf: (time: string) => string;
  readonly covered: (reporting: string, expected: string) => string;
  readonly holes: (count: string) => string;
  readonly noHoles: string;
  readonly working: (asked: string, other: string) => string;
  readonly perWorkingDay: string;
  readonly change: string;
  /** After a difference of shares in percentage points. */
  readonly points: string;
  readonly median: string;
  readonly sortBy: (name: string) => string;
  readonly openFigure: (figure: string, row: string) => string;
  readonly shown: string;
}

/** Words of the explorer. */
export const EXPLORER_WORDS: WordsOfRoom<ExplorerWords> = {
  kk: {
    title: "Көрсеткіштер",
    period: "Кезең",
    from: "бастап",
    to: "дейін",
    presets: {
      today: "Бүгін",
      yesterday: "Кеше",
      week: "7 күн",
      month: "Осы ай",
      lastMonth: "Өткен ай",
      year: "Осы жыл",
    },
    by: "Бөлініс",
    second: "және",
    nothing: "бөлінбейді",
    dimension: {
      day: "Күн",
      month: "Ай",
      region: "Өңір",
      office: "ХҚКО",
      operator: "Оператор",
      service: "Қызмет",
      authority: "Мемлекеттік орган",
    },
    all: "барлығы",
    figures: "Көрсеткіштерді таңдау",
    figuresChosen: (count) => `Көрсеткіштер: ${count}`,
    compare: { label: "Салыстыру", none: "жоқ", previous: "алдыңғы кезеңмен", year: "өткен жылмен" },
    shape: { label: "Көрініс", table: "Кесте", curve: "Қисық", bars: "Бағандар" },
    total: "Барлығы",
    rows: (count) => `${count} жол`,
    firstOf: (shown, all) => `${all} жолдың алғашқы ${shown} көрсетілген`,
    empty: "Бұл кезең бойынша дерек жоқ.",
    emptyHint: "Кезеңді кеңейтіңіз немесе сүзгіні алып тастаңыз.",
    failed: "Сұраққа жауап берілмеді.",
    failedHint: "Кезеңді қысқартыңыз немесе ай бойынша бөліңіз; бөгде мекеме туралы деректер берілмейді.",
    loading: "Есептелуде…",
    files: "Файл",
    copy: "Сілтемені көшіру",
    copied: "Көшірілді",
    status: { provisional: "алдын ала", final: "түпкілікті", revised: "түзетілген" },
    asOf: (time) => `${time} жағдай бойынша`,
    covered: (reporting, expected) => `${expected} ХҚКО-ның ${reporting} дерек берді`,
    holes: (count) => `жетіспейтін оқиғалар: ${count}`,
    noHoles: "жетіспейтін оқиға жоқ",
    working: (asked, other) => `жұмыс күндері: ${asked}, салыстырылатын кезеңде ${other}`,
    perWorkingDay: "бір жұмыс күніне",
    change: "Өзгеріс",
    points: "п. т.",
    median: "медиана",
    sortBy: (name) => `«${name}» бойынша реттеу`,
    openFigure: (figure, row) => `${figure}: ${row} — толығырақ`,
    shown: "Диаграммада",
  },
  ru: {
    title: "Показатели",
    period: "Период",
    from: "с",
    to: "по",
    presets: {
      today: "Сегодня",
      yesterday: "Вчера",
      week: "7 дней",
      month: "Этот месяц",
      lastMonth: "Прошлый месяц",
      year: "Этот год",
    },
    by: "Разрез",
    second: "и",
    nothing: "без разреза",
    dimension: {
      day: "День",
      month: "Месяц",
      region: "Регион",
      office: "ЦОН",
      operator: "Оператор",
      service: "Услуга",
      authority: "Госорган",
    },
    all: "все",
    figures: "Выбор показателей",
    figuresChosen: (count) => `Показатели: ${count}`,
    compare: { label: "Сравнение", none: "нет", previous: "с прошлым периодом", year: "с прошлым годом" },
    shape: { label: "Вид", table: "Таблица", curve: "Кривая", bars: "Столбцы" },
    total: "Всего",
    rows: (count) => `строк: ${count}`,
    firstOf: (shown, all) => `показаны первые ${shown} из ${all}`,
    empty: "За этот период данных нет.",
    emptyHint: "Расширьте период или снимите фильтр.",
    failed: "На этот вопрос ответа нет.",
    failedHint: "Сократите период или разбейте его по месяцам; данные чужого места не выдаются.",
    loading: "Считаем…",
    files: "Файл",
    copy: "Скопировать ссылку",
    copied: "Скопировано",
    status: { provisional: "предварительно", final: "окончательно", revised: "с поправками" },
    asOf: (time) => `по состоянию на ${time}`,
    covered: (reporting, expected) => `данные от ${reporting} из ${expected} ЦОН`,
    holes: (count) => `недостаёт событий: ${count}`,
    noHoles: "все события на месте",
    working: (asked, other) => `рабочих дней: ${asked}, в сравниваемом периоде ${other}`,
    perWorkingDay: "на рабочий день",
    change: "Изменение",
    points: "п. п.",
    median: "медиана",
    sortBy: (name) => `Упорядочить по «${name}»`,
    openFigure: (figure, row) => `${figure}: ${row} — подробнее`,
    shown: "На диаграмме",
  },
  en: {
    title: "Explorer",
    period: "Period",
    from: "from",
    to: "to",
    presets: {
      today: "Today",
      yesterday: "Yesterday",
      week: "7 days",
      month: "This month",
      lastMonth: "Last month",
      year: "This year",
    },
    by: "Cut by",
    second: "and",
    nothing: "nothing",
    dimension: {
      day: "Day",
      month: "Month",
      region: "Region",
      office: "Office",
      operator: "Operator",
      service: "Service",
      authority: "Authority",
    },
    all: "all",
    figures: "Choose figures",
    figuresChosen: (count) => `Figures: ${count}`,
    compare: { label: "Compare", none: "none", previous: "with the period before", year: "with last year" },
    shape: { label: "Show as", table: "Table", curve: "Curve", bars: "Bars" },
    total: "Total",
    rows: (count) => `${count} rows`,
    firstOf: (shown, all) => `the first ${shown} of ${all} are shown`,
    empty: "There are no figures for this period.",
    emptyHint: "Take a longer period, or take a filter away.",
    failed: "This question has no answer.",
    failedHint: "Take a shorter period, or cut it by month; figures of a place that is not yours are not given.",
    loading: "Counting…",
    files: "File",
    copy: "Copy the link",
    copied: "Copied",
    status: { provisional: "provisional", final: "final", revised: "revised" },
    asOf: (time) => `as of ${time}`,
    covered: (reporting, expected) => `${reporting} of ${expected} offices reported`,
    holes: (count) => `events missing: ${count}`,
    noHoles: "no event is missing",
    working: (asked, other) => `working days: ${asked}, in the compared period ${other}`,
    perWorkingDay: "per working day",
    change: "Change",
    points: "pp",
    median: "median",
    sortBy: (name) => `Sort by “${name}”`,
    openFigure: (figure, row) => `${figure}: ${row} — details`,
    shown: "In the chart",
  },
};
