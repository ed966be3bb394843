import { StatusKpis } from "../components/StatusKpis.tsx";
import { DeadTable, PartitionsTable, TroubleTable } from "../components/StatusTables.tsx";
import { useWords } from "../settings.ts";
import { Frame } from "./Frame.tsx";

/** How the centre itself is doing: whether the figures can be trusted, and what is missing from them. */
export default function Status() {
  const { words } = useWords();
  return (
    <Frame scope="status" name={words.status.title} className="screen--status" covered={false}>
      <StatusKpis />
      <PartitionsTable />
      <DeadTable />
      <TroubleTable />
    </Frame>
  );
}
