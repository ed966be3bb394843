import type { AuditPage, AuditView } from "../../shared/accessAnswers.ts";
import { localDay } from "../../shared/time.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { MY_DAY_WORDS } from "./words.ts";

const REFRESH_MS = 60_000;
/** Looks of one person that lie no further apart are one visit. */
const VISIT_MS = 900_000;

/** The newest look of each visit, the newest first. */
function visitsOf(looks: readonly AuditView[]): readonly AuditView[] {
  const last = new Map<string, number>();
  return looks.filter(({ by, at }) => {
    const before = last.get(by.id);
    last.set(by.id, at);
    return before === undefined || before - at > VISIT_MS;
  });
}

/** Who looked at one's figures and when; for the operator alone. */
export function LooksPanel({ own: isOwn, zone }: { own: boolean; zone: string }) {
  const { format } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const { data } = useFetched<AuditPage>(isOwn ? "/api/audit/about-me?limit=100" : null, REFRESH_MS);
  const looks = visitsOf(data?.items ?? []);
  return (
    <Panel className="panel--looks" title={own.looks}>
      {looks.length === 0 ? (
        <Empty>{isOwn ? own.noLooks : own.looksOnlyOwn}</Empty>
      ) : (
        <ul className="plainLines">
          {looks.slice(0, 12).map(({ id, at, by }) => (
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
