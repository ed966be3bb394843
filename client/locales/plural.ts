import type { Language } from "../language.ts";

/** Forms of a word after a number; `other` is asked for whatever has no form of its own. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const rules = new Map<Language, Intl.PluralRules>();

/** The form that a number takes in a language: 1 центр, 2 центра, 5 центров. */
export function plural(language: Language, count: number, forms: Forms): string {
  let rule = rules.get(language);
  if (rule === undefined) {
    rule = new Intl.PluralRules(language);
    rules.set(language, rule);
  }
  return forms[rule.select(count)] ?? forms.other;
}
