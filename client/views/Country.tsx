import { useState } from "react";
import { AttentionPanel } from "../components/AttentionPanel.tsx";
import { ComparePanel } from "../components/ComparePanel.tsx";
import { DayPanel } from "../components/DayPanel.tsx";
import { OfficesKpi } from "../components/OfficesKpi.tsx";
import { TilePanel } from "../components/TilePanel.tsx";
import { AcceptedKpi, DelayedKpi, ServiceKpi, WaitingKpi, WithinNormKpi } from "../components/ViewKpis.tsx";
import { useWords } from "../settings.ts";
import { MEASURES } from "../store/measures.ts";
import { Frame } from "./Frame.tsx";

/** The country on one screen. */
export function Country() {
  const { words } = useWords();
  const [measure, choose] = useState<string>(MEASURES[0]?.id ?? "");
  return (
    <Frame scope="country" name={words.country} className="screen--wall">
      <div className="kpis">
        <AcceptedKpi scope="country" />
        <DelayedKpi scope="country" />
        <ServiceKpi scope="country" />
        <WaitingKpi scope="country" />
        <WithinNormKpi scope="country" />
        <OfficesKpi scope="country" />
      </div>
      <TilePanel scope="country" measureId={measure} choose={choose} />
      <ComparePanel scope="country" measureId={measure} />
      <DayPanel scope="country" />
      <AttentionPanel scope="country" />
    </Frame>
  );
}
