import { useMemo } from "react";
import { Link } from "wouter";
import { useMay } from "../access/principal.ts";
import { OfficeAlerts } from "../alerts/OfficeAlerts.tsx";
import { DesksPanel } from "../components/DesksPanel.tsx";
import { DesksTable } from "../components/DesksTable.tsx";
import { MonthsTable } from "../components/MonthsTable.tsx";
import { QueuePanel } from "../components/QueuePanel.tsx";
import { ServicesTable } from "../components/ServicesTable.tsx";
import { AcceptedKpi, DelayedKpi, ServiceKpi, WaitingKpi, WithinNormKpi } from "../components/ViewKpis.tsx";
import { WorkingDesksKpi } from "../components/WorkingDesksKpi.tsx";
import { DuePanel } from "../flow/DuePanel.tsx";
import { OfficeDay } from "../forecast/OfficeDay.tsx";
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
  const seesCountry = useMay("see-totals");
  const seesRegion = useMay("see-totals", { region: office?.region ?? null });
  const seesPeople = useMay("see-operators", { office: id, region: office?.region ?? null });
  const trail = useMemo(
    () => (
      <span className="place__trail">
        {seesCountry && (
          <>
            <Link href="/">{words.country}</Link> ›{" "}
          </>
        )}
        {region !== undefined && seesRegion && (
          <>
            <Link href={`/region/${region.id}`}>{region.shortNames[language]}</Link> ›
          </>
        )}
      </span>
    ),
    [words, region, language, seesCountry, seesRegion],
  );
  const scope = `office:${id}` as const;
  return (
    <Frame
      scope={scope}
      name={office?.names[language] ?? id}
      className={[
        "screen--office",
        office !== undefined && office.desks <= FEW_DESKS ? "screen--few" : "",
        seesPeople ? "" : "screen--peopleless",
      ].join(" ")}
      trail={trail}
      band={<OfficeAlerts office={id} />}
    >
      <div className="kpis">
        <WaitingKpi scope={scope} />
        <WorkingDesksKpi scope={scope} desks={office?.desks ?? null} />
        <AcceptedKpi scope={scope} />
        <ServiceKpi scope={scope} />
        <WithinNormKpi scope={scope} />
        <DelayedKpi scope={scope} />
      </div>
      {seesPeople && <DesksPanel scope={scope} count={office?.desks ?? 0} />}
      <QueuePanel scope={scope} />
      <OfficeDay scope={scope} />
      <DuePanel office={id} />
      <ServicesTable scope={scope} />
      {seesPeople && <DesksTable scope={scope} />}
      <MonthsTable office={id} people={seesPeople} />
    </Frame>
  );
}
