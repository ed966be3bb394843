import { useState } from "react";
import { Link } from "wouter";
import { useMay } from "../access/principal.ts";
import { AttentionPanel } from "../components/AttentionPanel.tsx";
import { ComparePanel } from "../components/ComparePanel.tsx";
import { DayPanel } from "../components/DayPanel.tsx";
import { OfficesKpi } from "../components/OfficesKpi.tsx";
import { OfficesTable } from "../components/OfficesTable.tsx";
import { TilePanel } from "../components/TilePanel.tsx";
import { AcceptedKpi, DelayedKpi, ServiceKpi, WaitingKpi, WithinNormKpi } from "../components/ViewKpis.tsx";
import { useWords } from "../settings.ts";
import { MEASURES } from "../store/measures.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "./Frame.tsx";

/** A region on one screen, and its offices in figures below. */
export default function Region({ id }: { id: string }) {
  const { words, language } = useWords();
  const book = useBook();
  const [measure, choose] = useState<string>(MEASURES[0]?.id ?? "");
  const seesCountry = useMay("see-totals");
  const scope = `region:${id}` as const;
  return (
    <Frame
      scope={scope}
      name={book.region.get(id)?.names[language] ?? id}
      className="screen--region"
      trail={
        seesCountry && (
          <span className="place__trail">
            <Link href="/">{words.country}</Link> ›
          </span>
        )
      }
    >
      <div className="kpis">
        <AcceptedKpi scope={scope} />
        <DelayedKpi scope={scope} />
        <ServiceKpi scope={scope} />
        <WaitingKpi scope={scope} />
        <WithinNormKpi scope={scope} />
        <OfficesKpi scope={scope} />
      </div>
      <TilePanel scope={scope} measureId={measure} choose={choose} />
      <ComparePanel scope={scope} measureId={measure} />
      <div className="region__below">
        <DayPanel scope={scope} />
        <AttentionPanel scope={scope} />
      </div>
      <OfficesTable scope={scope} />
    </Frame>
  );
}
