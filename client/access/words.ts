import type { Role } from "../../shared/access.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";

interface Words {
  readonly role: Readonly<Record<Role, string>>;
  readonly signIn: string;
  readonly signOut: string;
  readonly account: string;
  readonly password: string;
  readonly show: string;
  readonly hide: string;
  readonly enter: string;
  readonly entering: string;
  readonly wrong: string;
  readonly slow: (time: string) => string;
  readonly away: string;
  readonly organisation: (name: string) => string;
  readonly notLetIn: string;
  readonly demo: string;
  readonly demoHint: string;
  readonly noAccounts: string;
  readonly noAccountsHint: string;
  readonly screenGone: string;
  readonly screenGoneHint: string;
  readonly forgotten: string;
  readonly lead: string;
  readonly back: string;
  readonly menu: string;
  readonly me: string;
  readonly visitor: string;
  readonly country: string;
  readonly change: string;
  readonly accounts: string;
}

/** Words of signing in and of who one is. */
export const WORDS: WordsOfRoom<Words> = {
  kk: {
    role: {
      coordinator: "үйлестіруші",
      "regional-manager": "өңір басшысы",
      manager: "ХҚКО басшысы",
      supervisor: "супервайзер",
      operator: "оператор",
      analyst: "талдаушы",
      display: "экран",
      reader: "бағдарлама",
      visitor: "қонақ",
    },
    signIn: "Кіру",
    signOut: "Шығу",
    account: "Есептік жазба",
    password: "Құпиясөз",
    show: "Құпиясөзді көрсету",
    hide: "Құпиясөзді жасыру",
    enter: "Кіру",
    entering: "Тексерілуде…",
    wrong: "Есептік жазба немесе құпиясөз қате. Екеуін де тексеріп, қайталаңыз.",
    slow: (time) => `Әрекет тым көп болды. Қайталауға болатын уақыт: ${time}.`,
    away: "Орталық қазір жауап бермейді. Сәл кейінірек қайталаңыз.",
    organisation: (name) => `${name} арқылы кіру`,
    notLetIn: "Ұйым сізді таныды, бірақ орталықта сізге рөл берілмеген. Есептік жазбаларды жүргізушіге хабарласыңыз.",
    demo: "Көрсетілім: рөлді таңдаңыз",
    demoHint: "Бұл есептік жазбалар тек имитациялық елде ғана бар.",
    noAccounts: "Әзірге бірде-бір есептік жазба жоқ",
    noAccountsHint: "Біріншісін сервердің пәрмен жолында жасаңыз, ол бір реттік құпиясөз береді:",
    screenGone: "Бұл экранға рұқсат енді жоқ",
    screenGoneHint: "Орталық басшысынан экранның жаңа мекенжайын сұраңыз.",
    forgotten: "Құпиясөзді ұмытсаңыз, оны орталығыңыздың басшысы қайта береді.",
    lead: "Қазақстанның халыққа қызмет көрсету орталықтары — тікелей эфирде, соңғы оқиғаға дейін дәл.",
    back: "Кірмей қарау",
    menu: "Бөлімдер",
    me: "Мен кіммін",
    visitor: "Көрсетілім қонағы",
    country: "бүкіл ел",
    change: "Құпиясөзді өзгерту",
    accounts: "Есептік жазбалар",
  },
  ru: {
    role: {
      coordinator: "координатор",
      "regional-manager": "руководитель региона",
      manager: "руководитель ЦОН",
      supervisor: "супервайзер",
      operator: "оператор",
      analyst: "аналитик",
      display: "экран",
      reader: "программа",
      visitor: "гость",
    },
    signIn: "Вход",
    signOut: "Выйти",
    account: "Учётная запись",
    password: "Пароль",
    show: "Показать пароль",
    hide: "Скрыть пароль",
    enter: "Войти",
    entering: "Проверяем…",
    wrong: "Учётная запись или пароль неверны. Проверьте то и другое и повторите.",
    slow: (time) => `Слишком много попыток. Повторить можно через ${time}.`,
    away: "Центр сейчас не отвечает. Повторите чуть позже.",
    organisation: (name) => `Войти через ${name}`,
    notLetIn: "Организация вас узнала, но роли в центре у вас нет. Обратитесь к тому, кто ведёт учётные записи.",
    demo: "Демонстрация: выберите роль",
    demoHint: "Эти учётные записи есть только в имитируемой стране.",
    noAccounts: "Учётных записей пока нет",
    noAccountsHint: "Создайте первую в командной строке сервера, она покажет одноразовый пароль:",
    screenGone: "Этот экран больше не допущен",
    screenGoneHint: "Попросите у руководителя новый адрес экрана.",
    forgotten: "Забытый пароль заменит руководитель вашего центра.",
    lead: "Центры обслуживания населения Казахстана — в прямом эфире, с точностью до события.",
    back: "Смотреть без входа",
    menu: "Разделы",
    me: "Кто я",
    visitor: "Гость демонстрации",
    country: "вся страна",
    change: "Сменить пароль",
    accounts: "Учётные записи",
  },
  en: {
    role: {
      coordinator: "coordinator",
      "regional-manager": "regional manager",
      manager: "office manager",
      supervisor: "supervisor",
      operator: "operator",
      analyst: "analyst",
      display: "screen",
      reader: "program",
      visitor: "visitor",
    },
    signIn: "Sign in",
    signOut: "Sign out",
    account: "Account",
    password: "Password",
    show: "Show the password",
    hide: "Hide the password",
    enter: "Sign in",
    entering: "Checking…",
    wrong: "The account or the password is wrong. Look at both and try again.",
    slow: (time) => `Too many attempts. You can try again in ${time}.`,
    away: "The centre does not answer just now. Try again a little later.",
    organisation: (name) => `Sign in with ${name}`,
    notLetIn: "The organisation knows you, but you have no role in the centre. Ask whoever keeps the accounts.",
    demo: "Demonstration: choose a role",
    demoHint: "These accounts exist in the simulated country alone.",
    noAccounts: "There is no account yet",
    noAccountsHint: "Make the first on the server's command line; it prints a one-time password:",
    screenGone: "This screen is not let in any more",
    screenGoneHint: "Ask the manager for a new address of the screen.",
    forgotten: "The manager of your office replaces a forgotten password.",
    lead: "The one stop shops of Kazakhstan, live and exact to the event.",
    back: "Look without signing in",
    menu: "Sections",
    me: "Who I am",
    visitor: "Visitor of the demonstration",
    country: "the whole country",
    change: "Change the password",
    accounts: "Accounts",
  },
};
