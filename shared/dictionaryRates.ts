import { withIds } from "./dictionaryEntry.ts";

/** Shares; each travels with its numerator and its denominator. */
export const RATE_DICTIONARY = withIds({
  rejectionRate: {
    unit: "share",
    pair: "returned",
    names: { kk: "Қабылдаудан бас тарту үлесі", ru: "Доля отказов в приёме", en: "Refusal rate" },
    definition: {
      kk: "Қабылдаудан бас тартылғандар / (қабылданғандар + бас тартылғандар).",
      ru: "Отказано в приёме / (принято + отказано в приёме).",
      en: "Refused at the desk / (accepted + refused).",
    },
  },
  delayedRate: {
    unit: "share",
    pair: "leadTime",
    names: { kk: "Мерзімі өткендер үлесі", ru: "Доля просроченных", en: "Delayed share" },
    definition: {
      kk: "Мерзімі өткендер / мерзімі келгендер, мерзім күні бойынша.",
      ru: "Просрочено / срок наступил, по дню срока.",
      en: "Delayed / due, on the due date.",
    },
  },
  errorRate: {
    unit: "share",
    pair: "rejectionRate",
    names: { kk: "Оператор қателерінің үлесі", ru: "Доля ошибок оператора", en: "Operator error rate" },
    definition: {
      kk: "Оператор қатесінен қайтарылғандар / қабылданғандар.",
      ru: "Возвращено по ошибке оператора / принято.",
      en: "Returned for an operator's error / accepted.",
    },
  },
  leftRate: {
    unit: "share",
    pair: "waitingTime",
    names: { kk: "Кезектен кеткендер үлесі", ru: "Доля ушедших из очереди", en: "Share that left the queue" },
    definition: {
      kk: "Кезектен кеткендер / берілген талондар.",
      ru: "Ушли из очереди / выдано талонов.",
      en: "Left the queue / tickets issued.",
    },
  },
  withinNormRate: {
    unit: "share",
    pair: "leftRate",
    names: { kk: "Норма шегінде", ru: "В пределах нормы", en: "Within the norm" },
    definition: {
      kk: "Норма шегінде шақырылғандар / (шақырылғандар + кезектен кеткендер).",
      ru: "Вызвано в пределах нормы / (вызвано + ушли из очереди).",
      en: "Called within the norm / (called + left the queue).",
    },
  },
  occupancy: {
    unit: "share",
    pair: "waitingTime",
    names: { kk: "Жүктеме", ru: "Загрузка", en: "Occupancy" },
    definition: {
      kk: "Қабылдаудағы уақыт / (жүйедегі уақыт − үзіліс).",
      ru: "Время на приёме / (время в системе − перерывы).",
      en: "Time serving / (time signed in − time paused).",
    },
  },
});

/** What stands at this moment. */
export const STOCK_DICTIONARY = withIds({
  waitingNow: {
    unit: "count",
    pair: "longestWait",
    names: { kk: "Қазір күтуде", ru: "Ожидают сейчас", en: "Waiting now" },
    definition: {
      kk: "Бүгін талон алып, әлі шақырылмаған және кетпегендер.",
      ru: "Получили талон сегодня, ещё не вызваны и не ушли.",
      en: "Took a ticket today and were neither called nor left.",
    },
  },
  longestWait: {
    unit: "seconds",
    pair: "waitingNow",
    names: { kk: "Ең ұзақ күту", ru: "Дольше всех ждёт", en: "Longest wait now" },
    definition: {
      kk: "Қазір күтіп тұрғандардың ең ұзақ күткенінің уақыты.",
      ru: "Сколько ждёт тот, кто сейчас ждёт дольше всех.",
      en: "How long the one who waits longest has been waiting.",
    },
  },
  beingServed: {
    unit: "count",
    pair: "waitingNow",
    names: { kk: "Қазір қабылдауда", ru: "Сейчас на приёме", en: "Being served" },
    definition: {
      kk: "Шақырылған, бірақ әлі жабылмаған талондар.",
      ru: "Талоны, которые вызваны и ещё не закрыты.",
      en: "Tickets that are called and not closed yet.",
    },
  },
  operatorsFree: {
    unit: "count",
    names: { kk: "Бос терезелер", ru: "Свободные окна", en: "Desks free" },
    definition: {
      kk: "Жүйеде отырған, бірақ қабылдап жатпаған операторлар.",
      ru: "Операторы в системе, которые сейчас никого не принимают.",
      en: "Operators signed in and serving nobody.",
    },
  },
  operatorsServing: {
    unit: "count",
    names: { kk: "Қабылдап жатыр", ru: "Принимают", en: "Desks serving" },
    definition: {
      kk: "Қазір келушіні қабылдап жатқан операторлар.",
      ru: "Операторы, которые сейчас принимают посетителя.",
      en: "Operators who are serving a visitor now.",
    },
  },
  operatorsPaused: {
    unit: "count",
    names: { kk: "Үзілісте", ru: "На перерыве", en: "Desks paused" },
    definition: {
      kk: "Үзіліс жариялаған операторлар.",
      ru: "Операторы, объявившие перерыв.",
      en: "Operators who declared a pause.",
    },
  },
  operatorsSignedIn: {
    unit: "count",
    names: { kk: "Жұмыс істеп тұрған терезелер", ru: "Работающие окна", en: "Open desks" },
    definition: {
      kk: "Қазір жүйеге кірген операторлар.",
      ru: "Операторы, которые сейчас в системе.",
      en: "Operators signed in now.",
    },
  },
  openApplications: {
    unit: "count",
    pair: "overdue",
    names: { kk: "Қаралудағы өтініштер", ru: "Заявления в работе", en: "Open applications" },
    definition: {
      kk: "Мерзімі әлі тоқтамаған өтініштер: фронт-офисте немесе органда.",
      ru: "Заявления, срок которых не остановлен: во фронт-офисе или в госоргане.",
      en: "Applications whose clock has not stopped, in the front office or at the authority.",
    },
  },
  overdue: {
    unit: "count",
    pair: "openApplications",
    names: { kk: "Мерзімі өтіп, аяқталмаған", ru: "Просрочено и не завершено", en: "Overdue and open" },
    definition: {
      kk: "Мерзімі өтіп кеткен, бірақ әлі дайын емес өтініштер.",
      ru: "Заявления, срок которых прошёл, а результат ещё не готов.",
      en: "Applications past their deadline and still not ready.",
    },
  },
  dueToday: {
    unit: "count",
    names: { kk: "Мерзімі бүгін", ru: "Срок сегодня", en: "Due today" },
    definition: {
      kk: "Мерзімі бүгін бітетін, әлі дайын емес өтініштер.",
      ru: "Заявления со сроком сегодня, результат ещё не готов.",
      en: "Applications due today and not ready yet.",
    },
  },
  daysLate: {
    unit: "count",
    pair: "delayed",
    names: { kk: "Кешіккен жұмыс күндері", ru: "Рабочие дни просрочки", en: "Working days late" },
    definition: {
      kk: "Мерзімі өткен өтініштердің мерзімнен кейінгі жұмыс күндері, сағат тоқтағанша не есеп сәтіне дейін. Күн басталғанда өтініш кімде болса, күн соған жазылады.",
      ru: "Рабочие дни просроченных заявлений после срока, до остановки срока или до момента отчёта. День относится к тому, у кого заявление было в начале дня.",
      en: "Working days of delayed applications after their deadline, until the clock stopped or up to the moment of the report. A day belongs to whoever had the application when it began.",
    },
  },
  dueSoon: {
    unit: "count",
    names: { kk: "Мерзімі таяу", ru: "Срок истекает", en: "Due soon" },
    definition: {
      kk: "Мерзімі екі жұмыс күні ішінде бітетін, әлі дайын емес өтініштер.",
      ru: "Заявления, срок которых истекает в ближайшие два рабочих дня.",
      en: "Applications due within two working days and not ready yet.",
    },
  },
  officesReporting: {
    unit: "count",
    pair: "officesSilent",
    names: { kk: "Деректер жіберген ХҚКО", ru: "Отчитались ЦОН", en: "Offices reporting" },
    definition: {
      kk: "Бүгін кемінде бір оқиға жіберген орталықтар.",
      ru: "Центры, от которых сегодня пришло хотя бы одно событие.",
      en: "Offices from which at least one event came today.",
    },
  },
  officesSilent: {
    unit: "count",
    pair: "officesReporting",
    names: { kk: "Үнсіз ХҚКО", ru: "Молчат ЦОН", en: "Silent offices" },
    definition: {
      kk: "Жұмыс уақытында, бірақ үш минут бойы дерек келмеген орталықтар.",
      ru: "Центры в часы работы, от которых три минуты ничего не приходило.",
      en: "Offices within their opening hours from which nothing came for three minutes.",
    },
  },
  missingEvents: {
    unit: "count",
    names: { kk: "Жетпеген оқиғалар", ru: "Недостающие события", en: "Missing events" },
    definition: {
      kk: "Нөмірлер қатарындағы әлі толмаған бос орындар.",
      ru: "Незакрытые пропуски в порядковых номерах событий.",
      en: "Holes in the sequence numbers that are still open.",
    },
  },
});
