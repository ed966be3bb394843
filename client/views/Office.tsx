import { useMemo } from "react";
import { Link } from "wouter";
import { DayPanel } from "../components/DayPanel.tsx";
import { DesksPanel } from "../components/DesksPanel.tsx";
import { DesksTable } from "../components/DesksTable.tsx";
import { MonthsTable } from "../components/MonthsTable.tsx";
import { QueuePanel } from "../components/QueuePanel.tsx";
import { ServicesTable } from "../components/ServicesTable.tsx";
import { AcceptedKpi, DelayedKpi, ServiceKpi, WaitingKpi, WithinNormKpi } from "../components/ViewKpis.tsx";
import { WorkingDesksKpi } from "../components/WorkingDesksKpi.tsx";
import { useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "./Frame.tsx";

/** An office with so few desks gives its room to the day. */
const FEW_DESKS = 6;

/** An office on one screen: its queue, its desks and its day; its services and its desks in figures below. */
export default function Office({ id }: { id: string }) {
  const { language, words } = useWords();
  const book = useBook();
  const office = book.office.get(id);
  const region = office === undefined ? undefined : book.region.get(office.region);
  const trail = useMemo(
    () => (
      <span className="place__trail">
        <Link href="/">{words.country}</Link> ›{" "}
        {region !== undefined && (
          <>
            <Link href={`/region/${region.id}`}>{region.shortNames[language]}</Link> ›
          </>
        )}
      </span>
    ),
    [words, region, language],
  );
  const scope = `office:${id}` as const;
  return (
    <Frame
      scope={scope}
      name={office?.names[language] ?? id}
      className={office !== undefined && office.desks <= FEW_DESKS ? "screen--office screen--few" : "screen--office"}
      trail={trail}
    >
      <div className="kpis">
        <WaitingKpi scope={scope} />
        <WorkingDesksKpi scope={scope} desks={office?.desks ?? null} />
        <AcceptedKpi scope={scope} />
        <ServiceKpi scope={scope} />
        <WithinNormKpi scope={scope} />
        <DelayedKpi scope={scope} />
      </div>
      <DesksPanel scope={scope} count={office?.desks ?? 0} />
      <QueuePanel scope={scope} />
      <DayPanel scope={scope} />
      <ServicesTable scope={scope} />
      <DesksTable scope={scope} />
      <MonthsTable office={id} />
    </Frame>
  );
}
