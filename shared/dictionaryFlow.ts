import { withIds } from "./dictionaryEntry.ts";

/** Figures of a period: each is counted on the office-local date of the event that its definition names. */
export const FLOW_DICTIONARY = withIds({
  accepted: {
    unit: "count",
    pair: "rejected",
    names: { kk: "Қабылданды", ru: "Принято", en: "Accepted" },
    definition: {
      kk: "Сол күні қабылданған өтініштер саны.",
      ru: "Число заявлений, принятых за этот день.",
      en: "Applications accepted on the date.",
    },
  },
  rejected: {
    unit: "count",
    pair: "accepted",
    names: { kk: "Қабылдаудан бас тартылды", ru: "Отказано в приёме", en: "Refused at the desk" },
    definition: {
      kk: "Терезеде өтінішті қабылдаудан бас тарту саны; мұндай өтінішке нөмір берілмейді.",
      ru: "Число отказов в приёме заявления у окна; номер такому заявлению не присваивается.",
      en: "Refusals to accept an application at the desk; such an application gets no number.",
    },
  },
  returned: {
    unit: "count",
    pair: "accepted",
    names: { kk: "Орган қайтарды", ru: "Возвращено госорганом", en: "Returned by the authority" },
    definition: {
      kk: "Орган қараусыз қайтарған жағдайлар саны; әр қайтару есептеледі.",
      ru: "Число возвратов без рассмотрения от госоргана; считается каждый возврат.",
      en: "Times an authority sent an application back unprocessed; every return counts.",
    },
  },
  returnedByOperator: {
    unit: "count",
    pair: "returned",
    names: {
      kk: "Оператор қатесінен қайтарылды",
      ru: "Возвращено по ошибке оператора",
      en: "Returned for an operator's error",
    },
    definition: {
      kk: "Себебі оператордың қатесі болған қайтарулар саны.",
      ru: "Число возвратов, причина которых — ошибка оператора.",
      en: "Returns whose cause is an operator's error.",
    },
  },
  ready: {
    unit: "count",
    pair: "delayed",
    names: { kk: "Беруге дайын", ru: "Готово к выдаче", en: "Ready for issue" },
    definition: {
      kk: "Құжаты сол күні беруге алғаш дайын болған өтініштер саны. Дайын болған сәтте мерзім тоқтайды.",
      ru: "Число заявлений, документ по которым впервые стал готов в этот день. Готовность останавливает срок.",
      en: "Applications whose document first became ready on the date. Readiness stops the clock.",
    },
  },
  declined: {
    unit: "count",
    pair: "ready",
    names: { kk: "Дәлелді бас тарту", ru: "Мотивированный отказ", en: "Reasoned refusal" },
    definition: {
      kk: "Орган сол күні бас тарту туралы шешім қабылдаған өтініштер саны.",
      ru: "Число заявлений, по которым госорган в этот день принял решение об отказе.",
      en: "Applications that the authority decided against on the date.",
    },
  },
  issued: {
    unit: "count",
    pair: "ready",
    names: { kk: "Берілді", ru: "Выдано", en: "Issued" },
    definition: {
      kk: "Нәтижесі сол күні қолға берілген өтініштер саны.",
      ru: "Число заявлений, результат по которым в этот день выдан на руки.",
      en: "Applications whose result was handed over on the date.",
    },
  },
  withdrawn: {
    unit: "count",
    names: { kk: "Өтініш беруші қайтарып алды", ru: "Отозвано заявителем", en: "Withdrawn by the applicant" },
    definition: {
      kk: "Өтініш берушінің өзі сол күні қайтарып алған өтініштер саны.",
      ru: "Число заявлений, отозванных в этот день самими заявителями.",
      en: "Applications that their applicants withdrew on the date.",
    },
  },
  due: {
    unit: "count",
    pair: "delayed",
    names: { kk: "Мерзімі келді", ru: "Срок наступил", en: "Due" },
    definition: {
      kk: "Мерзімі сол күні бітетін және оған дейін қайтарып алынбаған өтініштер саны.",
      ru: "Число заявлений, срок оказания которых истекает в этот день и которые не были отозваны раньше.",
      en: "Applications whose deadline falls on the date and that were not withdrawn before it.",
    },
  },
  delayed: {
    unit: "count",
    pair: "due",
    names: { kk: "Мерзімі өткен", ru: "Просрочено", en: "Delayed" },
    definition: {
      kk: "Мерзімі келгендердің ішінде сол сәтте дайын болмағандары. Бір рет белгіленеді және ешқашан алынбайды.",
      ru: "Из тех, чей срок наступил: результат к сроку не был готов. Отмечается один раз и не снимается никогда.",
      en: "Of those due: the result was not ready at the deadline. Set once and never cleared.",
    },
  },
  ticketsIssued: {
    unit: "count",
    pair: "left",
    names: { kk: "Талон берілді", ru: "Выдано талонов", en: "Tickets issued" },
    definition: {
      kk: "Электрондық кезекте сол күні берілген талондар саны.",
      ru: "Число талонов электронной очереди, выданных за этот день.",
      en: "Tickets of the electronic queue issued on the date.",
    },
  },
  called: {
    unit: "count",
    pair: "noShow",
    names: { kk: "Шақырылды", ru: "Вызвано", en: "Called" },
    definition: {
      kk: "Соңғы шақыруы сол күнге келетін талондар саны.",
      ru: "Число талонов, последний вызов которых пришёлся на этот день.",
      en: "Tickets whose last call falls on the date.",
    },
  },
  served: {
    unit: "count",
    pair: "returned",
    names: { kk: "Қызмет көрсетілді", ru: "Обслужено", en: "Served" },
    definition: {
      kk: "Қызмет көрсетіліп жабылған талондар саны.",
      ru: "Число талонов, закрытых с исходом «обслужен».",
      en: "Tickets closed as served on the date.",
    },
  },
  noShow: {
    unit: "count",
    pair: "called",
    names: { kk: "Келмеді", ru: "Не явились", en: "No-show" },
    definition: {
      kk: "Иесі шақыруға келмегендіктен жабылған талондар саны.",
      ru: "Число талонов, закрытых потому, что владелец не подошёл по вызову.",
      en: "Tickets closed because nobody came when called.",
    },
  },
  left: {
    unit: "count",
    pair: "ticketsIssued",
    names: { kk: "Кезектен кетті", ru: "Ушли из очереди", en: "Left the queue" },
    definition: {
      kk: "Шақыруды күтпей кеткендердің талондары.",
      ru: "Число талонов, владельцы которых ушли, не дождавшись вызова.",
      en: "Tickets whose holders gave up before being called.",
    },
  },
  waitingTime: {
    unit: "seconds",
    pair: "left",
    names: { kk: "Күту уақыты", ru: "Время ожидания", en: "Waiting time" },
    definition: {
      kk: "Талон берілгеннен соңғы шақыруға дейінгі уақыт; талон берілген күнге жатады.",
      ru: "От выдачи талона до последнего вызова; относится к дню выдачи талона.",
      en: "From the ticket's issue to its last call, on the date of issue.",
    },
  },
  withinNorm: {
    unit: "count",
    pair: "left",
    names: { kk: "Норма шегінде шақырылды", ru: "Вызвано в пределах нормы", en: "Called within the norm" },
    definition: {
      kk: "Күту уақыты орталықтың нормативінен аспаған талондар саны.",
      ru: "Число талонов, ожидание которых не превысило норматив центра.",
      en: "Tickets whose wait was at or under the office's norm.",
    },
  },
  serviceTime: {
    unit: "seconds",
    pair: "returned",
    names: { kk: "Қызмет көрсету уақыты", ru: "Время обслуживания", en: "Service time" },
    definition: {
      kk: "Соңғы шақырудан талон жабылғанға дейін, үзілістерсіз; жабылған күнге жатады.",
      ru: "От последнего вызова до закрытия талона за вычетом пауз; относится к дню закрытия.",
      en: "From the last call to the closing, minus the ticket's pauses, on the date of closing.",
    },
  },
  paymentPause: {
    unit: "seconds",
    pair: "serviceTime",
    names: { kk: "Төлемді күту", ru: "Ожидание оплаты", en: "Waiting for payment" },
    definition: {
      kk: "Төлемге байланысты талон үзілістерінің жиынтығы.",
      ru: "Сумма пауз по талонам с причиной «оплата».",
      en: "Sum of ticket pauses whose reason is payment.",
    },
  },
  leadTime: {
    unit: "seconds",
    pair: "open",
    names: { kk: "Нақты орындау мерзімі", ru: "Фактический срок оказания", en: "Lead time to result" },
    definition: {
      kk: "Қабылдаудан дайын болғанға немесе бас тарту шешіміне дейін; аяқталғандар ғана, қабылдау күні бойынша.",
      ru: "От приёма до готовности или решения об отказе; только завершённые, по дню приёма.",
      en: "From acceptance to readiness or refusal; finished ones only, on the date of acceptance.",
    },
  },
  open: {
    unit: "count",
    pair: "leadTime",
    names: { kk: "Әлі аяқталмаған", ru: "Ещё не завершено", en: "Not finished yet" },
    definition: {
      kk: "Сол күні қабылданған, бірақ мерзімі әлі тоқтамаған өтініштер саны.",
      ru: "Число заявлений, принятых в этот день, срок которых ещё не остановлен.",
      en: "Applications accepted on the date whose clock has not stopped.",
    },
  },
  frontOfficeTime: {
    unit: "seconds",
    pair: "backOfficeTime",
    names: { kk: "Фронт-офистегі уақыт", ru: "Время во фронт-офисе", en: "Time in the front office" },
    definition: {
      kk: "Қабылдаудан органға жіберуге дейін және дайын болғаннан берілгенге дейін.",
      ru: "От приёма до передачи в госорган и от готовности до выдачи.",
      en: "From acceptance to sending, and from readiness to handing over.",
    },
  },
  backOfficeTime: {
    unit: "seconds",
    pair: "frontOfficeTime",
    names: { kk: "Органдағы уақыт", ru: "Время в госоргане", en: "Time at the authority" },
    definition: {
      kk: "Органға жіберілгеннен немесе түскеннен дайын болғанға не бас тартуға дейін.",
      ru: "От передачи в госорган или поступления туда до готовности или отказа.",
      en: "From sending to, or arrival at, the authority until readiness or refusal.",
    },
  },
  signedIn: {
    unit: "seconds",
    pair: "paused",
    names: { kk: "Жүйедегі уақыт", ru: "Время в системе", en: "Time signed in" },
    definition: {
      kk: "Операторлардың жүйеге кіргеннен шыққанға дейінгі уақыты, жергілікті түн ортасында бөлінеді.",
      ru: "Время операторов от входа в систему до выхода; делится в местную полночь.",
      en: "Operators' time from signing in to signing out, cut at local midnight.",
    },
  },
  paused: {
    unit: "seconds",
    pair: "signedIn",
    names: { kk: "Үзіліс", ru: "Перерывы", en: "Time paused" },
    definition: {
      kk: "Операторлардың үзіліс басталғаннан жұмысқа оралғанға дейінгі уақыты.",
      ru: "Время операторов от начала перерыва до возвращения к работе.",
      en: "Operators' time from a pause to its end.",
    },
  },
  serving: {
    unit: "seconds",
    pair: "signedIn",
    names: { kk: "Қабылдаудағы уақыт", ru: "Время на приёме", en: "Time serving" },
    definition: {
      kk: "Соңғы шақырудан талон жабылғанға дейінгі уақыт, талон үзілістерімен бірге.",
      ru: "Время от последнего вызова до закрытия талона, включая паузы по талону.",
      en: "Time from the last call to the closing of tickets, their pauses included.",
    },
  },
  ratings: {
    unit: "score",
    pair: "complaints",
    names: { kk: "Бағалау", ru: "Оценка", en: "Rating" },
    definition: {
      kk: "Келушілер қойған 1–5 бағалардың орташасы және саны.",
      ru: "Средняя оценка посетителей от 1 до 5 и число оценок.",
      en: "Mean of the visitors' scores from 1 to 5, with their number.",
    },
  },
  complaints: {
    unit: "count",
    pair: "thanks",
    names: { kk: "Шағым", ru: "Жалобы", en: "Complaints" },
    definition: { kk: "Түскен шағымдар саны.", ru: "Число поступивших жалоб.", en: "Complaints received." },
  },
  thanks: {
    unit: "count",
    pair: "complaints",
    names: { kk: "Алғыс", ru: "Благодарности", en: "Thanks" },
    definition: { kk: "Түскен алғыстар саны.", ru: "Число поступивших благодарностей.", en: "Thanks received." },
  },
});
