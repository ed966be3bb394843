import type { Names } from "../../shared/reference.ts";

/** Titles of columns that the dictionary of figures has no words for, by field, with what they mean. */
export const COLUMN_WORDS = {
  figure: [{ kk: "Көрсеткіш", ru: "Показатель", en: "Figure" }, null],
  period: [{ kk: "Кезең", ru: "Период", en: "Period" }, null],
  from: [{ kk: "Басталуы", ru: "С", en: "From" }, null],
  to: [{ kk: "Аяқталуы", ru: "По", en: "To" }, null],
  day: [{ kk: "Күні", ru: "Дата", en: "Date" }, null],
  region: [{ kk: "Өңір", ru: "Регион", en: "Region" }, null],
  office: [{ kk: "ХҚКО", ru: "ЦОН", en: "Office" }, null],
  service: [{ kk: "Қызмет", ru: "Услуга", en: "Service" }, null],
  authority: [{ kk: "Орган", ru: "Госорган", en: "Authority" }, null],
  operator: [{ kk: "Оператор", ru: "Оператор", en: "Operator" }, null],
  leg: [{ kk: "Кезеңі", ru: "Этап", en: "Leg" }, null],
  holder: [
    { kk: "Кімде болды", ru: "У кого было", en: "In whose hands" },
    {
      kk: "Өтініш кімде болды: соңғы қадам бойынша.",
      ru: "У кого было заявление: по последнему шагу.",
      en: "Who had the application: by the last step taken.",
    },
  ],
  daysInOutage: [
    { kk: "Соның ішінде ақау күндері", ru: "Из них в дни сбоя", en: "Of these, in an outage" },
    {
      kk: "ХҚКО жұмыс уақытының жартысынан көбінде жүйе ақауы, байланыс үзілуі не электрсіздік болған күндер, басшылардың түсініктемелері бойынша. Фронт-офис пен өтініш берушінің күндері; орган туралы белгісіз.",
      ru: "Дни, когда ЦОН больше половины рабочего времени не работал из-за сбоя своей системы, обрыва связи или отсутствия электричества, по объяснениям руководителей. Из дней фронт-офиса и заявителя; о госоргане неизвестно.",
      en: "Days on which the office was out for more than half of its hours by a fault of its system, a cut line or a power cut, as managers explained. Of the front office's and the applicant's days; of an authority it is not known.",
    },
  ],
  reason: [{ kk: "Себебі", ru: "Причина", en: "Reason" }, null],
  fault: [{ kk: "Кімнің кінәсінен", ru: "По чьей вине", en: "By whose fault" }, null],
  cases: [{ kk: "Жағдай саны", ru: "Число случаев", en: "Cases" }, null],
  value: [{ kk: "Осы ай", ru: "За месяц", en: "This month" }, null],
  perWorkingDay: [
    { kk: "Жұмыс күніне", ru: "На рабочий день", en: "Per working day" },
    {
      kk: "Айдың мәні есеп сәтіне дейінгі жұмыс күндерінің санына бөлінген.",
      ru: "Значение месяца, делённое на число рабочих дней до момента отчёта.",
      en: "The month's value divided by its working days up to the moment of the report.",
    },
  ],
  before: [{ kk: "Өткен ай", ru: "Месяцем ранее", en: "The month before" }, null],
  beforePerWorkingDay: [
    { kk: "Өткен ай, жұмыс күніне", ru: "Месяцем ранее, на рабочий день", en: "The month before, per working day" },
    null,
  ],
  change: [
    { kk: "Өткен айға қарағанда", ru: "К прошлому месяцу", en: "Against the month before" },
    {
      kk: "Жұмыс күніне шаққандағы өзгеріс: осы ай / өткен ай − 1.",
      ru: "Изменение на рабочий день: этот месяц / прошлый месяц − 1.",
      en: "The change per working day: this month / the month before − 1.",
    },
  ],
  yearAgo: [{ kk: "Бір жыл бұрын", ru: "Годом ранее", en: "A year before" }, null],
  yearAgoPerWorkingDay: [
    { kk: "Бір жыл бұрын, жұмыс күніне", ru: "Годом ранее, на рабочий день", en: "A year before, per working day" },
    null,
  ],
  yearChange: [
    { kk: "Бір жыл бұрынғыға қарағанда", ru: "К тому же месяцу год назад", en: "Against the same month a year before" },
    {
      kk: "Жұмыс күніне шаққандағы өзгеріс: осы ай / өткен жылғы сол ай − 1.",
      ru: "Изменение на рабочий день: этот месяц / тот же месяц прошлого года − 1.",
      en: "The change per working day: this month / the same month of the year before − 1.",
    },
  ],
  numerator: [{ kk: "Алымы", ru: "Числитель", en: "Numerator" }, null],
  denominator: [{ kk: "Бөлімі", ru: "Знаменатель", en: "Denominator" }, null],
  share: [{ kk: "Үлесі", ru: "Доля", en: "Share" }, null],
  beforeShare: [{ kk: "Үлесі өткен айда", ru: "Доля месяцем ранее", en: "Share the month before" }, null],
  yearAgoShare: [{ kk: "Үлесі бір жыл бұрын", ru: "Доля годом ранее", en: "Share a year before" }, null],
  n: [{ kk: "Саны", ru: "Число", en: "Number" }, null],
  mean: [{ kk: "Орташа", ru: "Среднее", en: "Mean" }, null],
  p50: [{ kk: "Медиана", ru: "Медиана", en: "Median" }, null],
  p90: [{ kk: "90-процентиль", ru: "90-й процентиль", en: "90th percentile" }, null],
  max: [{ kk: "Ең ұзағы", ru: "Наибольшее", en: "Longest" }, null],
  total: [{ kk: "Жиыны", ru: "Сумма", en: "Sum" }, null],
  norm: [
    { kk: "Норматив", ru: "Норматив", en: "Norm" },
    {
      kk: "Орталықтың нормативі; ХҚКО-ларда әртүрлі болса, көрсетілмейді.",
      ru: "Норматив ЦОН; не указан, если у ЦОН он разный.",
      en: "The norm of the office; not given where offices differ.",
    },
  ],
  beforeP50: [{ kk: "Медиана өткен айда", ru: "Медиана месяцем ранее", en: "Median the month before" }, null],
  beforeP90: [
    { kk: "90-процентиль өткен айда", ru: "90-й процентиль месяцем ранее", en: "90th percentile the month before" },
    null,
  ],
  yearAgoP50: [{ kk: "Медиана бір жыл бұрын", ru: "Медиана годом ранее", en: "Median a year before" }, null],
  yearAgoP90: [
    { kk: "90-процентиль бір жыл бұрын", ru: "90-й процентиль годом ранее", en: "90th percentile a year before" },
    null,
  ],
  termAmount: [
    { kk: "Заңды мерзім", ru: "Срок по норме", en: "Legal term" },
    {
      kk: "Қызметтің әдеттегі түріндегі мерзім, ай соңында қолданыстағы.",
      ru: "Срок обычного варианта услуги, действующий на конец месяца.",
      en: "The term of the service's usual variant as it stood at the end of the month.",
    },
  ],
  termUnit: [{ kk: "Мерзім бірлігі", ru: "Единица срока", en: "Unit of the term" }, null],
  workingDays: [{ kk: "Жұмыс күндері", ru: "Рабочие дни", en: "Working days" }, null],
  expected: [{ kk: "Күтілетін ХҚКО", ru: "ЦОН ожидалось", en: "Offices expected" }, null],
  reporting: [{ kk: "Дерек берген ХҚКО", ru: "ЦОН отчитались", en: "Offices reporting" }, null],
  status: [{ kk: "Мәртебесі", ru: "Статус", en: "Status" }, null],
  operators: [
    { kk: "Операторлар", ru: "Операторов", en: "Operators" },
    {
      kk: "Айда оқиғаларда аталған операторлар саны.",
      ru: "Сколько операторов названо в событиях месяца.",
      en: "How many operators the month's events name.",
    },
  ],
  daysWorked: [
    { kk: "Жұмыс істеген күндері", ru: "Отработано дней", en: "Days worked" },
    {
      kk: "Терезеде болған, қабылдаған немесе қызмет көрсеткен аяқталған күндер.",
      ru: "Завершённые дни, когда были за окном, принимали или обслуживали.",
      en: "Days that are over with time at the desk, a document accepted or a client served.",
    },
  ],
  targetDays: [{ kk: "Мақсаты бар күндер", ru: "Дней с целью", en: "Days with a target" }, null],
  servedPerDay: [{ kk: "Күніне қызмет көрсетілді", ru: "Обслужено за день", en: "Served a day" }, null],
  acceptedPerDay: [{ kk: "Күніне қабылданды", ru: "Принято за день", en: "Accepted a day" }, null],
  targetPerDay: [
    { kk: "Күндік мақсат", ru: "Цель на день", en: "Target a day" },
    {
      kk: "Мақсаты бар күндердің әрқайсысында қолданылған мақсаттардың орташасы.",
      ru: "Среднее целей, действовавших в каждый из дней с целью.",
      en: "The mean of the targets that held on each of the days with one.",
    },
  ],
  nobodyWaiting: [{ kk: "Бос, ешкім күтпеді", ru: "Свободно, никто не ждал", en: "Free, nobody was waiting" }, null],
  peopleWaiting: [
    { kk: "Бос, адамдар күтіп тұрды", ru: "Свободно, люди ждали", en: "Free, people were waiting" },
    null,
  ],
  demandDays: [
    { kk: "Сұранысы белгілі күндер", ru: "Дней с известным спросом", en: "Days with known demand" },
    {
      kk: "Бос уақыт осы күндер бойынша қосылған.",
      ru: "Свободное время сложено по этим дням.",
      en: "The free time is the sum over these days.",
    },
  ],
  daysReached: [{ kk: "Күн: мақсатқа жетті", ru: "Дней: цель достигнута", en: "Days: reached" }, null],
  daysAsAsked: [
    { kk: "Күн: терезедегі уақытына сай", ru: "Дней: по времени за окном", en: "Days: as the time at the desk asks" },
    null,
  ],
  daysNobodyWaited: [
    { kk: "Күн: төмен, ешкім күтпеді", ru: "Дней: ниже, никто не ждал", en: "Days: below, nobody waited" },
    null,
  ],
  daysPeopleWaited: [
    { kk: "Күн: төмен, адамдар күтті", ru: "Дней: ниже, люди ждали", en: "Days: below, people waited" },
    null,
  ],
  daysUnknown: [{ kk: "Күн: белгісіз", ru: "Дней: неизвестно", en: "Days: not known" }, null],
  operatorsReached: [{ kk: "Мақсатқа жетті", ru: "Цель достигнута", en: "Reached" }, null],
  operatorsAsAsked: [
    { kk: "Терезедегі уақытына сай", ru: "По времени за окном", en: "As the time at the desk asks" },
    null,
  ],
  operatorsNobodyWaited: [{ kk: "Төмен, ешкім күтпеді", ru: "Ниже, никто не ждал", en: "Below, nobody waited" }, null],
  operatorsPeopleWaited: [{ kk: "Төмен, адамдар күтті", ru: "Ниже, люди ждали", en: "Below, people waited" }, null],
  operatorsUnknown: [{ kk: "Белгісіз", ru: "Неизвестно", en: "Not known" }, null],
  eventsOfMonth: [
    { kk: "Айдың оқиғалары", ru: "События месяца", en: "Events of the month" },
    {
      kk: "Айдың күндеріне жататын әртүрлі оқиғалар; қайталанғаны бір рет саналады.",
      ru: "Различные события с датами месяца; повтор считается один раз.",
      en: "Distinct events dated in the month; a repeated one counts once.",
    },
  ],
  received: [
    { kk: "Келген оқиғалар", ru: "Получено событий", en: "Events received" },
    {
      kk: "Есеп сәтіне дейін көздерден келген әртүрлі реттік нөмірлер.",
      ru: "Различные порядковые номера, полученные от источников к моменту отчёта.",
      en: "Distinct sequence numbers received from the sources up to the moment of the report.",
    },
  ],
  promised: [
    { kk: "Уәде етілген оқиғалар", ru: "Обещано событий", en: "Events promised" },
    {
      kk: "Әр көздің ең үлкен реттік нөмірлерінің қосындысы.",
      ru: "Сумма наибольших порядковых номеров источников.",
      en: "The sum of the sources' highest sequence numbers.",
    },
  ],
  missing: [{ kk: "Жетіспейді", ru: "Не хватает", en: "Missing" }, null],
  difference: [{ kk: "Айырма", ru: "Разница", en: "Difference" }, null],
  lastEvent: [{ kk: "Соңғы оқиға", ru: "Последнее событие", en: "Last event" }, null],
  closedValue: [{ kk: "Алдыңғы нұсқада", ru: "В прежней версии", en: "In the version before" }, null],
  newValue: [{ kk: "Осы нұсқада", ru: "В этой версии", en: "In this version" }, null],
  lateEvents: [
    { kk: "Кешіккен оқиғалар", ru: "Опоздавшие события", en: "Late events" },
    {
      kk: "Алдыңғы нұсқадан кейін келген, айдың күндеріне жататын оқиғалар.",
      ru: "События с датами месяца, пришедшие после прежней версии.",
      en: "Events dated in the month that came after the version before.",
    },
  ],
  cause: [{ kk: "Себебі", ru: "Причина", en: "Cause" }, null],
  words: [{ kk: "Түсініктеме", ru: "Объяснение", en: "Explanation" }, null],
  action: [{ kk: "Қабылданған шара", ru: "Принятая мера", en: "Action" }, null],
  since: [{ kk: "Басталуы", ru: "С", en: "From" }, null],
  until: [{ kk: "Дейін", ru: "До", en: "Until" }, null],
  term: [{ kk: "Ұғым", ru: "Понятие", en: "Term" }, null],
  definition: [{ kk: "Анықтамасы", ru: "Определение", en: "Definition" }, null],
} as const satisfies Readonly<Record<string, readonly [Names, Names | null]>>;
export type WordedColumn = keyof typeof COLUMN_WORDS;

/** What follows the name of a figure in the title of one of its parts. */
export const PART_WORDS: Readonly<Record<string, Names>> = {
  n: { kk: "саны", ru: "число", en: "number" },
  mean: { kk: "орташа", ru: "среднее", en: "mean" },
  p50: { kk: "медиана", ru: "медиана", en: "median" },
  p90: { kk: "90-процентиль", ru: "90-й процентиль", en: "90th percentile" },
  max: { kk: "ең ұзағы", ru: "наибольшее", en: "longest" },
  open: { kk: "аяқталмағаны", ru: "не завершено", en: "not finished" },
  seconds: { kk: "жиыны", ru: "сумма", en: "sum" },
  numerator: { kk: "алымы", ru: "числитель", en: "numerator" },
  denominator: { kk: "бөлімі", ru: "знаменатель", en: "denominator" },
};

/** Names of the ids that stand in reports and in no reference data. */
export const ID_WORDS: Readonly<Record<string, Names>> = {
  thisMonth: { kk: "Осы ай", ru: "Отчётный месяц", en: "This month" },
  before: { kk: "Өткен ай", ru: "Месяцем ранее", en: "The month before" },
  yearAgo: { kk: "Бір жыл бұрын", ru: "Годом ранее", en: "A year before" },
  provisional: { kk: "алдын ала", ru: "предварительный", en: "provisional" },
  final: { kk: "түпкілікті", ru: "окончательный", en: "final" },
  revised: { kk: "түзетілген", ru: "уточнённый", en: "revised" },
  imported: {
    kk: "импортталған, қайта есептелмейді",
    ru: "импортирован, невоспроизводим",
    en: "imported, not reproducible",
  },
  acceptedToSent: {
    kk: "Қабылдаудан органға жібергенге дейін",
    ru: "От приёма до передачи в госорган",
    en: "From acceptance to sending to the authority",
  },
  backOffice: {
    kk: "Органда: жіберілгеннен шешімге дейін",
    ru: "В госоргане: от передачи до решения",
    en: "At the authority: from sending to the decision",
  },
  readyToIssued: {
    kk: "Дайын болғаннан берілгенге дейін",
    ru: "От готовности до выдачи",
    en: "From readiness to issue",
  },
  operator: { kk: "оператор", ru: "оператор", en: "operator" },
  frontOffice: { kk: "фронт-офис", ru: "фронт-офис", en: "front office" },
  applicant: { kk: "өтініш беруші", ru: "заявитель", en: "applicant" },
  authority: { kk: "орган", ru: "госорган", en: "authority" },
  "rule-change": { kk: "ережелердің өзгеруі", ru: "изменение правил", en: "change of rules" },
  minute: { kk: "минут", ru: "минута", en: "minute" },
  hour: { kk: "сағат", ru: "час", en: "hour" },
  "calendar-day": { kk: "күнтізбелік күн", ru: "календарный день", en: "calendar day" },
  month: { kk: "ай", ru: "месяц", en: "month" },
  "working-day": { kk: "жұмыс күні", ru: "рабочий день", en: "working day" },
};
