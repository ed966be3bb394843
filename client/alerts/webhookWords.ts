import type { WordsOfRoom } from "../locales/catalogue.ts";

interface WebhookWords {
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
}

/** The words of the page that says where alerts are sent. */
export const WEBHOOK_WORDS: WordsOfRoom<WebhookWords> = {
  kk: {
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
  ru: {
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
  en: {
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
};
