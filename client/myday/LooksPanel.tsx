import type { AuditPage } from "../../shared/accessAnswers.ts";
import { localDay } from "../../shared/time.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { MY_DAY_WORDS } from "./words.ts";

const REFRESH_MS = 60_000;

/** Who looked at one's figures and when; for the operator alone. */
export function LooksPanel({ own: isOwn, zone }: { own: boolean; zone: string }) {
  const { format } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const { data } = useFetched<AuditPage>(isOwn ? "/api/audit/about-me?limit=20" : null, REFRESH_MS);
  const looks = data?.items ?? [];
  return (
    <Panel className="panel--looks" title={own.looks}>
      {looks.length === 0 ? (
        <Empty>{isOwn ? own.noLooks : own.looksOnlyOwn}</Empty>
      ) : (
        <ul className="plainLines">
          {looks.map(({ id, at, by }) => (
            <li key={id}>
              <strong>{by.name || (own.roles[by.role] ?? by.role)}</strong>
              <span className="plainLines__about">
                {own.roles[by.role] ?? by.role} · {format.date(localDay(at, zone))} {format.clock(at, zone)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
