import type { WordsOfRoom } from "../locales/catalogue.ts";

interface Words {
  readonly title: string;
  readonly search: string;
  readonly none: string;
  readonly more: (shown: string, all: string) => string;
  readonly person: string;
  readonly role: string;
  readonly place: string;
  readonly state: string;
  readonly acts: string;
  readonly active: string;
  readonly disabled: string;
  readonly once: string;
  readonly organisation: string;
  readonly disable: string;
  readonly enable: string;
  readonly reset: string;
  readonly create: string;
  readonly account: string;
  readonly accountHint: string;
  readonly name: string;
  readonly region: string;
  readonly office: string;
  readonly operator: string;
  readonly operatorHint: string;
  readonly country: string;
  readonly choose: string;
  readonly save: string;
  readonly password: (account: string) => string;
  readonly passwordHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly understood: string;
  readonly failed: string;
  readonly unfetched: string;
  readonly taken: string;
  readonly wrong: (field: string) => string;
  readonly forbidden: string;
  readonly screens: string;
  readonly screensHint: string;
  readonly screen: string;
  readonly newScreen: string;
  readonly noScreens: string;
  readonly remove: string;
  readonly address: (name: string) => string;
  readonly addressHint: string;
}

/** Words of the accounts and the screens. */
export const ACCOUNTS_WORDS: WordsOfRoom<Words> = {
  kk: {
    title: "Есептік жазбалар",
    search: "Аты, жазбасы немесе орны",
    none: "Бұлай аталатын есептік жазба жоқ",
    more: (shown, all) => `${all} ішінен ${shown} көрсетілді: іздеуді нақтылаңыз`,
    person: "Кім",
    role: "Рөлі",
    place: "Орны",
    state: "Күйі",
    acts: "Әрекеттер",
    active: "жұмыста",
    disabled: "жабық",
    once: "бір реттік құпиясөз",
    organisation: "ұйым арқылы кіреді",
    disable: "Жабу",
    enable: "Ашу",
    reset: "Жаңа құпиясөз",
    create: "Жаңа есептік жазба",
    account: "Есептік жазба аты",
    accountHint: "a–z, 0–9 және . _ @ -",
    name: "Аты-жөні",
    region: "Өңір",
    office: "Орталық",
    operator: "Терезедегі оператор",
    operatorHint: "мысалы, KZ-71-01-07",
    country: "бүкіл ел",
    choose: "таңдаңыз",
    save: "Жасау",
    password: (account) => `${account} үшін бір реттік құпиясөз`,
    passwordHint: "Тек осы жолы көрсетіледі. Иесіне өзіңіз беріңіз: бірінші кіргенде ол өз құпиясөзін таңдайды.",
    copy: "Көшіру",
    copied: "Көшірілді",
    understood: "Жазып алдым",
    failed: "Сақталмады. Сәл кейінірек қайталаңыз.",
    unfetched: "Тізім жүктелмеді. Ол өздігінен қайта сұралады.",
    taken: "Бұл ат бос емес, басқасын таңдаңыз.",
    wrong: (field) => `«${field}» өрісін тексеріңіз.`,
    forbidden: "Бұған рұқсатыңыз жоқ: тек өз орныңыз үшін және өз рөліңізден жоғары емес.",
    screens: "Экрандар",
    screensHint: "Теледидар мекенжайы арқылы өзі кіреді және тек жиынтық көрсеткіштерді көреді: бірде-бір есім жоқ.",
    screen: "Экранның аты",
    newScreen: "Экранға рұқсат беру",
    noScreens: "Әзірге бірде-бір экранға рұқсат жоқ",
    remove: "Рұқсатты алу",
    address: (name) => `«${name}» экранының мекенжайы`,
    addressHint: "Тек осы жолы көрсетіледі. Оны теледидардың бастапқы беті етіп қойыңыз.",
  },
  ru: {
    title: "Учётные записи",
    search: "Имя, запись или место",
    none: "Таких учётных записей нет",
    more: (shown, all) => `Показано ${shown} из ${all}: уточните поиск`,
    person: "Кто",
    role: "Роль",
    place: "Место",
    state: "Состояние",
    acts: "Действия",
    active: "действует",
    disabled: "закрыта",
    once: "одноразовый пароль",
    organisation: "вход через организацию",
    disable: "Закрыть",
    enable: "Открыть",
    reset: "Новый пароль",
    create: "Новая учётная запись",
    account: "Имя учётной записи",
    accountHint: "a–z, 0–9 и . _ @ -",
    name: "Имя и фамилия",
    region: "Регион",
    office: "Центр",
    operator: "Оператор за окном",
    operatorHint: "например, KZ-71-01-07",
    country: "вся страна",
    choose: "выберите",
    save: "Создать",
    password: (account) => `Одноразовый пароль для ${account}`,
    passwordHint: "Показан один раз. Передайте его владельцу: при первом входе он выберет собственный пароль.",
    copy: "Скопировать",
    copied: "Скопировано",
    understood: "Я записал",
    failed: "Не сохранено. Повторите чуть позже.",
    unfetched: "Список не загрузился. Он будет запрошен снова.",
    taken: "Это имя занято, выберите другое.",
    wrong: (field) => `Проверьте поле «${field}».`,
    forbidden: "Так нельзя: только для своего места и не выше собственной роли.",
    screens: "Экраны",
    screensHint: "Телевизор входит сам по своему адресу и видит только суммы: ни одного имени.",
    screen: "Название экрана",
    newScreen: "Допустить экран",
    noScreens: "Пока не допущен ни один экран",
    remove: "Закрыть доступ",
    address: (name) => `Адрес экрана «${name}»`,
    addressHint: "Показан один раз. Сделайте его начальной страницей телевизора.",
  },
  en: {
    title: "Accounts",
    search: "Name, account or place",
    none: "There is no such account",
    more: (shown, all) => `${shown} of ${all} are shown: narrow the search`,
    person: "Who",
    role: "Role",
    place: "Place",
    state: "State",
    acts: "Actions",
    active: "active",
    disabled: "closed",
    once: "one-time password",
    organisation: "signs in through the organisation",
    disable: "Close",
    enable: "Open",
    reset: "New password",
    create: "New account",
    account: "Name of the account",
    accountHint: "a–z, 0–9 and . _ @ -",
    name: "Full name",
    region: "Region",
    office: "Office",
    operator: "Operator at the desk",
    operatorHint: "such as KZ-71-01-07",
    country: "the whole country",
    choose: "choose",
    save: "Create",
    password: (account) => `One-time password of ${account}`,
    passwordHint: "Shown this once. Hand it to its owner, who chooses a password of their own at the first sign-in.",
    copy: "Copy",
    copied: "Copied",
    understood: "I have noted it",
    failed: "It was not saved. Try again a little later.",
    unfetched: "The list did not load. It is asked for again by itself.",
    taken: "This name is taken; choose another one.",
    wrong: (field) => `Check the field “${field}”.`,
    forbidden: "This is not yours to do: for your own place only, and not above your own role.",
    screens: "Screens",
    screensHint: "A television signs in by itself with its address and sees sums alone: not a single name.",
    screen: "Name of the screen",
    newScreen: "Let in a screen",
    noScreens: "No screen is let in yet",
    remove: "Shut out",
    address: (name) => `Address of the screen “${name}”`,
    addressHint: "Shown this once. Make it the start page of the television.",
  },
};
