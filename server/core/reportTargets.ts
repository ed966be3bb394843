import type { Names } from "../../shared/reference.ts";
import type { ReportCell, ReportTable } from "../../shared/report.ts";
import type { OperatorMonth } from "./operatorMonth.ts";
import { wordedColumn } from "./reportColumns.ts";
import { eventsOfMonth, type MonthFacts } from "./reportFacts.ts";
import { tableOf } from "./reportTable.ts";

/** The table of single operators against their targets: only for those who may see them. */
export const TARGET_TABLE = "targetsByOperator";

const VERDICT_ORDER = ["reached", "on-the-way", "nobody-waited", "people-waited", "unknown"] as const;

const KEPT: Names = {
  kk: "Бос уақыт оқиғалар келген соң 35 күн сақталатын талондар бойынша есептеледі: одан ескі күндерде кезек болған-болмағаны белгісіз, сондықтан сызықша немесе «белгісіз» тұрады, нөл емес.",
  ru: "Свободное время считается по талонам, а они хранятся 35 дней: за более ранние дни неизвестно, ждал ли кто-нибудь, поэтому стоит прочерк или «неизвестно», а не ноль.",
  en: "Free time is counted from tickets, which are kept for 35 days: of earlier days nobody can say whether people waited, so there is a dash or “not known”, never zero.",
};
const OVER: Names = {
  kk: "Аяқталған күндер ғана саналады. «Терезедегі уақытына сай» — мақсаттан төмен, бірақ терезеде болған уақыты ауысымнан қысқа және сол уақытқа жеткілікті қабылдаған.",
  ru: "Считаются только завершённые дни. «По времени за окном» — ниже цели, но за окном провели меньше смены и приняли столько, сколько требует это время.",
  en: "Only days that are over are counted. “As the time at the desk asks”: below the target, but at the desk for less than a shift and with as many as that time asks.",
};
const WHEN_CLOSED: Names = {
  kk: "Мақсаттан төмендер әзірге «белгісіз» бағанында, рөлі — қызметкерлер тізімі бойынша: өңір мен ел бойынша адамдар күткен-күтпегені айды жапқанда есептеледі, сызықша содан.",
  ru: "Кто ниже цели, пока стоит в «неизвестно», роль — по списку сотрудников: ждали ли люди, по региону и стране считается при закрытии месяца, до того — прочерк.",
  en: "Who is below the target is “not known” for now, the role is that of the staff list: whether people waited is counted of a region and of the country when the month is closed; a dash until then.",
};

/** Seconds without what a sum of fractions adds behind the milliseconds. */
function toMilliseconds(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 1000) / 1000;
}

function cellsOf(of: OperatorMonth): ReportCell[] {
  return [
    of.operator,
    of.days,
    of.targetDays,
    of.servedPerDay,
    of.acceptedPerDay,
    of.targetPerDay,
    toMilliseconds(of.nobodyWaiting),
    toMilliseconds(of.peopleWaiting),
    of.demandDays,
    ...VERDICT_ORDER.map((verdict) => of.verdicts[verdict]),
  ];
}

/** Each operator of an office against the targets of the days, with demand [R9]. */
export function targetTable({ index, place, targets }: MonthFacts): ReportTable {
  return tableOf(index, {
    id: TARGET_TABLE,
    titles: {
      kk: "Операторлар: мақсат және сұраныс",
      ru: "Операторы: цель и спрос",
      en: "Operators against their target, with demand",
    },
    columns: [
      wordedColumn("operator", "text"),
      wordedColumn("daysWorked", "count"),
      wordedColumn("targetDays", "count"),
      wordedColumn("servedPerDay", "score"),
      wordedColumn("acceptedPerDay", "score"),
      wordedColumn("targetPerDay", "score"),
      wordedColumn("nobodyWaiting", "seconds"),
      wordedColumn("peopleWaiting", "seconds"),
      wordedColumn("demandDays", "count"),
      wordedColumn("daysReached", "count"),
      wordedColumn("daysAsAsked", "count"),
      wordedColumn("daysNobodyWaited", "count"),
      wordedColumn("daysPeopleWaited", "count"),
      wordedColumn("daysUnknown", "count"),
    ],
    rows: (targets.get(place.id) ?? []).map(cellsOf),
    notes: [OVER, KEPT],
  });
}

/** Of an office from which nothing came. */
const NOTHING_KNOWN: readonly ReportCell[] = VERDICT_ORDER.map(() => null);

/** Verdicts that are told by the demand alone. */
const BY_DEMAND: readonly string[] = ["nobody-waited", "people-waited"];

function countsOf(months: readonly OperatorMonth[], demand: boolean): ReportCell[] {
  const aimed = months.filter(({ targetDays }) => targetDays > 0);
  return VERDICT_ORDER.map((verdict) =>
    !demand && BY_DEMAND.includes(verdict) ? null : aimed.filter((of) => (of.verdict ?? "unknown") === verdict).length,
  );
}

/** How many operators of each office reached their targets over the month, and how many did not and why [R10]. */
export function targetCountTable({ index, place, period, events, targets }: MonthFacts): ReportTable {
  const demand = place.kind === "office" || period.status !== "provisional";
  const offices = events.map(({ office }) => office);
  const all = offices.flatMap((office) => targets.get(office) ?? []);
  return tableOf(index, {
    id: "targetCounts",
    titles: {
      kk: "Мақсатқа жеткен операторлар саны",
      ru: "Сколько операторов достигли цели",
      en: "How many operators reached their target",
    },
    columns: [
      wordedColumn("office", "text"),
      wordedColumn("operatorsReached", "count"),
      wordedColumn("operatorsAsAsked", "count"),
      wordedColumn("operatorsNobodyWaited", "count"),
      wordedColumn("operatorsPeopleWaited", "count"),
      wordedColumn("operatorsUnknown", "count"),
    ],
    rows: events.map((each) => [
      each.office,
      ...(eventsOfMonth(each) === 0 ? NOTHING_KNOWN : countsOf(targets.get(each.office) ?? [], demand)),
    ]),
    total: [null, ...countsOf(all, demand)],
    notes: demand ? [OVER, KEPT] : [OVER, WHEN_CLOSED],
  });
}
