import type { WordsOfRoom } from "../locales/catalogue.ts";

interface Words {
  readonly title: string;
  readonly first: string;
  readonly lead: string;
  readonly before: string;
  readonly once: string;
  readonly after: string;
  readonly again: string;
  readonly rule: string;
  readonly differ: string;
  readonly save: string;
  readonly wrong: string;
  readonly short: string;
  readonly same: string;
  readonly slow: string;
  readonly failed: string;
  readonly done: string;
  readonly on: string;
}

/** Words of the own password. */
export const PASSWORD_WORDS: WordsOfRoom<Words> = {
  kk: {
    title: "Құпиясөзді өзгерту",
    first: "Алдымен өз құпиясөзіңізді таңдаңыз",
    lead: "Өзгерткен соң басқа құрылғылардағы кірулер аяқталады.",
    before: "Қазіргі құпиясөз",
    once: "Бір реттік құпиясөз",
    after: "Жаңа құпиясөз",
    again: "Жаңа құпиясөз, тағы бір рет",
    rule: "Кемінде 10 таңба. Бірнеше сөзден тұратын сөйлем есте жақсы қалады.",
    differ: "Екі рет енгізілген құпиясөз бірдей емес.",
    save: "Сақтау",
    wrong: "Қазіргі құпиясөз қате.",
    short: "Тым қысқа: кемінде 10 таңба керек.",
    same: "Бұрынғысынан өзгеше және есептік жазба аты жоқ құпиясөз таңдаңыз.",
    slow: "Әрекет тым көп болды. Ширек сағаттан кейін қайталаңыз.",
    failed: "Сақталмады. Сәл кейінірек қайталаңыз.",
    done: "Құпиясөз өзгертілді",
    on: "Жұмысқа өту",
  },
  ru: {
    title: "Смена пароля",
    first: "Сначала выберите собственный пароль",
    lead: "После смены входы на других устройствах завершатся.",
    before: "Нынешний пароль",
    once: "Одноразовый пароль",
    after: "Новый пароль",
    again: "Новый пароль ещё раз",
    rule: "Не короче 10 знаков. Фраза из нескольких слов запоминается лучше.",
    differ: "Пароли, введённые дважды, не совпадают.",
    save: "Сохранить",
    wrong: "Нынешний пароль неверен.",
    short: "Слишком коротко: нужно не меньше 10 знаков.",
    same: "Выберите пароль, который отличается от прежнего и не содержит имени учётной записи.",
    slow: "Слишком много попыток. Повторите через четверть часа.",
    failed: "Не сохранено. Повторите чуть позже.",
    done: "Пароль изменён",
    on: "К работе",
  },
  en: {
    title: "Change the password",
    first: "Choose a password of your own first",
    lead: "Afterwards you are signed out on all other devices.",
    before: "Present password",
    once: "One-time password",
    after: "New password",
    again: "New password once more",
    rule: "At least 10 characters. A phrase of several words is easier to remember.",
    differ: "The two new passwords are not the same.",
    save: "Save",
    wrong: "The present password is wrong.",
    short: "Too short: at least 10 characters are needed.",
    same: "Choose one that differs from the one before and does not hold the account's name.",
    slow: "Too many attempts. Try again in a quarter of an hour.",
    failed: "It was not saved. Try again a little later.",
    done: "The password is changed",
    on: "To work",
  },
};
