import type { ReportCell, ReportTable } from "../../shared/report.ts";
import type { StatisticsRow } from "../../shared/statistics.ts";
import { OUTAGE_HOLDERS } from "../../shared/stock.ts";
import type { Cause } from "./cause.ts";
import { figureAt, figureColumn, wordedColumn } from "./reportColumns.ts";
import type { CauseCount, MonthFacts } from "./reportFacts.ts";
import { tableOf } from "./reportTable.ts";

/** Cases by the cells that name them, in the order of their names; what lacks in `whole` follows as of unknown reason. */
function counted(
  causes: readonly CauseCount[],
  namesOf: (cause: Cause) => readonly string[] | null,
  whole: number | null,
): ReportCell[][] {
  const sums = new Map<string, { readonly names: readonly string[]; n: number }>();
  let known = 0;
  let width = 0;
  for (const { cause, n } of causes) {
    const names = namesOf(cause);
    if (names === null) continue;
    const key = names.join("\n");
    const sum = sums.get(key) ?? { names, n: 0 };
    sums.set(key, sum);
    sum.n += n;
    known += n;
    width = names.length;
  }
  const rows = [...sums.keys()].sort().flatMap((key): ReportCell[][] => {
    const { names, n } = sums.get(key) as { readonly names: readonly string[]; n: number };
    return n === 0 ? [] : [[...names.map((name) => (name === "" ? null : name)), n]];
  });
  const unknown = whole === null ? 0 : whole - known;
  if (unknown > 0 && rows.length > 0) rows.push([...new Array<null>(width).fill(null), unknown]);
  return rows;
}

const UNKNOWN_REASON = {
  kk: "Сызықша — себебі белгісіз: жағдай себептер есептеле бастағанға дейін саналған.",
  ru: "Прочерк — причина неизвестна: случай учтён до того, как причины стали считать.",
  en: "A dash is an unknown reason: the case was counted before reasons were.",
};

/** Refusals at the desk by service and reason, and by reason alone. */
export function refusalTables({ index, causes, period }: MonthFacts): ReportTable[] {
  const whole = figureAt(period.row, "rejected");
  return [
    tableOf(index, {
      id: "refusalReasons",
      titles: { kk: "Қабылдаудан бас тарту себептері", ru: "Причины отказа в приёме", en: "Refusals by reason" },
      columns: [wordedColumn("reason", "text"), wordedColumn("cases", "count")],
      rows: counted(causes, (cause) => (cause.kind === "rejected" ? [cause.reason] : null), whole),
      total: [null, whole],
      notes: [UNKNOWN_REASON],
    }),
    tableOf(index, {
      id: "refusalServices",
      titles: {
        kk: "Бас тарту: қызмет және себеп",
        ru: "Отказы в приёме: услуга и причина",
        en: "Refusals by service and reason",
      },
      columns: [wordedColumn("service", "text"), wordedColumn("reason", "text"), wordedColumn("cases", "count")],
      rows: counted(causes, (cause) => (cause.kind === "rejected" ? [cause.service, cause.reason] : null), whole),
      total: [null, null, whole],
    }),
  ];
}

/** What the authorities sent back, by whose fault, and by authority, fault and reason. */
export function returnTables({ index, causes, period }: MonthFacts): ReportTable[] {
  const whole = figureAt(period.row, "returned");
  return [
    tableOf(index, {
      id: "returnFaults",
      titles: { kk: "Қайтарылғандар: кімнің кінәсінен", ru: "Возвраты: по чьей вине", en: "Returns by fault" },
      columns: [wordedColumn("fault", "text"), wordedColumn("cases", "count")],
      rows: counted(causes, (cause) => (cause.kind === "returned" ? [cause.fault] : null), whole),
      total: [null, whole],
    }),
    tableOf(index, {
      id: "returnReasons",
      titles: {
        kk: "Қайтарылғандар: орган, кінә және себеп",
        ru: "Возвраты: госорган, вина и причина",
        en: "Returns by authority, fault and reason",
      },
      columns: [
        wordedColumn("authority", "text"),
        wordedColumn("fault", "text"),
        wordedColumn("reason", "text"),
        wordedColumn("cases", "count"),
      ],
      rows: counted(
        causes,
        (cause) => (cause.kind === "returned" ? [cause.authority, cause.fault, cause.reason] : null),
        whole,
      ),
      total: [null, null, null, whole],
    }),
  ];
}

const LEDGER = {
  kk: "Мерзімі өткендер — мерзім келген сәтте өтініш кімде болғаны бойынша, кешіккен күндер — содан кейін кімде жатқаны бойынша. Аяқталмаған өтініштердің күндері есеп сәтіне дейін саналады.",
  ru: "Просроченные — по тому, у кого заявление было в момент срока; дни просрочки — по тому, у кого оно лежало потом. По незавершённым дни считаются до момента отчёта.",
  en: "The delayed are counted by who had the application at its deadline, the days late by who had it afterwards. Of those not finished the days run up to the moment of the report.",
};

/**
 * The delay ledger: the delayed by authority and by who had them in hand when the deadline came, and the working days
 * after it by who had them then [O4].
 */
export function delayTable({ index, causes, lateDays, period }: MonthFacts): ReportTable {
  const ledger = new Map<
    string,
    [authority: string, holder: string, cases: number, days: number, outage: number | null]
  >();
  const excused: ReadonlySet<string> = new Set(OUTAGE_HOLDERS);
  const line = (authority: string, holder: string) => {
    const key = `${authority}\n${holder}`;
    const found = ledger.get(key) ?? [authority, holder, 0, 0, excused.has(holder) ? 0 : null];
    ledger.set(key, found);
    return found;
  };
  for (const { cause, n } of causes) if (cause.kind === "delayed") line(cause.authority, cause.holder)[2] += n;
  for (const { authority, holder, days, outage } of lateDays) {
    const of = line(authority, holder);
    of[3] += days;
    if (of[4] !== null && outage !== null) of[4] += outage;
  }
  const rows = [...ledger.keys()].sort().map((key) => ledger.get(key) as ReturnType<typeof line>);
  const whole = figureAt(period.row, "delayed");
  const known = rows.reduce((sum, [, , cases]) => sum + cases, 0);
  const all = (at: 3 | 4) => (whole !== known ? null : rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  return tableOf(index, {
    id: "delays",
    titles: {
      kk: "Мерзімі өткендер: орган, кімнің қолында және неше күн",
      ru: "Просрочено: госорган, у кого и сколько дней",
      en: "Delayed: by authority, in whose hands and for how many days",
    },
    columns: [
      wordedColumn("authority", "text"),
      wordedColumn("holder", "text"),
      wordedColumn("cases", "count"),
      figureColumn("daysLate"),
      wordedColumn("daysInOutage", "count"),
    ],
    rows: rows.filter(([, , cases, days]) => cases > 0 || days > 0),
    total: [null, null, whole, all(3), all(4)],
    notes: [LEDGER],
  });
}

/** How many operators the month names in each office: counts alone, for those who see no single operator. */
export function staffTable({ index, operators, events }: MonthFacts): ReportTable {
  const counts = new Map<string, number>();
  for (const { office = "" } of operators as readonly StatisticsRow[])
    counts.set(office, (counts.get(office) ?? 0) + 1);
  return tableOf(index, {
    id: "staff",
    titles: { kk: "Операторлар саны", ru: "Число операторов", en: "How many operators" },
    columns: [wordedColumn("office", "text"), wordedColumn("operators", "count")],
    rows: events.map(({ office, byDay }) => [office, counts.get(office) ?? (byDay.some((n) => n > 0) ? 0 : null)]),
    total: [null, operators.length],
  });
}
