// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Me } from "../shared/accessAnswers.ts";
import {
  type Delta,
  FIGURE_FIELDS,
  type FigureField,
  type Pulse,
  type Scope,
  type WatchAnswer,
} from "../shared/wire.ts";
import { App } from "./App.tsx";
import type { Settings } from "./settings.ts";
import { LiveContext } from "./store/hooks.ts";
import { createLive, type Transport } from "./store/live.ts";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

vi.mock("./charts/DayCurve.tsx", () => ({ default: () => null }));

const DAY = 20_780;
const NOW = DAY * 86_400_000 + 6 * 3_600_000;
const rowOf = (values: Partial<Record<FigureField, number>>) => FIGURE_FIELDS.map((field) => values[field] ?? null);
const names = (text: string) => ({ kk: text, ru: text, en: text });
const reference = {
  regions: [{ id: "KZ-71", names: names("Астана"), shortNames: names("Астана"), tile: { column: 4, row: 1 } }],
  offices: [
    {
      id: "KZ-71-01",
      region: "KZ-71",
      names: names("ЦОН Сарыарка"),
      shortNames: names("Сарыарка"),
      zone: "Asia/Almaty",
      desks: 2,
      validTo: null,
      waitNormSeconds: 900,
    },
  ],
  services: [],
  authorities: [],
};

const ROWS: Readonly<Record<string, Readonly<Record<string, readonly (number | string | null)[]>>>> = {
  country: {
    total: rowOf({
      accepted: 12_408,
      rejected: 1131,
      delayed: 0,
      due: 6204,
      waitingNow: 0,
      officesExpected: 2,
      officesReporting: 1,
    }),
    "region:KZ-71": rowOf({ accepted: 900, rejected: 100, officesSilent: 1 }),
    "compare:rejectionRate/KZ-71": [1000, 100, 0.1, 0.08, 0.06, 0.09, "higher"],
  },
  "office:KZ-71-01": {
    total: rowOf({ accepted: 5, waitingNow: 3 }),
    "queue:services": [3, NOW - 60_000, 9],
    "desk:KZ-71-01-07": ["7", "serving", NOW - 90_000, "2026-11-23/A-042", "", NOW - 3_600_000, "operator"],
    "operator:KZ-71-01-07": rowOf({ accepted: 5, returned: 1 }),
  },
};

const everywhere = { region: null, office: null, operator: null };
const VISITOR: Me = {
  principal: { id: "visitor", role: "visitor", name: "", ...everywhere },
  way: "visitor",
  mustChange: false,
  ownPassword: false,
};
let me: Me | null = VISITOR;
let events: Parameters<Transport["listen"]>[0];
let watched: Scope[];
let root: Root;
let place: HTMLElement;

const transport: Transport = {
  watch(scope, answer) {
    watched.push(scope);
    const rows = ROWS[scope];
    const result: WatchAnswer =
      rows === undefined
        ? { problem: "unknown-scope" }
        : { snapshot: { wire: 1, scope, epoch: "e", version: 1, asOf: NOW, day: DAY, zone: "Asia/Almaty", rows } };
    answer(result);
  },
  unwatch: () => {},
  connectNow: () => {},
  listen: (given) => {
    events = given;
  },
};

const pulse = (next: Partial<Pulse> = {}): Pulse => ({
  now: NOW,
  asOf: NOW - 100,
  clockOffset: 0,
  history: null,
  ...next,
});

async function open(path: string, settings: Partial<Settings> = {}): Promise<void> {
  history.replaceState(null, "", path);
  place = document.createElement("div");
  document.body.append(place);
  const live = createLive(
    transport,
    () => performance.now(),
    (run, ms) => setTimeout(run, ms),
  );
  root = createRoot(place);
  await act(async () => {
    root.render(
      <LiveContext value={live}>
        <App first={{ language: "ru", theme: "dark", kiosk: false, ...settings }} keep={() => {}} />
      </LiveContext>,
    );
  });
  await act(async () => {
    events.connected();
    events.pulse(pulse());
    await import("./views/Office.tsx");
    await new Promise((done) => setTimeout(done, 50));
  });
  // the parts of a view are drawn one after another, each when the one before stands
  for (let part = 0; part < 16; part += 1) await act(async () => new Promise((done) => setTimeout(done, 20)));
}

const text = (): string => (place.textContent ?? "").replaceAll("\u00a0", " ");

beforeEach(() => {
  watched = [];
  me = VISITOR;
  vi.stubGlobal("fetch", async (url: string) =>
    url === "/api/reference"
      ? Response.json(reference)
      : url === "/api/me"
        ? me === null
          ? new Response(null, { status: 401 })
          : Response.json(me)
        : new Response(null, { status: 404 }),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

describe("the country wall", () => {
  test("shows the figures of its snapshot, zero as zero and the unknown as a dash", async () => {
    await open("/");
    const figures = [...place.querySelectorAll(".kpi__figure")].map((element) => element.textContent);
    expect(figures[0]).toBe("12\u00a0408");
    expect(figures[1]).toBe("0/\u00a06\u00a0204");
    expect(figures[2]).toBe("—");
    expect(text()).toContain("никто не ждёт");
  });

  test("marks an unusual region by shape and word, and a silent one", async () => {
    await open("/");
    const tile = place.querySelector(".tile") as HTMLElement;
    expect(tile.dataset.tone).toBe("worse");
    expect(tile.textContent).toContain("◆");
    expect(tile.textContent).toContain("выше ожидаемого");
    expect(tile.textContent).toContain("молчит 1 ЦОН");
    expect(tile.getAttribute("href")).toBe("/region/KZ-71");
  });

  test("follows a delta", async () => {
    await open("/");
    const delta: Delta = { scope: "country", epoch: "e", version: 2, asOf: NOW, patch: { total: [0, 12_409] } };
    await act(async () => events.delta(delta));
    expect(place.querySelector(".kpi__figure")?.textContent).toBe("12\u00a0409");
  });

  test("says in words when figures are old, when the clock is simulated and when history is laid down", async () => {
    await open("/");
    expect(text()).toContain("в эфире");
    expect(text()).not.toContain("имитация времени");
    await act(async () => events.pulse(pulse({ asOf: NOW - 60_000, clockOffset: 5, history: 0.625 })));
    expect(text()).toContain("данные на 10:59");
    expect(text()).toContain("имитация времени");
    expect(text()).toContain("история: 62 %");
    expect((place.querySelector(".panel") as HTMLElement).dataset.state).toBe("stale");
    expect(place.querySelector(".kpi__figure")?.textContent).toBe("12\u00a0408");
  });

  test("puts a band across the top when the line is cut, and keeps its figures", async () => {
    await open("/");
    await act(async () => {
      events.lost();
      await new Promise((done) => setTimeout(done, 1400));
    });
    expect(place.querySelector(".lostBand")?.textContent).toContain("Связь с центром потеряна");
    expect(place.querySelector(".kpi__figure")?.textContent).toBe("12\u00a0408");
    const before = watched.length;
    await act(async () => events.connected());
    expect(watched.length).toBeGreaterThan(before);
    expect(place.querySelector(".lostBand")).toBeNull();
  });

  test("speaks Kazakh and English", async () => {
    await open("/", { language: "kk" });
    expect(text()).toContain("Ахуалдық орталық");
    await act(async () => (place.querySelector('.controls [lang="en"]') as HTMLElement).click());
    expect(text()).toContain("Situational Centre");
    expect(document.documentElement.lang).toBe("en");
  });

  test("an unattended screen has no controls", async () => {
    await open("/", { kiosk: true });
    expect(place.querySelector("button, select")).toBeNull();
  });
});

describe("other rooms", () => {
  test("an office shows desks by their numbers and never an operator's id", async () => {
    await open("/office/KZ-71-01");
    const desks = [...place.querySelectorAll<HTMLElement>(".desk")];
    expect(desks.map((desk) => `${desk.querySelector(".desk__number")?.textContent} ${desk.dataset.state}`)).toEqual([
      "1 away",
      "2 away",
      "7 serving",
    ]);
    expect(text()).toContain("A-042");
    expect(place.innerHTML).not.toContain("KZ-71-01-07");
  });

  test("a place that does not exist says so and leads back", async () => {
    await open("/office/KZ-00-00");
    expect(text()).toContain("Такого вида нет");
    expect(place.querySelector('.message a[href="/"]')).not.toBeNull();
  });

  test("an unknown address says so", async () => {
    await open("/nowhere");
    expect(text()).toContain("Такой страницы нет");
  });

  test("a browser that is not let in is told", async () => {
    await open("/");
    await act(async () => events.refused());
    expect(text()).toContain("Для этого вида нужны другие права");
  });
});

describe("who comes in", () => {
  const AT_OFFICE = { region: "KZ-71", office: "KZ-71-01", operator: null };

  test("nobody gets the door, at whatever address, and it is told how the first account is made", async () => {
    me = null;
    vi.stubGlobal("fetch", async (url: string) =>
      url === "/api/me"
        ? new Response(null, { status: 401 })
        : Response.json({ accounts: false, organisation: null, demo: [], ...reference }),
    );
    await open("/office/KZ-71-01");
    await act(async () => void (await import("./access/SignIn.tsx")));
    await act(async () => new Promise((done) => setTimeout(done, 50)));
    expect(place.querySelector('input[name="password"]')).not.toBeNull();
    expect(text()).toContain("npm run account -- create");
    expect(watched).toEqual([]);
    expect(location.pathname).toBe("/office/KZ-71-01");
  });

  test("a manager at the front is led to the own office, and the head says who it is", async () => {
    me = { ...VISITOR, way: "session", principal: { id: "m", role: "manager", name: "Гүлнар Ә.", ...AT_OFFICE } };
    await open("/");
    expect(location.pathname).toBe("/office/KZ-71-01");
    expect(text()).toContain("ГӘ");
    expect(place.querySelector('a[href="/region/KZ-71"]')).toBeNull();
  });

  test("a coordinator is shown no desks of an office, and a screen no controls", async () => {
    me = { ...VISITOR, principal: { ...VISITOR.principal, role: "coordinator" } };
    await open("/office/KZ-71-01");
    expect(place.querySelector(".panel--desks")).toBeNull();
    expect(text()).toContain("Очередь");
  });
});
