import { expect, it } from "vitest";
import { createFormat } from "../format.ts";
import { LANGUAGES } from "../language.ts";
import { CATALOGUES } from "../locales/catalogue.ts";
import { alertLine, fitting, inTurn } from "./attentionLines.ts";
import { faultIn } from "./explanationDraft.ts";
import type { LiveAlert } from "./liveAlert.ts";
import { evening, fromField, toField } from "./localMoment.ts";
import { fromShown, toShown } from "./ruleFigures.ts";
import { ALERT_WORDS } from "./words.ts";

const ZONE = "Asia/Almaty";
const NOW = Date.parse("2026-11-23T10:30:00+05:00");

function alert(kind: LiveAlert["kind"], change: Partial<LiveAlert> = {}): LiveAlert {
  const nothing = { cause: null, words: null, action: null, until: null };
  return {
    id: kind,
    office: "KZ-71-01",
    kind,
    value: 3,
    growing: null,
    threshold: 1,
    since: NOW,
    ...nothing,
    ...change,
  };
}

function lineOf(of: LiveAlert, language: (typeof LANGUAGES)[number] = "en") {
  const format = createFormat(language);
  const words = CATALOGUES[language];
  return alertLine(of, { now: NOW, zone: ZONE, words, said: ALERT_WORDS[language], format, language });
}

it("an alert is a line with its value, and with cause and until when once it is explained", () => {
  const wait = alert("longest-wait", { value: null, growing: NOW - 1_800_000 });
  expect(lineOf(wait)).toMatchObject({ text: "waiting for 30\u00a0min", note: null, shape: "◆" });
  const said = alert("silent", { cause: "power-cut", until: Date.parse("2026-11-23T15:00:00+05:00") });
  expect(lineOf(said)).toMatchObject({ note: "Power cut · until 15:00", shape: "◇", tone: "usual" });
  expect(lineOf(alert("left", { value: null })).text).toBe("Giving up waiting");
  for (const language of LANGUAGES) expect(lineOf(said, language).note).toContain("15:00");
});

it("kinds come in turn, what is explained among the first, and a line that does not fit gives way to one that does", () => {
  const waits = [1, 2, 3].map((at) => lineOf(alert("longest-wait", { id: `w${at}`, since: NOW + at })));
  const said = lineOf(alert("silent", { id: "said", cause: "repair", until: NOW + 1 }));
  const order = inTurn([...waits, said]);
  expect(order.map(({ key }) => key)).toEqual(["w1", "said", "w2", "w3"]);
  expect(fitting(order, 3).map(({ key }) => key)).toEqual(["w1", "said"]);
  expect(fitting(order, 2).map(({ key }) => key)).toEqual(["w1", "w2"]);
});

it("a field for date and time shows the clocks of the office, and reads them back", () => {
  expect(toField(NOW, ZONE)).toBe("2026-11-23T10:30");
  expect(fromField("2026-11-23T10:30", ZONE)).toBe(NOW);
  expect(fromField("2026-11-23", ZONE)).toBeNull();
  expect(toField(evening(NOW, ZONE, 1), ZONE)).toBe("2026-11-24T20:00");
});

it("an explanation needs a cause, own words for another cause, and a moment ahead", () => {
  const draft = { cause: "repair", words: "", action: "", kind: "", from: "", until: "2026-11-23T12:00" } as const;
  expect(faultIn(draft, false, NOW, ZONE)).toBeNull();
  expect(faultIn({ ...draft, cause: "" }, false, NOW, ZONE)).toBe("cause");
  expect(faultIn({ ...draft, cause: "other" }, false, NOW, ZONE)).toBe("words");
  expect(faultIn({ ...draft, until: "2026-11-23T10:00" }, false, NOW, ZONE)).toBe("until");
  expect(faultIn({ ...draft, until: "2027-11-23T10:00" }, false, NOW, ZONE)).toBe("until");
  expect(faultIn(draft, true, NOW, ZONE)).toBe("from");
  expect(faultIn({ ...draft, from: "2026-11-23T13:00" }, true, NOW, ZONE)).toBe("until");
});

it("shares are set as per cent, to a thousandth of one", () => {
  expect(toShown("left", 0.15)).toBe(15);
  expect(fromShown("left", 0.1)).toBe(0.001);
  expect(toShown("longest-wait", 1.5)).toBe(1.5);
});
