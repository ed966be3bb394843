import type { TargetKind } from "../../shared/floor.ts";
import type { WordsOfRoom } from "../locales/catalogue.ts";
import { plural } from "../locales/plural.ts";

interface TargetWords {
  readonly targets: string;
  readonly kinds: Readonly<Record<TargetKind, string>>;
  readonly target: Readonly<Record<TargetKind, (amount: number) => string>>;
  readonly kind: string;
  readonly role: string;
  readonly amount: string;
  readonly from: string;
  readonly noAmount: string;
  readonly save: string;
  readonly byReference: string;
  readonly setBy: (who: string) => string;
}

/** Words of targets and of what sets them. */
export const TARGET_WORDS: WordsOfRoom<TargetWords> = {
  kk: {
    targets: "Мақсаттар",
    kinds: { "documents-a-day": "күніне қабылданатын құжат", "early-leave": "ерте кетуге болатын клиент саны" },
    target: {
      "documents-a-day": (amount) => `күніне ${amount} құжат`,
      "early-leave": (amount) => `${amount} клиенттен кейін ерте кетуге болады`,
    },
    kind: "Мақсат",
    role: "Рөл",
    amount: "Саны",
    from: "Қай күннен",
    noAmount: "мақсатсыз",
    save: "Сақтау",
    byReference: "анықтамалық деректер",
    setBy: (who) => `қойған: ${who}`,
  },
  ru: {
    targets: "Цели",
    kinds: { "documents-a-day": "документов в день", "early-leave": "клиентов, после которых можно уйти раньше" },
    target: {
      "documents-a-day": (amount) =>
        `${amount} ${plural("ru", amount, { one: "документ", few: "документа", other: "документов" })} в день`,
      "early-leave": (amount) =>
        `после ${amount} ${plural("ru", amount, { one: "клиента", other: "клиентов" })} можно уйти раньше`,
    },
    kind: "Цель",
    role: "Роль",
    amount: "Число",
    from: "С какого дня",
    noAmount: "без цели",
    save: "Сохранить",
    byReference: "справочные данные",
    setBy: (who) => `задал: ${who}`,
  },
  en: {
    targets: "Targets",
    kinds: { "documents-a-day": "documents a day", "early-leave": "clients after whom one may leave early" },
    target: {
      "documents-a-day": (amount) => `${amount} ${amount === 1 ? "document" : "documents"} a day`,
      "early-leave": (amount) => `one may leave early after ${amount} ${amount === 1 ? "client" : "clients"}`,
    },
    kind: "Target",
    role: "Role",
    amount: "Number",
    from: "From",
    noAmount: "no target",
    save: "Save",
    byReference: "reference data",
    setBy: (who) => `set by ${who}`,
  },
};
