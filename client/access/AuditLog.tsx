import { useContext, useDeferredValue, useMemo, useState } from "react";
import type { AuditView } from "../../shared/accessAnswers.ts";
import { localDay } from "../../shared/time.ts";
import { SelectField, TextField } from "../components/Field.tsx";
import { Empty } from "../components/Message.tsx";
import { GroundContext, Panel } from "../components/Panel.tsx";
import { Problem } from "../components/Problem.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "../views/Frame.tsx";
import { tellDetail } from "./auditDetail.ts";
import { AUDIT_WORDS } from "./auditWords.ts";
import { placeName, scopeOf } from "./places.ts";
import { usePrincipal } from "./principal.ts";
import { type AuditFilter, useAuditPages } from "./useAuditPages.ts";
import { WORDS } from "./words.ts";
import "./access.css";

function Line({ entry }: { entry: AuditView }) {
  const said = useRoomWords(AUDIT_WORDS);
  const roles = useRoomWords(WORDS);
  const { format, language } = useWords();
  const { zone } = useContext(GroundContext);
  const book = useBook();
  const { at, by, act, what, region, office, operator } = entry;
  const deed = said.deed[act as keyof typeof said.deed] ?? act;
  const about = [
    office === null && region === null ? "" : placeName({ region, office }, book, language, roles.country),
    operator ?? "",
  ];
  return (
    <tr>
      <th scope="row" className="table__text audit__when">
        <time dateTime={new Date(at).toISOString()}>
          {format.date(localDay(at, zone))}, {format.clock(at, zone)}
        </time>
      </th>
      <td className="table__text">
        {by.name || roles.visitor} <small className="account__id">{roles.role[by.role]}</small>
      </td>
      <td className="table__text">{deed}</td>
      <td className="table__text">{about.filter(Boolean).join(" · ") || "—"}</td>
      <td className="table__text audit__what">{tellDetail(what, { language, format, zone, book }) || "—"}</td>
    </tr>
  );
}

function Filters({ filter, change }: { filter: AuditFilter; change: (filter: AuditFilter) => void }) {
  const said = useRoomWords(AUDIT_WORDS);
  const acts = useMemo(() => Object.entries(said.deed).map(([id, name]) => ({ id, name })), [said]);
  return (
    <search className="form form--line">
      <TextField
        label={said.who}
        type="search"
        value={filter.who}
        onChange={(event) => change({ ...filter, who: event.target.value })}
      />
      <SelectField
        label={said.act}
        value={filter.act}
        onChange={(event) => change({ ...filter, act: event.target.value })}
        offers={[{ id: "", name: said.any }, ...acts]}
      />
      <TextField
        label={said.from}
        type="date"
        value={filter.from}
        onChange={(event) => change({ ...filter, from: event.target.value })}
      />
      <TextField
        label={said.to}
        type="date"
        value={filter.to}
        onChange={(event) => change({ ...filter, to: event.target.value })}
      />
    </search>
  );
}

/** Who did what at one's own place: looks at single operators, files taken out, changes, sign-ins. */
export default function AuditLog() {
  const said = useRoomWords(AUDIT_WORDS);
  const { words } = useWords();
  const principal = usePrincipal();
  const [filter, change] = useState<AuditFilter>({ who: "", act: "", from: "", to: "" });
  const { entries, problem, more } = useAuditPages(useDeferredValue(filter));
  return (
    <Frame scope={scopeOf(principal)} name={said.title} className="screen--page screen--audit" covered={false}>
      {problem === "forbidden" ? (
        <Problem problem="forbidden" />
      ) : (
        <Panel className="panel--table" title={said.title}>
          <p className="lead">{said.hint}</p>
          <Filters filter={filter} change={change} />
          {entries === null && <Empty>{problem === null ? words.states.loading : said.failed}</Empty>}
          {entries !== null && entries.length === 0 && <Empty>{said.none}</Empty>}
          {entries !== null && entries.length > 0 && (
            <div className="table">
              <table>
                <caption className="visuallyHidden">{said.title}</caption>
                <thead>
                  <tr>
                    {[said.when, said.who, said.act, said.about, said.what].map((title) => (
                      <th key={title} scope="col" className="table__text">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {entries.map((entry) => (
                    <Line key={entry.id} entry={entry} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {more !== null && (
            <button type="button" className="button audit__more" onClick={more}>
              {said.more}
            </button>
          )}
        </Panel>
      )}
    </Frame>
  );
}
