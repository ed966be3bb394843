import type { WordsOfRoom } from "../locales/catalogue.ts";

/** The words of the list of alerts and of its dialog. */
export interface RoomWords {
  readonly open: string;
  readonly over: string;
  readonly noneOpen: string;
  readonly noneOpenHere: string;
  readonly noneOver: string;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly more: string;
  readonly period: string;
  readonly periods: Readonly<Record<"1" | "7" | "31" | "92", string>>;
  readonly filterKind: string;
  readonly anyKind: string;
  readonly filterRegion: string;
  readonly anyRegion: string;
  readonly filterSaid: string;
  readonly said: Readonly<Record<"all" | "explained" | "unexplained", string>>;
  readonly place: string;
  readonly what: string;
  readonly since: string;
  readonly threshold: (value: string) => string;
  readonly worst: (value: string) => string;
  readonly cause: string;
  readonly action: string;
  readonly lasted: (time: string) => string;
  readonly explain: string;
  readonly change: string;
  readonly takeBack: string;
  readonly plan: string;
  readonly planned: string;
  readonly ended: Readonly<Record<"below" | "over", string>>;
  readonly by: Readonly<Record<string, string>>;
  readonly saidAt: (who: string, time: string) => string;
  readonly earlier: string;
  readonly dialog: string;
  readonly dialogPlan: string;
  readonly fieldCause: string;
  readonly choose: string;
  readonly fieldWords: string;
  readonly fieldAction: string;
  readonly fieldFrom: string;
  readonly fieldUntil: string;
  readonly fieldKind: string;
  readonly hour: string;
  readonly hours: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly left: (count: string) => string;
  readonly noNames: string;
  readonly save: string;
  readonly cancel: string;
  readonly saving: string;
  readonly saved: string;
  readonly takenBack: string;
  readonly undo: string;
  readonly errors: Readonly<Record<"cause" | "words" | "from" | "until" | "server", string>>;
  readonly rules: string;
  readonly webhooks: string;
}

export const ROOM_WORDS: WordsOfRoom<RoomWords> = {
  kk: {
    open: "Қазір",
    over: "Аяқталғандар",
    noneOpen: "Қазір ескерту жоқ",
    noneOpenHere: "Таңдалған сүзгі бойынша ескерту жоқ",
    noneOver: "Бұл кезеңде ескерту болған жоқ",
    loading: "Жүктелуде",
    failed: "Тізім жүктелмеді. Бірнеше секундтан кейін қайта сұралады.",
    again: "Қайта жүктеу",
    more: "Тізім толық емес: кезеңді қысқартыңыз.",
    period: "Кезең",
    periods: { "1": "бір күн", "7": "7 күн", "31": "31 күн", "92": "92 күн" },
    filterKind: "Ескерту түрі",
    anyKind: "барлық түрі",
    filterRegion: "Өңір",
    anyRegion: "барлық өңір",
    filterSaid: "Түсініктеме",
    said: { all: "түсініктемесі барлар да, жоқтар да", explained: "түсіндірілген", unexplained: "түсіндірілмеген" },
    place: "Орталық",
    what: "Не болды",
    since: "Басталуы",
    threshold: (value) => `шегі ${value}`,
    worst: (value) => `ең көбі ${value}`,
    cause: "Себебі",
    action: "Шара",
    lasted: (time) => `${time} созылды`,
    explain: "Түсіндіру",
    change: "Өзгерту",
    takeBack: "Қайтарып алу",
    plan: "Алдын ала түсіндіру",
    planned: "Алдын ала айтылғаны",
    ended: { below: "қалпына келді", over: "өлшейтін ештеңе қалмады" },
    by: { manager: "орталық басшысы", "regional-manager": "өңір басшысы" },
    saidAt: (who, time) => `${who}, ${time}`,
    earlier: "Бұрын айтылғаны",
    dialog: "Ескертуді түсіндіру",
    dialogPlan: "Алдын ала түсіндіру",
    fieldCause: "Себебі",
    choose: "Себебін таңдаңыз",
    fieldWords: "Өз сөзіңізбен",
    fieldAction: "Не істеліп жатыр",
    fieldFrom: "Қашаннан",
    fieldUntil: "Қашанға дейін",
    fieldKind: "Ескерту түрі",
    hour: "1 сағат",
    hours: "3 сағат",
    today: "бүгін кешке дейін",
    tomorrow: "ертең кешке дейін",
    left: (count) => `тағы ${count} таңба`,
    noNames: "Адамдардың аты-жөнін жазбаңыз: мәтінді министрлік көреді және ол есептерге кіреді.",
    save: "Сақтау",
    cancel: "Бас тарту",
    saving: "Сақталуда",
    saved: "Түсініктеме сақталды.",
    takenBack: "Түсініктеме қайтарып алынды.",
    undo: "Болдырмау",
    errors: {
      cause: "Себебін таңдаңыз.",
      words: "«Басқа себеп» таңдалса, оны өз сөзіңізбен жазыңыз.",
      from: "Басталу уақытын көрсетіңіз; ол 92 күннен алыс болмауы керек.",
      until: "Қазіргіден және басталуынан кейінгі, 92 күннен аспайтын уақытты көрсетіңіз.",
      server: "Сақталмады. Байланысты тексеріп, қайталап көріңіз.",
    },
    rules: "Шектер",
    webhooks: "Хабарлама жіберу",
  },
  ru: {
    open: "Сейчас",
    over: "Завершённые",
    noneOpen: "Сейчас оповещений нет",
    noneOpenHere: "По выбранному отбору оповещений нет",
    noneOver: "За этот период оповещений не было",
    loading: "Загружается",
    failed: "Список не загрузился. Через несколько секунд он будет запрошен снова.",
    again: "Загрузить снова",
    more: "Список неполный: сократите период.",
    period: "Период",
    periods: { "1": "за день", "7": "за 7 дней", "31": "за 31 день", "92": "за 92 дня" },
    filterKind: "Вид оповещения",
    anyKind: "все виды",
    filterRegion: "Регион",
    anyRegion: "все регионы",
    filterSaid: "Объяснение",
    said: { all: "с объяснением и без", explained: "объяснённые", unexplained: "без объяснения" },
    place: "Центр",
    what: "Что случилось",
    since: "С какого времени",
    threshold: (value) => `порог ${value}`,
    worst: (value) => `худшее ${value}`,
    cause: "Причина",
    action: "Меры",
    lasted: (time) => `длилось ${time}`,
    explain: "Объяснить",
    change: "Изменить",
    takeBack: "Отозвать",
    plan: "Объяснить заранее",
    planned: "Объяснено заранее",
    ended: { below: "пришло в норму", over: "больше нечего измерять" },
    by: { manager: "руководитель центра", "regional-manager": "руководитель региона" },
    saidAt: (who, time) => `${who}, ${time}`,
    earlier: "Было сказано раньше",
    dialog: "Объяснить оповещение",
    dialogPlan: "Объяснить заранее",
    fieldCause: "Причина",
    choose: "Выберите причину",
    fieldWords: "Своими словами",
    fieldAction: "Что делается",
    fieldFrom: "С какого времени",
    fieldUntil: "До какого времени",
    fieldKind: "Вид оповещения",
    hour: "1 час",
    hours: "3 часа",
    today: "до вечера",
    tomorrow: "до завтрашнего вечера",
    left: (count) => `ещё ${count} знаков`,
    noNames: "Не пишите имён: текст увидит министерство, и он войдёт в отчёты.",
    save: "Сохранить",
    cancel: "Отмена",
    saving: "Сохраняется",
    saved: "Объяснение сохранено.",
    takenBack: "Объяснение отозвано.",
    undo: "Вернуть как было",
    errors: {
      cause: "Выберите причину.",
      words: "При «Другой причине» напишите своими словами, какой.",
      from: "Укажите начало не дальше 92 дней.",
      until: "Укажите время позже нынешнего и позже начала, не дальше 92 дней.",
      server: "Не сохранилось. Проверьте связь и попробуйте ещё раз.",
    },
    rules: "Пороги",
    webhooks: "Рассылка",
  },
  en: {
    open: "Now",
    over: "Over",
    noneOpen: "No alerts now",
    noneOpenHere: "No alerts match the filter",
    noneOver: "No alerts in this period",
    loading: "Loading",
    failed: "The list did not load. It is asked for again in a few seconds.",
    again: "Load again",
    more: "The list is not complete: choose a shorter period.",
    period: "Period",
    periods: { "1": "one day", "7": "7 days", "31": "31 days", "92": "92 days" },
    filterKind: "Kind of alert",
    anyKind: "all kinds",
    filterRegion: "Region",
    anyRegion: "all regions",
    filterSaid: "Explanation",
    said: { all: "explained or not", explained: "explained", unexplained: "not explained" },
    place: "Office",
    what: "What happened",
    since: "Since",
    threshold: (value) => `threshold ${value}`,
    worst: (value) => `worst ${value}`,
    cause: "Cause",
    action: "Action",
    lasted: (time) => `lasted ${time}`,
    explain: "Explain",
    change: "Change",
    takeBack: "Take back",
    plan: "Explain in advance",
    planned: "Explained in advance",
    ended: { below: "back to normal", over: "nothing left to measure" },
    by: { manager: "office manager", "regional-manager": "regional manager" },
    saidAt: (who, time) => `${who}, ${time}`,
    earlier: "Said before",
    dialog: "Explain the alert",
    dialogPlan: "Explain in advance",
    fieldCause: "Cause",
    choose: "Choose the cause",
    fieldWords: "In your own words",
    fieldAction: "What is being done",
    fieldFrom: "From",
    fieldUntil: "Until",
    fieldKind: "Kind of alert",
    hour: "1 hour",
    hours: "3 hours",
    today: "this evening",
    tomorrow: "tomorrow evening",
    left: (count) => `${count} characters left`,
    noNames: "Write no names: the ministry sees the text, and it goes into reports.",
    save: "Save",
    cancel: "Cancel",
    saving: "Saving",
    saved: "The explanation is saved.",
    takenBack: "The explanation is taken back.",
    undo: "Undo",
    errors: {
      cause: "Choose the cause.",
      words: "With “Another cause” say in your own words which.",
      from: "Give a beginning no further than 92 days ahead.",
      until: "Give a time after now and after the beginning, at most 92 days ahead.",
      server: "It was not saved. Check the connection and try again.",
    },
    rules: "Thresholds",
    webhooks: "Webhook",
  },
};
