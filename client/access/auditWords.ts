import type { Act } from "../../shared/access.ts";
import type { DisputeAnswer } from "../../shared/floor.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";

type Deed =
  | Act
  | "signed-in"
  | "sign-in-refused"
  | "signed-out"
  | "changed-password"
  | "created-account"
  | "disabled-account"
  | "enabled-account"
  | "reset-password"
  | "opened-screen"
  | "closed-screen";

type View =
  | "live"
  | "help"
  | "/api/floor"
  | "/api/my-day"
  | "/api/statistics"
  | "/api/explore"
  | "/api/reports"
  | "/api/usual"
  | "/api/applications"
  | "dead letters";

/** Words of the log of who did what, in one language. */
export interface AuditWords {
  readonly title: string;
  readonly hint: string;
  readonly who: string;
  readonly act: string;
  readonly any: string;
  readonly from: string;
  readonly to: string;
  readonly when: string;
  readonly about: string;
  readonly what: string;
  readonly none: string;
  readonly failed: string;
  readonly more: string;
  readonly deed: Readonly<Record<Deed, string>>;
  /** The views, by what asked the server. */
  readonly views: Readonly<Record<View, string>>;
  /** Files of single cases. */
  readonly files: Readonly<Record<"applications" | "tickets", string>>;
  /** What was said to a disputed timing. */
  readonly answers: Readonly<Record<DisputeAnswer, string>>;
  readonly version: (version: string) => string;
  readonly takenBack: string;
}

/** Words of the log of who did what. */
export const AUDIT_WORDS: WordsOfRoom<AuditWords> = {
  kk: {
    title: "Кім не істеді",
    hint: "Жазба өзгертілмейді, кемінде 13 ай сақталады. Бір көрініс он минут ішінде бір рет қана жазылады.",
    who: "Кім",
    act: "Не істеді",
    any: "бәрі",
    from: "Күннен",
    to: "Күнге дейін",
    when: "Қашан",
    about: "Кім туралы",
    what: "Не",
    none: "Мұндай жазба жоқ",
    failed: "Журналды алу мүмкін болмады; ол өздігінен қайта сұралады",
    more: "Бұрынғылары",
    views: {
      live: "тікелей көрініс",
      help: "көмек шақыруы",
      "/api/floor": "қызмет көрсету залы",
      "/api/my-day": "оператордың күні",
      "/api/statistics": "көрсеткіштер",
      "/api/explore": "көрсеткіштің артындағы істер",
      "/api/reports": "есептер",
      "/api/usual": "әдеттегі күн",
      "/api/applications": "өтініш",
      "dead letters": "қабылданбаған жазбалар",
    },
    files: { applications: "жеке өтініштер", tickets: "жеке талондар" },
    answers: { agreed: "келісті", declined: "келіспеді" },
    version: (version) => `${version}-нұсқа`,
    takenBack: "қайтарып алынды",
    deed: {
      "see-totals": "жиынтықты қарады",
      "see-operators": "операторларды қарады",
      "see-own": "бір операторды қарады",
      "see-applications": "өтініштерді қарады",
      "see-status": "жүйе күйін қарады",
      replay: "қабылданбағандарды қайта жіберді",
      "see-audit": "осы журналды қарады",
      "manage-accounts": "есептік жазбаларды жүргізді",
      "set-targets": "мақсатты немесе шекті өзгертті",
      explain: "түсіндірме берді",
      "close-months": "айды жапты",
      export: "файлға шығарды",
      dispute: "уақытқа қарсылық білдірді",
      "call-help": "көмек шақырды",
      "answer-help": "көмекке келді",
      "signed-in": "кірді",
      "sign-in-refused": "кіре алмады",
      "signed-out": "шықты",
      "changed-password": "құпиясөзін өзгертті",
      "created-account": "есептік жазба жасады",
      "disabled-account": "есептік жазбаны жапты",
      "enabled-account": "есептік жазбаны ашты",
      "reset-password": "жаңа құпиясөз берді",
      "opened-screen": "экранға рұқсат берді",
      "closed-screen": "экран рұқсатын алды",
    },
  },
  ru: {
    title: "Кто что делал",
    hint: "Записи не меняются и хранятся не меньше 13 месяцев. Один и тот же просмотр в течение десяти минут записывается один раз.",
    who: "Кто",
    act: "Что сделал",
    any: "всё",
    from: "С даты",
    to: "По дату",
    when: "Когда",
    about: "О ком",
    what: "Что",
    none: "Таких записей нет",
    failed: "Журнал получить не удалось; он будет запрошен снова",
    more: "Более ранние",
    views: {
      live: "живой экран",
      help: "вызов помощи",
      "/api/floor": "зал",
      "/api/my-day": "день оператора",
      "/api/statistics": "показатели",
      "/api/explore": "случаи за показателем",
      "/api/reports": "отчёты",
      "/api/usual": "обычный день",
      "/api/applications": "заявление",
      "dead letters": "непринятые записи",
    },
    files: { applications: "отдельные заявления", tickets: "отдельные талоны" },
    answers: { agreed: "согласие", declined: "несогласие" },
    version: (version) => `версия ${version}`,
    takenBack: "отозвано",
    deed: {
      "see-totals": "смотрел суммы",
      "see-operators": "смотрел операторов",
      "see-own": "смотрел одного оператора",
      "see-applications": "смотрел заявления",
      "see-status": "смотрел состояние системы",
      replay: "отправил непринятое повторно",
      "see-audit": "смотрел этот журнал",
      "manage-accounts": "вёл учётные записи",
      "set-targets": "изменил цель или порог",
      explain: "дал объяснение",
      "close-months": "закрыл месяц",
      export: "выгрузил файл",
      dispute: "оспорил время",
      "call-help": "позвал на помощь",
      "answer-help": "пришёл на помощь",
      "signed-in": "вошёл",
      "sign-in-refused": "не смог войти",
      "signed-out": "вышел",
      "changed-password": "сменил свой пароль",
      "created-account": "создал учётную запись",
      "disabled-account": "закрыл учётную запись",
      "enabled-account": "открыл учётную запись",
      "reset-password": "выдал новый пароль",
      "opened-screen": "допустил экран",
      "closed-screen": "закрыл доступ экрану",
    },
  },
  en: {
    title: "Who did what",
    hint: "Entries are never changed and stay for 13 months at least. The same look within ten minutes is taken down once.",
    who: "Who",
    act: "What they did",
    any: "everything",
    from: "From",
    to: "To",
    when: "When",
    about: "About whom",
    what: "What",
    none: "There is no such entry",
    failed: "The log could not be fetched; it is asked for again by itself",
    more: "Earlier ones",
    views: {
      live: "live view",
      help: "call for help",
      "/api/floor": "floor",
      "/api/my-day": "an operator’s day",
      "/api/statistics": "figures",
      "/api/explore": "cases behind a figure",
      "/api/reports": "reports",
      "/api/usual": "usual day",
      "/api/applications": "application",
      "dead letters": "refused entries",
    },
    files: { applications: "single applications", tickets: "single tickets" },
    answers: { agreed: "agreed", declined: "declined" },
    version: (version) => `version ${version}`,
    takenBack: "taken back",
    deed: {
      "see-totals": "looked at sums",
      "see-operators": "looked at operators",
      "see-own": "looked at one operator",
      "see-applications": "looked at applications",
      "see-status": "looked at the state of the system",
      replay: "sent refused events again",
      "see-audit": "looked at this log",
      "manage-accounts": "kept accounts",
      "set-targets": "changed a target or a threshold",
      explain: "gave an explanation",
      "close-months": "closed a month",
      export: "took a file out",
      dispute: "disputed a timing",
      "call-help": "called for help",
      "answer-help": "came to help",
      "signed-in": "signed in",
      "sign-in-refused": "could not sign in",
      "signed-out": "signed out",
      "changed-password": "changed the own password",
      "created-account": "made an account",
      "disabled-account": "closed an account",
      "enabled-account": "opened an account",
      "reset-password": "gave a new password",
      "opened-screen": "let in a screen",
      "closed-screen": "shut out a screen",
    },
  },
};
