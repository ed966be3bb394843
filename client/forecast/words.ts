import type { WordsOfRoom } from "../locales/catalogue.ts";
import { plural } from "../locales/plural.ts";

/** The words of forecasts and predicted waits. */
export interface ForecastWords {
  /** The way to the hall's screen. */
  readonly hall: string;
  readonly wait: string;
  readonly underMinute: string;
  upToMinutes(minutes: string): string;
  minutes(low: string, high: string): string;
  /** How far predictions were off, and the share that their range held. */
  off(median: string, coverage: string): string;
  offOver(days: number): string;
  readonly noError: string;
  readonly waitMethod: string;
  readonly forecast: string;
  readonly band: string;
  readonly forecastMethod: string;
  forecastOff(median: string, coverage: string, days: number): string;
  readonly noForecast: string;
  readonly total: string;
  totalOf(expected: string, low: string, high: string): string;
  /** What comes until closing, and who waits. */
  coming(closes: string, expected: string, low: string, high: string, waiting: string): string;
  capacity(tickets: string): string;
  readonly enough: string;
  readonly tight: string;
  short(missing: string, desks: number): string;
  readonly copingMethod: string;
  readonly cope: string;
}

/** In the three languages. */
export const FORECAST_WORDS: WordsOfRoom<ForecastWords> = {
  kk: {
    hall: "Зал экраны",
    wait: "Болжамды күту",
    underMinute: "1 минуттан аз",
    upToMinutes: (minutes) => `${minutes} минутқа дейін`,
    minutes: (low, high) => `${low}–${high} мин`,
    off: (median, coverage) => `қателігі әдетте ${median}, аралыққа ${coverage} түсті`,
    offOver: (days) => `соңғы ${days} күнде, кезек осындай болғанда өлшенді`,
    noError: "қателігі әлі өлшенген жоқ",
    waitMethod:
      "Алда қанша талон, қанша терезе жұмыс істеп тұр және соңғы сағатта бір талонға қанша уақыт кетті: кезек ұзындығы бойынша бағалау (Ibrahim, Whitt 2009). Аралыққа он күтудің сегізі түседі; ол осы орталықтың соңғы 14 күндегі қателерінен алынады (конформды болжам, Vovk және т.б. 2005). Қате былай өлшенеді: өткен күндердің әр шақырылған талоны тек өзінен бұрынғы күндер бойынша қайта болжанады.",
    forecast: "болжам",
    band: "он жағдайдың сегізі",
    forecastMethod:
      "Соңғы сегіз аптаның дәл осындай апта күндері, бүгінгі күннің барысы бойынша нақтыланған: сызықтық байес бағалауы (Goldstein, Wooff 2007) және теріс биномдық үлестірім. Жолаққа он жағдайдың сегізі түседі. Жұмыс уақыты басқа күндер есепке алынбайды.",
    forecastOff: (median, coverage, days) =>
      `Өткен ${days} күннің қорытындысын болжағанда қателік әдетте ${median}, жолаққа ${coverage} түсті.`,
    noForecast: "болжам әзірге жоқ: тарих аз",
    total: "Күн соңында",
    totalOf: (expected, low, high) => `күн соңында ${expected} (${low}–${high})`,
    coming: (closes, expected, low, high, waiting) =>
      `Жабылғанға дейін (${closes}) тағы ${expected} талон күтіледі (${low}–${high}), қазір ${waiting} күтіп тұр.`,
    capacity: (tickets) => `Терезелер ${tickets} талонды қабылдай алады`,
    enough: "үлгереміз",
    tight: "әрең үлгереміз",
    short: (missing, desks) => `${missing} талонға үлгермейміз, тағы ${desks} терезе керек`,
    copingMethod:
      "Терезелер қабылдай алатын талон = жүйедегі операторлардың жабылғанға дейінгі уақыты (ауысым жоспары бойынша, бүгінгі үзілістерді шегергенде) / бүгін бір талонға кеткен терезе уақыты. Жолақтың жоғарғы шегіне де жетсе «үлгереміз», күтілгенге ғана жетсе «әрең үлгереміз».",
    cope: "Үлгереміз бе",
  },
  ru: {
    hall: "Табло зала",
    wait: "Прогноз ожидания",
    underMinute: "меньше минуты",
    upToMinutes: (minutes) => `до ${minutes} мин`,
    minutes: (low, high) => `${low}–${high} мин`,
    off: (median, coverage) => `обычно ошибка ${median}, в диапазон попало ${coverage}`,
    offOver: (days) =>
      `измерено за ${days} ${plural("ru", days, { one: "последний день", few: "последних дня", other: "последних дней" })} при такой же очереди`,
    noError: "ошибка ещё не измерена",
    waitMethod:
      "Сколько талонов впереди, сколько окон работает и сколько времени уходило на талон за последний час: оценка по длине очереди (Ibrahim, Whitt 2009). В диапазон попадают восемь ожиданий из десяти; он взят из ошибок этого центра за 14 дней (конформный прогноз, Vovk и др. 2005). Ошибка измерена так: каждый вызванный талон прошлых дней предсказан заново, только по дням до него.",
    forecast: "прогноз",
    band: "восемь исходов из десяти",
    forecastMethod:
      "Такие же дни недели за восемь недель, уточнённые по ходу сегодняшнего дня: линейная байесовская оценка (Goldstein, Wooff 2007) и отрицательное биномиальное распределение. В полосу попадают восемь исходов из десяти. Дни с другими часами работы не учтены.",
    forecastOff: (median, coverage, days) =>
      `Итог дня на прошлых днях (${days}): обычно ошибка ${median}, в полосу попало ${coverage}.`,
    noForecast: "прогноза пока нет: мало истории",
    total: "К концу дня",
    totalOf: (expected, low, high) => `к концу дня ${expected} (${low}–${high})`,
    coming: (closes, expected, low, high, waiting) =>
      `До ${closes} ожидается ещё ${expected} ${plural("ru", Number(expected.replace(/\D/g, "")), { one: "талон", few: "талона", other: "талонов" })} (${low}–${high}), сейчас ждут ${waiting}.`,
    capacity: (tickets) => `Окна могут принять ${tickets}`,
    enough: "справимся",
    tight: "впритык",
    short: (missing, desks) =>
      `не успеем ${missing}, нужно ещё ${desks} ${plural("ru", desks, { one: "окно", few: "окна", other: "окон" })}`,
    copingMethod:
      "Сколько могут принять окна = время операторов в системе до закрытия (по плану смен, за вычетом сегодняшних перерывов) / время окна на один талон сегодня. «Справимся», если хватает и на верхний край полосы; «впритык», если только на ожидаемое.",
    cope: "Справимся ли",
  },
  en: {
    hall: "Hall screen",
    wait: "Predicted wait",
    underMinute: "under a minute",
    upToMinutes: (minutes) => `up to ${minutes} min`,
    minutes: (low, high) => `${low}–${high} min`,
    off: (median, coverage) => `usually off by ${median}, range held ${coverage}`,
    offOver: (days) =>
      `measured over the last ${days} ${plural("en", days, { one: "day", other: "days" })} with a queue like this`,
    noError: "error not measured yet",
    waitMethod:
      "How many tickets are ahead, how many desks are at work and how long a ticket took in the last hour: the queue-length estimate (Ibrahim, Whitt 2009). Eight of ten waits fall into the range; it comes from this office's own errors of 14 days (conformal prediction, Vovk et al. 2005). The error is measured by predicting every called ticket of past days again, from the days before it alone.",
    forecast: "forecast",
    band: "eight of ten outcomes",
    forecastMethod:
      "The same weekday of eight weeks, updated by how today has gone: linear Bayes estimate (Goldstein, Wooff 2007) with a negative binomial count. Eight of ten outcomes fall into the band. Days with other opening hours are left out.",
    forecastOff: (median, coverage, days) =>
      `The end of the day on ${days} past days: usually off by ${median}, band held ${coverage}.`,
    noForecast: "no forecast yet: too little history",
    total: "At the end of the day",
    totalOf: (expected, low, high) => `${expected} at the end of the day (${low}–${high})`,
    coming: (closes, expected, low, high, waiting) =>
      `Until ${closes} ${expected} more tickets are expected (${low}–${high}), ${waiting} are waiting.`,
    capacity: (tickets) => `The desks can serve ${tickets}`,
    enough: "we will cope",
    tight: "only just",
    short: (missing, desks) =>
      `${missing} too many, ${desks} more ${plural("en", desks, { one: "desk is", other: "desks are" })} needed`,
    copingMethod:
      "What the desks can serve = time of the operators signed in until closing (by the plan of shifts, less today's pauses) / desk time of one ticket today. “We will cope” when it covers the upper end of the band too; “only just” when it covers the expected count alone.",
    cope: "Will we cope",
  },
};
