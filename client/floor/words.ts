import type { DisputeReason, TargetVerdict } from "../../shared/floor.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";

export interface FloorWords {
  readonly title: string;
  readonly waiting: string;
  readonly longest: string;
  readonly nobodyWaits: string;
  readonly desks: string;
  readonly serving: string;
  readonly free: string;
  readonly paymentPause: string;
  readonly onBreak: string;
  readonly needHelp: string;
  readonly notYours: string;
  readonly onlySums: string;
  readonly served: string;
  readonly accepted: string;
  readonly refused: string;
  readonly returned: string;
  readonly service: string;
  readonly inaccurate: string;
  readonly rating: string;
  readonly inaccurateOf: (disputed: string, timings: string) => string;
  readonly signedIn: (time: string) => string;
  readonly ticket: (ticket: string) => string;
  readonly noTarget: string;
  readonly verdict: Readonly<Record<TargetVerdict, string>>;
  readonly nobodyFor: (time: string) => string;
  readonly peopleFor: (time: string) => string;
  readonly earlyLeave: (clients: string) => string;
  readonly ownDay: (desk: string) => string;
  readonly left: string;
  readonly nobody: string;
  readonly empty: string;
  readonly legend: string;
  readonly help: string;
  readonly noHelp: string;
  readonly askedAtDesk: string;
  readonly askedHere: string;
  readonly come: string;
  readonly answered: (time: string, by: string) => string;
  readonly disputes: string;
  readonly noDisputes: string;
  readonly reasons: Readonly<Record<DisputeReason, string>>;
  readonly timingOf: (ticket: string) => string;
  readonly markAt: (time: string) => string;
  readonly agree: string;
  readonly decline: string;
  readonly note: string;
  readonly notAllowed: string;
  readonly failed: string;
  readonly wrongField: (field: string) => string;
  readonly hours: string;
  readonly minutes: string;
}

/** The words of the floor. */
export const FLOOR_WORDS: WordsOfRoom<FloorWords> = {
  kk: {
    title: "Қызмет көрсету залы",
    waiting: "Қазір күтуде",
    longest: "ең ұзақ күту",
    nobodyWaits: "ешкім күтіп тұрған жоқ",
    desks: "Терезелер жұмыста",
    serving: "қабылдауда",
    free: "бос",
    paymentPause: "төлемді күту",
    onBreak: "үзіліс",
    needHelp: "көмек керек",
    notYours: "Терезелерді орталықтың өзі көреді",
    onlySums:
      "Қызметкерлердің жұмысы басқаларға көрсетілмейді; сізге орталықтың жиынтық көрсеткіштері мен мақсаттары ашық.",
    served: "Бүгін қызмет көрсетілді",
    accepted: "қабылданды",
    refused: "Қабылдаудан бас тартылды",
    returned: "орган қайтарды",
    service: "Орташа қызмет көрсету",
    inaccurate: "дәл емес деп белгіленген",
    rating: "баға",
    inaccurateOf: (disputed, timings) => `${disputed} / ${timings}`,
    signedIn: (time) => `кіру ${time}`,
    ticket: (ticket) => `${ticket} талоны`,
    noTarget: "мақсат қойылмаған",
    verdict: {
      reached: "мақсатқа жетті",
      "on-the-way": "мақсатқа жақындап келеді",
      "nobody-waited": "мақсаттан төмен, ешкім күтпеді",
      "people-waited": "мақсаттан төмен, адамдар күтті",
    },
    nobodyFor: (time) => `${time} ешкім күтпеді`,
    peopleFor: (time) => `кезек болғанда ${time} бос`,
    earlyLeave: (clients) => `${clients} клиент: ертерек кете алады`,
    ownDay: (desk) => `${desk}-терезенің күні`,
    left: "Бүгін жұмыс істеп кеткендер",
    nobody: "Қазір ешкім жүйеге кірмеген",
    empty: "Ешкім жоқ терезелер",
    legend: "қабылданды / мақсат · ● қызмет көрсетілді · ↩ орган қайтарды",
    help: "Көмек сұрағандар",
    noHelp: "Қазір ешкім көмек сұрап тұрған жоқ",
    askedAtDesk: "терезеден шақырды",
    askedHere: "орталық арқылы шақырды",
    come: "Барамын",
    answered: (time, by) => `${time} жауап берілді: ${by}`,
    disputes: "Дәл емес деп белгіленген уақыт",
    noDisputes: "Жауап күткен белгі жоқ",
    reasons: {
      "system-stood-still": "жүйе тұрып қалды",
      "closed-too-late": "талон кеш жабылды",
      "not-my-ticket": "бұл талон менікі емес",
      "pause-missing": "үзіліс жазылмаған",
      other: "басқа себеп",
    },
    timingOf: (ticket) => `${ticket} талонының уақыты`,
    markAt: (time) => `${time} белгісі`,
    agree: "Келісемін",
    decline: "Келіспеймін",
    note: "Түсініктеме (адамдар туралы деректерсіз)",
    notAllowed: "Бұған сіздің рөліңіздің құқығы жоқ",
    failed: "Орындалмады. Қайталап көріңіз.",
    wrongField: (field) => `Өрісті тексеріңіз: ${field}`,
    hours: "сағ",
    minutes: "мин",
  },
  ru: {
    title: "Зал обслуживания",
    waiting: "Ожидают сейчас",
    longest: "дольше всех",
    nobodyWaits: "никто не ждёт",
    desks: "Окна в работе",
    serving: "приём",
    free: "свободны",
    paymentPause: "ждут оплаты",
    onBreak: "перерыв",
    needHelp: "нужна помощь",
    notYours: "Окна видит сам центр",
    onlySums: "Работа сотрудников другим не показывается; вам открыты сводные показатели центра и его цели.",
    served: "Обслужено сегодня",
    accepted: "принято",
    refused: "Отказано в приёме",
    returned: "вернул госорган",
    service: "Среднее обслуживание",
    inaccurate: "отмечено неточным",
    rating: "оценка",
    inaccurateOf: (disputed, timings) => `${disputed} из ${timings}`,
    signedIn: (time) => `вход ${time}`,
    ticket: (ticket) => `талон ${ticket}`,
    noTarget: "цель не задана",
    verdict: {
      reached: "цель достигнута",
      "on-the-way": "идёт к цели",
      "nobody-waited": "ниже цели, никто не ждал",
      "people-waited": "ниже цели, люди ждали",
    },
    nobodyFor: (time) => `никто не ждал ${time}`,
    peopleFor: (time) => `при очереди свободно ${time}`,
    earlyLeave: (clients) => `${clients} клиентов: можно уйти раньше`,
    ownDay: (desk) => `День окна ${desk}`,
    left: "Работали сегодня и ушли",
    nobody: "Сейчас никто не вошёл в систему",
    empty: "Окна, где никого нет",
    legend: "принято / цель · ● обслужено · ↩ вернул госорган",
    help: "Просят помощи",
    noHelp: "Сейчас никто не просит помощи",
    askedAtDesk: "вызов с рабочего места",
    askedHere: "вызов через центр",
    come: "Иду",
    answered: (time, by) => `${time} ответ: ${by}`,
    disputes: "Время отмечено неточным",
    noDisputes: "Нет отметок, ждущих ответа",
    reasons: {
      "system-stood-still": "стояла система",
      "closed-too-late": "талон закрыт поздно",
      "not-my-ticket": "это не мой талон",
      "pause-missing": "не записан перерыв",
      other: "другая причина",
    },
    timingOf: (ticket) => `время талона ${ticket}`,
    markAt: (time) => `отметка ${time}`,
    agree: "Согласен",
    decline: "Не согласен",
    note: "Пояснение (без данных о людях)",
    notAllowed: "Для этого у вашей роли нет права",
    failed: "Не получилось. Попробуйте ещё раз.",
    wrongField: (field) => `Проверьте поле: ${field}`,
    hours: "ч",
    minutes: "мин",
  },
  en: {
    title: "Floor",
    waiting: "Waiting now",
    longest: "longest",
    nobodyWaits: "nobody waits",
    desks: "Desks at work",
    serving: "serving",
    free: "free",
    paymentPause: "waiting for payment",
    onBreak: "break",
    needHelp: "need help",
    notYours: "The desks are the office’s own",
    onlySums: "How its staff work is not shown to others; the sums of the office and its targets are open to you.",
    served: "Served today",
    accepted: "accepted",
    refused: "Refused at the desk",
    returned: "returned by the authority",
    service: "Mean service time",
    inaccurate: "marked inaccurate",
    rating: "rating",
    inaccurateOf: (disputed, timings) => `${disputed} of ${timings}`,
    signedIn: (time) => `in at ${time}`,
    ticket: (ticket) => `ticket ${ticket}`,
    noTarget: "no target",
    verdict: {
      reached: "target reached",
      "on-the-way": "on the way",
      "nobody-waited": "below target, nobody waited",
      "people-waited": "below target, people waited",
    },
    nobodyFor: (time) => `nobody was waiting for ${time}`,
    peopleFor: (time) => `free for ${time} while people waited`,
    earlyLeave: (clients) => `${clients} clients: may leave early`,
    ownDay: (desk) => `The day of desk ${desk}`,
    left: "Worked today and left",
    nobody: "Nobody is signed in now",
    empty: "Desks without anybody",
    legend: "accepted / target · ● served · ↩ returned by the authority",
    help: "Calls for help",
    noHelp: "Nobody asks for help now",
    askedAtDesk: "called from the desk",
    askedHere: "called through the centre",
    come: "On my way",
    answered: (time, by) => `answered at ${time}: ${by}`,
    disputes: "Timings marked wrong",
    noDisputes: "Nothing waits for an answer",
    reasons: {
      "system-stood-still": "the system stood still",
      "closed-too-late": "the ticket was closed late",
      "not-my-ticket": "not my ticket",
      "pause-missing": "a pause is missing",
      other: "another reason",
    },
    timingOf: (ticket) => `time of ticket ${ticket}`,
    markAt: (time) => `mark at ${time}`,
    agree: "Agree",
    decline: "Disagree",
    note: "Note (nothing about people)",
    notAllowed: "Your role may not do this",
    failed: "That did not work. Try again.",
    wrongField: (field) => `Check the field: ${field}`,
    hours: "h",
    minutes: "min",
  },
};
