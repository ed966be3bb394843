import type { AlertKind } from "../../shared/alerts.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";

/** The words of the pages of thresholds and of the webhook. */
export interface RuleWords {
  readonly title: string;
  readonly how: string;
  /** The rule in one sentence: when it is raised and when it is over, values as they are written. */
  readonly says: Readonly<Record<AlertKind, (raise: string, clear: string, minutes: string) => string>>;
  readonly off: string;
  readonly example: (value: string) => string;
  readonly raise: string;
  readonly clear: string;
  readonly minutes: string;
  readonly on: string;
  readonly units: Readonly<Record<"norm" | "desks" | "minute" | "share" | "count", string>>;
  readonly from: (place: string) => string;
  readonly byDefault: string;
  readonly country: string;
  readonly change: string;
  readonly save: string;
  readonly cancel: string;
  readonly reset: string;
  readonly saved: string;
  readonly errors: {
    readonly range: (lowest: string, highest: string) => string;
    readonly "below-raise": string;
    readonly minutes: (most: string) => string;
    readonly server: string;
  };
  readonly changes: string;
  readonly noChanges: string;
  readonly changed: (name: string, place: string, before: string, after: string) => string;
  readonly asAbove: string;
  readonly webhook: {
    readonly title: string;
    readonly how: string;
    readonly url: string;
    readonly secret: string;
    readonly secretHint: string;
    readonly newSecret: string;
    readonly on: string;
    readonly save: string;
    readonly remove: string;
    readonly test: string;
    readonly tested: string;
    readonly saved: string;
    readonly removed: string;
    readonly none: string;
    readonly faults: Readonly<Record<string, string>>;
    readonly failed: string;
    readonly deliveries: string;
    readonly noDeliveries: string;
    readonly event: string;
    readonly made: string;
    readonly state: string;
    readonly attempts: string;
    readonly answer: string;
    readonly next: (time: string) => string;
    readonly again: string;
    readonly states: Readonly<Record<"waiting" | "delivered" | "dead", string>>;
    readonly events: Readonly<Record<"alert.raised" | "alert.cleared" | "alert.explained" | "test", string>>;
    readonly errors: Readonly<Record<string, string>>;
  };
}

export const RULE_WORDS: WordsOfRoom<RuleWords> = {
  kk: {
    title: "Ескерту шектері",
    how: "Ескерту мән шекке жетіп, сонша минут бойы сол күйде тұрса ғана беріледі, ал төменгі шекке түсіп, сонша минут тұрса аяқталады. Екі шектің арасындағы ауытқу ештеңені өзгертпейді.",
    says: {
      silent: (raise, clear, minutes) =>
        `Ескерту: ашық орталықтан ${raise} бойы ештеңе келмесе, әрі бұл ${minutes} тұрса. Аяқталуы: үзіліс ең көбі ${clear} болып, ${minutes} тұрса.`,
      "longest-wait": (raise, clear, minutes) =>
        `Ескерту: кезектегі ең ұзақ күту — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      "queue-growth": (raise, clear, minutes) =>
        `Ескерту: кезектің жарты сағаттағы өсімі — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      left: (raise, clear, minutes) =>
        `Ескерту: бүгін талон алып, күтпей кеткендердің үлесі — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      occupancy: (raise, clear, minutes) =>
        `Ескерту: терезелердің соңғы жарты сағаттағы жүктемесі — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      overdue: (raise, clear, minutes) =>
        `Ескерту: бүгін мерзімі біткен өтінімдердің ішінде кешіккені — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
      "missing-events": (raise, clear, minutes) =>
        `Ескерту: оқиғалар нөміріндегі бос орын саны — ${raise} немесе одан көп, ${minutes} бойы. Аяқталуы: ${clear} немесе одан аз, ${minutes} бойы.`,
    },
    off: "Бұл ескерту өшірулі.",
    example: (value) => `Бұл орталықта шек — ${value}.`,
    raise: "Ескерту шегі",
    clear: "Аяқталу шегі",
    minutes: "Неше минут тұруы керек",
    on: "қосулы",
    units: {
      norm: "× күту нормативі",
      desks: "адам (бір терезеге)",
      minute: "минут",
      share: "%",
      count: "саны",
    },
    from: (place) => `белгілеген: ${place}`,
    byDefault: "бастапқы мән",
    country: "бүкіл ел",
    change: "Өзгерту",
    save: "Сақтау",
    cancel: "Бас тарту",
    reset: "Жоғарыдағыдай ету",
    saved: "Шек сақталды.",
    errors: {
      range: (lowest, highest) => `${lowest} мен ${highest} аралығындағы мәнді көрсетіңіз.`,
      "below-raise": "Аяқталу шегі ескерту шегінен төмен және теріс емес болуы керек.",
      minutes: (most) => `0-ден ${most}-ға дейінгі бүтін минутты көрсетіңіз.`,
      server: "Сақталмады. Байланысты тексеріп, қайталап көріңіз.",
    },
    changes: "Өзгерістер",
    noChanges: "Шектер өзгертілген жоқ",
    changed: (name, place, before, after) => `${name} (${place}): ${before} → ${after}`,
    asAbove: "жоғарыдағыдай",
    webhook: {
      title: "Хабарлама жіберу",
      how: "Ескерту берілгенде, түсіндірілгенде және аяқталғанда орталық осы мекенжайға қол қойылған хабарлама жібереді. Қабылданбаса, бір тәулік бойы қайта жібереді.",
      url: "Мекенжай",
      secret: "Құпия кілт",
      secretHint: "Бос қалдырсаңыз, бұрынғысы қалады немесе жаңасы жасалады.",
      newSecret: "Құпия кілт бір-ақ рет көрсетіледі, оны сақтап қойыңыз:",
      on: "қосулы",
      save: "Сақтау",
      remove: "Жою",
      test: "Сынақ хабарлама жіберу",
      tested: "Сынақ хабарлама кезекке қойылды.",
      saved: "Сақталды.",
      removed: "Жойылды.",
      none: "Мекенжай әлі көрсетілмеген",
      faults: {
        "not-an-address": "Бұл мекенжай емес. Мысалы: https://messages.example.kz/alerts.",
        "not-https": "Мекенжай https:// деп басталуы керек.",
        "with-password": "Мекенжайда пайдаланушы мен құпиясөз болмауы керек.",
        inside: "Бұл ішкі желінің мекенжайы; оған орталықтың әкімшісі рұқсат беруі керек.",
        secret: "Құпия кілт 16–200 таңбадан, бос орынсыз латын әріптері мен сандардан тұруы керек.",
      },
      failed: "Орындалмады. Байланысты тексеріп, қайталап көріңіз.",
      deliveries: "Жіберілген хабарламалар",
      noDeliveries: "Әлі ештеңе жіберілген жоқ",
      event: "Не туралы",
      made: "Уақыты",
      state: "Күйі",
      attempts: "Әрекет саны",
      answer: "Жауап",
      next: (time) => `келесі әрекет ${time}`,
      again: "Қайта жіберу",
      states: { waiting: "күтіп тұр", delivered: "жеткізілді", dead: "жеткізілмеді" },
      events: {
        "alert.raised": "ескерту берілді",
        "alert.cleared": "ескерту аяқталды",
        "alert.explained": "түсіндірілді",
        test: "сынақ",
      },
      errors: {
        refused: "қабылданбады",
        "no-answer": "жауап жоқ",
        "too-slow": "тым баяу",
        "not-allowed": "мекенжайға рұқсат жоқ",
        "switched-off": "өшірілген",
      },
    },
  },
  ru: {
    title: "Пороги оповещений",
    how: "Оповещение поднимается, когда значение дошло до порога и держится столько минут, и снимается, когда оно опустилось до нижнего порога и держится столько же. Колебания между порогами ничего не меняют.",
    says: {
      silent: (raise, clear, minutes) =>
        `Поднять, если от открытого центра ничего не приходит ${raise} и это держится ${minutes}; снять, когда ${minutes} связь без перерывов дольше ${clear}.`,
      "longest-wait": (raise, clear, minutes) =>
        `Поднять, если дольше всех ждущий ждёт ${raise} или больше и это держится ${minutes}; снять, когда не больше ${clear} держится ${minutes}.`,
      "queue-growth": (raise, clear, minutes) =>
        `Поднять, если за полчаса очередь выросла на ${raise} и это держится ${minutes}; снять, когда рост не больше ${clear} держится ${minutes}.`,
      left: (raise, clear, minutes) =>
        `Поднять, если ушли, не дождавшись, ${raise} взявших талон сегодня и это держится ${minutes}; снять, когда доля не больше ${clear} держится ${minutes}.`,
      occupancy: (raise, clear, minutes) =>
        `Поднять, если за последние полчаса окна заняты на ${raise} и это держится ${minutes}; снять, когда не больше ${clear} держится ${minutes}.`,
      overdue: (raise, clear, minutes) =>
        `Поднять, если просрочено ${raise} заявлений, чей срок сегодня, и это держится ${minutes}; снять, когда доля не больше ${clear} держится ${minutes}.`,
      "missing-events": (raise, clear, minutes) =>
        `Поднять, если в нумерации событий пропусков ${raise} и это держится ${minutes}; снять, когда их не больше ${clear} и это держится ${minutes}.`,
    },
    off: "Это оповещение выключено.",
    example: (value) => `Для этого центра порог — ${value}.`,
    raise: "Порог",
    clear: "Порог снятия",
    minutes: "Сколько минут держится",
    on: "включено",
    units: { norm: "× норматив ожидания", desks: "человек на окно", minute: "мин", share: "%", count: "шт." },
    from: (place) => `задано: ${place}`,
    byDefault: "исходное значение",
    country: "вся страна",
    change: "Изменить",
    save: "Сохранить",
    cancel: "Отмена",
    reset: "Как на уровень выше",
    saved: "Порог сохранён.",
    errors: {
      range: (lowest, highest) => `Укажите значение от ${lowest} до ${highest}.`,
      "below-raise": "Порог снятия должен быть ниже порога и не меньше нуля.",
      minutes: (most) => `Укажите целое число минут от 0 до ${most}.`,
      server: "Не сохранилось. Проверьте связь и попробуйте ещё раз.",
    },
    changes: "Изменения",
    noChanges: "Пороги не меняли",
    changed: (name, place, before, after) => `${name} (${place}): ${before} → ${after}`,
    asAbove: "как на уровень выше",
    webhook: {
      title: "Рассылка оповещений",
      how: "Когда оповещение поднято, объяснено или снято, центр отправляет на этот адрес подписанное сообщение. Если его не приняли, отправка повторяется в течение суток.",
      url: "Адрес",
      secret: "Секретный ключ",
      secretHint: "Оставьте пустым: останется прежний или будет создан новый.",
      newSecret: "Ключ показан один раз, сохраните его:",
      on: "включено",
      save: "Сохранить",
      remove: "Удалить",
      test: "Отправить пробное сообщение",
      tested: "Пробное сообщение поставлено в очередь.",
      saved: "Сохранено.",
      removed: "Удалено.",
      none: "Адрес ещё не задан",
      faults: {
        "not-an-address": "Это не адрес. Пример: https://messages.example.kz/alerts.",
        "not-https": "Адрес должен начинаться с https://.",
        "with-password": "В адресе не должно быть имени и пароля.",
        inside: "Это адрес внутренней сети; его должен разрешить администратор центра.",
        secret: "Ключ — от 16 до 200 латинских букв, цифр и знаков без пробелов.",
      },
      failed: "Не получилось. Проверьте связь и попробуйте ещё раз.",
      deliveries: "Отправленные сообщения",
      noDeliveries: "Пока ничего не отправлялось",
      event: "О чём",
      made: "Когда",
      state: "Состояние",
      attempts: "Попыток",
      answer: "Ответ",
      next: (time) => `следующая попытка в ${time}`,
      again: "Отправить снова",
      states: { waiting: "ожидает", delivered: "доставлено", dead: "не доставлено" },
      events: {
        "alert.raised": "оповещение поднято",
        "alert.cleared": "оповещение снято",
        "alert.explained": "объяснено",
        test: "проба",
      },
      errors: {
        refused: "не принято",
        "no-answer": "нет ответа",
        "too-slow": "слишком долго",
        "not-allowed": "адрес не разрешён",
        "switched-off": "выключено",
      },
    },
  },
  en: {
    title: "Thresholds of alerts",
    how: "An alert is raised when the value has reached its threshold and stays there for so many minutes, and cleared when it has come down to the lower one and stays there as long. What happens between the two changes nothing.",
    says: {
      silent: (raise, clear, minutes) =>
        `Raise when nothing has come from an open office for ${raise} and this holds for ${minutes}; clear when for ${minutes} there was no break longer than ${clear}.`,
      "longest-wait": (raise, clear, minutes) =>
        `Raise when the longest wait is ${raise} and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
      "queue-growth": (raise, clear, minutes) =>
        `Raise when in half an hour the queue has grown by ${raise} and this holds for ${minutes}; clear when a growth of at most ${clear} holds for ${minutes}.`,
      left: (raise, clear, minutes) =>
        `Raise when ${raise} of those who took a ticket today gave up waiting and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
      occupancy: (raise, clear, minutes) =>
        `Raise when the desks were ${raise} occupied in the last half hour and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
      overdue: (raise, clear, minutes) =>
        `Raise when ${raise} of the applications due today are overdue and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
      "missing-events": (raise, clear, minutes) =>
        `Raise when the numbering of events has ${raise} holes and this holds for ${minutes}; clear when at most ${clear} holds for ${minutes}.`,
    },
    off: "This alert is switched off.",
    example: (value) => `For this office the threshold is ${value}.`,
    raise: "Threshold",
    clear: "Cleared at",
    minutes: "Minutes it must hold",
    on: "on",
    units: { norm: "× norm of waiting", desks: "people a desk", minute: "min", share: "%", count: "number" },
    from: (place) => `set for: ${place}`,
    byDefault: "default",
    country: "the whole country",
    change: "Change",
    save: "Save",
    cancel: "Cancel",
    reset: "As the level above",
    saved: "The threshold is saved.",
    errors: {
      range: (lowest, highest) => `Give a value from ${lowest} to ${highest}.`,
      "below-raise": "It must be lower than the threshold and not below zero.",
      minutes: (most) => `Give whole minutes from 0 to ${most}.`,
      server: "It was not saved. Check the connection and try again.",
    },
    changes: "Changes",
    noChanges: "The thresholds have not been changed",
    changed: (name, place, before, after) => `${name} (${place}): ${before} → ${after}`,
    asAbove: "as the level above",
    webhook: {
      title: "Webhook for alerts",
      how: "When an alert is raised, explained or cleared, the centre posts a signed message to this address. What is not taken is sent again for a day.",
      url: "Address",
      secret: "Secret",
      secretHint: "Leave it empty to keep the present one, or to have one made.",
      newSecret: "The secret is shown once, keep it:",
      on: "on",
      save: "Save",
      remove: "Remove",
      test: "Send a test message",
      tested: "The test message is on its way.",
      saved: "Saved.",
      removed: "Removed.",
      none: "No address is set yet",
      faults: {
        "not-an-address": "This is no address. For example: https://messages.example.kz/alerts.",
        "not-https": "The address must begin with https://.",
        "with-password": "The address must carry no user and password.",
        inside: "This address is of an own network; the centre's operators must allow it.",
        secret: "The secret needs 16 to 200 letters, digits and signs without spaces.",
      },
      failed: "It did not work. Check the connection and try again.",
      deliveries: "Messages sent",
      noDeliveries: "Nothing has been sent yet",
      event: "About",
      made: "When",
      state: "State",
      attempts: "Attempts",
      answer: "Answer",
      next: (time) => `next attempt at ${time}`,
      again: "Send again",
      states: { waiting: "waiting", delivered: "delivered", dead: "not delivered" },
      events: {
        "alert.raised": "alert raised",
        "alert.cleared": "alert cleared",
        "alert.explained": "explained",
        test: "test",
      },
      errors: {
        refused: "refused",
        "no-answer": "no answer",
        "too-slow": "too slow",
        "not-allowed": "address not allowed",
        "switched-off": "switched off",
      },
    },
  },
};
