import type { Names } from "../../shared/reference.ts";
import { formatDay } from "../../shared/time.ts";
import type { MonthFacts, PeriodFigures } from "./reportFacts.ts";

/** What stands behind the title of a column whose figures an old system told. */
export const IMPORTED_MARK = "⇲";

/** What such a column means. */
export const IMPORTED_WORDS: Names = {
  kk: "Ескі жүйеден импортталған, қайта есептелмейді: оқиғалардан емес, сол жүйенің айлық қорытындысынан алынған.",
  ru: "Импортировано из старой системы, невоспроизводимо: взято из её месячных итогов, а не из событий.",
  en: "Imported from an old system, not reproducible: taken from its monthly totals, not made of events.",
};

function noteOf({ month, imported, coverage }: PeriodFigures): Names[] {
  if (imported === null) return [];
  const from = imported.sources.join(", ");
  const on = formatDay(Math.floor(Date.parse(imported.importedAt) / 86_400_000));
  const { reporting, expected } = coverage;
  const part = imported.complete
    ? { kk: "", ru: "", en: "" }
    : {
        kk: ` Ол ${expected} ХҚКО-ның ${reporting}-і туралы ғана айтады, сондықтан өзгеріс есептелмейді.`,
        ru: ` Она сообщает о ${reporting} из ${expected} ЦОН, поэтому изменение не рассчитано.`,
        en: ` It tells of ${reporting} of ${expected} offices, so no change is given.`,
      };
  return [
    {
      kk: `${IMPORTED_MARK} ${month.id}: «${from}» ескі жүйесінен ${on} импортталған, қайта есептелмейді; ол айтпағаны — сызықша.${part.kk}`,
      ru: `${IMPORTED_MARK} ${month.id}: импортировано из старой системы «${from}» ${on}, невоспроизводимо; чего она не сообщила, то прочерк.${part.ru}`,
      en: `${IMPORTED_MARK} ${month.id}: imported from the old system “${from}” on ${on}, not reproducible; what it does not tell is a dash.${part.en}`,
    },
  ];
}

/** Which of the months compared with an old system told, and how far. */
export function importedNotes({ before, yearAgo }: MonthFacts): Names[] {
  return [before, yearAgo].flatMap(noteOf);
}
