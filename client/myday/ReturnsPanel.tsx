import type { MyDayAnswer } from "../../shared/myDay.ts";
import { faultText, reasonText } from "../../shared/reasonNames.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { MY_DAY_WORDS } from "./words.ts";

/** What authorities sent back on the day, why, and by whose fault. */
export function ReturnsPanel({ day, zone }: { day: MyDayAnswer; zone: string }) {
  const { format, language } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const book = useBook();
  return (
    <Panel className="panel--returns" title={own.back} aside={format.count(day.returned.length)}>
      {day.returned.length === 0 ? (
        <Empty>{own.noBack}</Empty>
      ) : (
        <ul className="plainLines">
          {day.returned.map(({ application, service, authority, at, reason, fault }) => (
            <li key={`${application}${at}`}>
              <p>
                <strong>{reasonText(reason, language)}</strong> · {faultText(fault, language)}
              </p>
              <p className="plainLines__about">
                {format.clock(at, zone)} · {application} · {book.service.get(service)?.shortNames[language] ?? service}{" "}
                · {book.authority.get(authority)?.shortNames[language] ?? authority}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
