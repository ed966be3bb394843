import type { Names } from "./reference.ts";

/** Why something was refused, sent back or declined, in words; the keys are those that events carry. */
const REASON_NAMES: Readonly<Record<string, Names>> = {
  "incomplete-documents": {
    kk: "құжаттар толық емес",
    ru: "неполный пакет документов",
    en: "the documents are incomplete",
  },
  "expired-document": { kk: "құжаттың мерзімі өткен", ru: "истёк срок документа", en: "a document has expired" },
  "no-power-of-attorney": { kk: "сенімхат жоқ", ru: "нет доверенности", en: "there is no power of attorney" },
  "fee-not-paid": { kk: "баж төленбеген", ru: "не оплачена пошлина", en: "the fee is not paid" },
  "data-do-not-match": { kk: "деректер сәйкес емес", ru: "данные не совпадают", en: "the data do not match" },
  "wrong-service": { kk: "басқа қызмет керек", ru: "нужна другая услуга", en: "another service is needed" },
  "page-missing": { kk: "бет жетіспейді", ru: "не хватает страницы", en: "a page is missing" },
  "wrong-form": { kk: "нысан дұрыс емес", ru: "не та форма", en: "the wrong form" },
  "illegible-scan": { kk: "көшірме оқылмайды", ru: "копия не читается", en: "the copy can not be read" },
  "document-invalid": { kk: "құжат жарамсыз", ru: "документ недействителен", en: "the document is not valid" },
  "sent-to-the-wrong-department": {
    kk: "басқа бөлімге жіберілген",
    ru: "направлено не в тот отдел",
    en: "sent to the wrong department",
  },
  "system-of-the-authority-was-down": {
    kk: "органның жүйесі істемеді",
    ru: "не работала система госоргана",
    en: "the authority's system was down",
  },
  "new-form-required": { kk: "жаңа нысан қажет", ru: "нужна новая форма", en: "a new form is required" },
  "no-legal-ground": { kk: "заңды негіз жоқ", ru: "нет законного основания", en: "there is no legal ground" },
  "legal-claim-on-the-property": {
    kk: "мүлікке ауыртпалық салынған",
    ru: "на имущество наложено обременение",
    en: "there is a legal claim on the property",
  },
};

/** Whose mistake a return was, in words. */
const FAULT_NAMES: Readonly<Record<string, Names>> = {
  operator: { kk: "оператордың қатесі", ru: "ошибка оператора", en: "the operator's mistake" },
  applicant: { kk: "өтініш берушінің қатесі", ru: "ошибка заявителя", en: "the applicant's mistake" },
  authority: { kk: "органның қатесі", ru: "ошибка госоргана", en: "the authority's mistake" },
  "rule-change": { kk: "ереже өзгерді", ru: "изменилось правило", en: "a rule changed" },
};

const named = (of: Readonly<Record<string, Names>>, id: string): Names | null =>
  Object.hasOwn(of, id) ? (of[id] ?? null) : null;

/** A reason of a refusal, a return or a negative decision in words; null when it is not one that is known here. */
export function reasonNames(reason: string): Names | null {
  return named(REASON_NAMES, reason);
}

/** Whose mistake a return was, in words; null when it is not one that is known here. */
export function faultNames(fault: string): Names | null {
  return named(FAULT_NAMES, fault);
}

/** A reason in the words of a language; one that is not known here as it came. */
export function reasonText(reason: string, language: keyof Names): string {
  return reasonNames(reason)?.[language] ?? reason;
}

/** Whose mistake a return was in the words of a language; one that is not known here as it came. */
export function faultText(fault: string, language: keyof Names): string {
  return faultNames(fault)?.[language] ?? fault;
}
