import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { may } from "../../shared/access.ts";
import type { Scope, WatchAnswer } from "../../shared/wire.ts";
import {
  type AccessCentre,
  type Asker,
  FOREIGN,
  NEIGHBOUR,
  OFFICES,
  OWN,
  startAccessCentre,
} from "../testing/accessCentre.ts";
import { FINDING_FIRST, ROUTE_RULES } from "../testing/routeRules.ts";
import { routesOf } from "../testing/routesOf.ts";

let site: AccessCentre;
beforeAll(async () => {
  site = await startAccessCentre();
});
afterAll(() => site?.stop());

/** What an asker must be answered: let in, sent to sign in, or refused. */
function verdictOf(route: string, { name, principal }: Asker, lets: boolean, open: boolean): string {
  const changes = !route.startsWith("GET") && !route.startsWith("USE");
  if (name === "foreign page") return open && !changes ? "let in" : "refused";
  if (open) return "let in";
  if (principal === null) return route === "GET /metrics" && name === "nobody" ? "let in" : "sent to sign in";
  return lets ? "let in" : "refused";
}

function verdictIn(status: number): string {
  if (status >= 500) return `failed with ${status}`;
  return status === 401 ? "sent to sign in" : status === 403 ? "refused" : "let in";
}

describe("every route to everybody", () => {
  it("has a rule of its own: a new route is shut until somebody has thought about it", () => {
    const known = new Set([...Object.keys(ROUTE_RULES), ...FINDING_FIRST]);
    expect(routesOf(site.centre.mounts).filter((route) => !known.has(route))).toEqual([]);
  });

  const asked = Object.entries(ROUTE_RULES).filter(([route]) => route !== "DELETE /api/session");
  it.each(asked)("%s lets in whom it may, and nobody else", async (route, { path, body, lets }) => {
    const method = route.startsWith("USE") ? "GET" : (route.split(" ")[0] as string);
    const wrong: string[] = [];
    for (const who of site.askers)
      for (const place of OFFICES) {
        const expected = verdictOf(
          route,
          who,
          lets !== null && who.principal !== null && lets(who.principal, place),
          lets === null,
        );
        const init =
          body === undefined
            ? { method }
            : { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body(place)) };
        const { status } = await site.ask(who, path(place), init);
        const found = route === "POST /api/display" && status === 401 ? "let in" : verdictIn(status);
        if (found !== expected) wrong.push(`${who.name} at ${place.office}: ${found} (${status}), not ${expected}`);
      }
    expect(wrong).toEqual([]);
  });

  it.each(FINDING_FIRST)("%s is shut to whoever is not known", async (route) => {
    const [method, path] = route.split(" ") as [string, string];
    for (const who of site.askers.filter(({ principal }) => principal === null)) {
      const response = await site.ask(who, path.replace(":id", "no-such"), { method });
      expect(verdictIn(response.status)).toBe(who.name === "foreign page" ? "refused" : "sent to sign in");
    }
  });
});

describe("every scope to everybody", () => {
  const SCOPES: readonly Scope[] = [
    "country",
    "status",
    ...[OWN, FOREIGN].map(({ region }) => `region:${region}` as const),
    ...OFFICES.map(({ office }) => `office:${office}` as const),
  ];

  function connect({ headers }: Asker): Promise<Socket | null> {
    const socket = io(site.centre.url, {
      transports: ["websocket"],
      extraHeaders: headers,
      reconnection: false,
      forceNew: true,
    });
    return new Promise((resolve) => {
      socket.once("connect", () => resolve(socket));
      socket.once("connect_error", () => {
        socket.close();
        resolve(null);
      });
    });
  }

  function expectedOf({ principal }: Asker, scope: Scope): string {
    if (principal === null) return "forbidden";
    if (scope === "country" || scope === "status")
      return may(principal, scope === "country" ? "see-totals" : "see-status") ? "sums" : "forbidden";
    const id = scope.slice(scope.indexOf(":") + 1);
    const where = scope.startsWith("region:") ? { region: id } : { region: id.slice(0, 5), office: id };
    if (!may(principal, "see-totals", where)) return "forbidden";
    return scope.startsWith("office:") && may(principal, "see-operators", where) ? "people" : "sums";
  }

  it("shows sums to those who see sums, single operators to those who see them, and nothing to others", async () => {
    const wrong: string[] = [];
    for (const who of site.askers) {
      const socket = await connect(who);
      if ((socket === null) !== (who.principal === null)) wrong.push(`${who.name} connects: ${socket !== null}`);
      if (socket === null) continue;
      for (const scope of SCOPES) {
        const answer: WatchAnswer = await socket.timeout(60_000).emitWithAck("watch", scope);
        const rows = "snapshot" in answer ? Object.keys(answer.snapshot.rows) : [];
        const people = rows.some((key) => /^(operator|desk):/.test(key));
        const found = "problem" in answer ? answer.problem : people ? "people" : "sums";
        const expected = expectedOf(who, scope);
        if (found !== expected) wrong.push(`${who.name} watches ${scope}: ${found}, not ${expected}`);
        if (expected !== "people" && /KZ-\d\d-\d\d-\d\d/.test(JSON.stringify(answer)))
          wrong.push(`${who.name} reads an operator's id in ${scope}`);
        socket.emit("unwatch", scope);
      }
      socket.close();
    }
    expect(wrong).toEqual([]);
  });
});

describe("questions about others", () => {
  const SEED = Number(process.env.LEAK_SEED ?? 20_261_122);
  const QUESTIONS = 5_000;
  const AT_ONCE = 10;

  /** A small generator of numbers from 0 to 1 (mulberry32): the same questions for the same seed. */
  function numbers(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
  }

  const TODAY = new Date().toISOString().slice(0, 10);
  const VALUES: Readonly<Record<string, readonly string[]>> = {
    office: [OWN.office, NEIGHBOUR.office, FOREIGN.office, "KZ-10-01", "nowhere"],
    region: [OWN.region, FOREIGN.region, "KZ-10"],
    operator: [OWN.operator, "KZ-71-01-02", NEIGHBOUR.operator, FOREIGN.operator],
    by: ["operator", "office", "region", "office,operator", "service,operator", "day", "operator,day"],
    application: [`${FOREIGN.office}-P1`, `${NEIGHBOUR.office}-P0`],
    date: [TODAY],
    from: [TODAY],
    to: [TODAY],
    limit: ["5"],
    figure: ["accepted", "ticketsIssued"],
    language: ["en"],
  };
  /** What each address knows beside a place, so that questions get past its check of parameters. */
  const PATHS: readonly (readonly [path: string, parameters: readonly string[]])[] = [
    ["/api/statistics", ["from!", "to!", "by", "region", "office", "operator"]],
    ["/api/statistics", ["from!", "to!", "by!", "office", "operator"]],
    ["/api/statistics.csv", ["from!", "to!", "by", "region", "office", "operator"]],
    ["/api/statistics.json", ["from!", "to!", "by", "region", "office", "operator"]],
    ["/api/exports/applications.csv", ["from!", "to!", "region", "office"]],
    ["/api/exports/tickets.csv", ["from!", "to!", "region", "office"]],
    ["/api/usual", ["region", "office"]],
    ["/api/floor", ["office!"]],
    ["/api/my-day", ["office!", "operator!", "date"]],
    ["/api/targets", ["office!"]],
    ["/api/explore/cases", ["figure!", "from!", "to!", "region", "office", "operator"]],
    ["/api/imported-totals", ["region", "office"]],
    ["/api/stock", ["region", "office"]],
    ["/api/stock/list", ["region", "office", "limit"]],
    ["/api/forecast", ["office!"]],
    ["/api/alerts", ["region", "office"]],
    ["/api/explanations", ["region", "office"]],
    ["/api/audit", ["office", "limit"]],
    ["/api/accounts", []],
    ["/api/screens", []],
    ["/api/reports/months", ["region", "office"]],
    ["/api/reports/monthly/2026-11.json", ["region", "office"]],
    ["/api/reports/monthly/2026-11.csv", ["region", "office"]],
    [`/api/applications/${FOREIGN.office}/${FOREIGN.office}-P0`, []],
    [`/api/applications/${NEIGHBOUR.office}/${NEIGHBOUR.office}-P0`, []],
    ["/api/dead-letters", ["office", "limit"]],
  ];

  /** The log and the accounts name operators, each within the place of who reads them. */
  const KEPT_BY_PLACE = /^\/api\/(audit|accounts)/;

  function strayEntries({ principal, name }: Asker, path: string, text: string): readonly string[] {
    type Entry = { readonly region: string | null; readonly office: string | null };
    const { items = [], accounts = [] } = JSON.parse(text) as { items?: readonly Entry[]; accounts?: readonly Entry[] };
    const { region = null, office = null } = principal ?? {};
    return [...items, ...accounts]
      .filter((entry) => (office === null ? region !== null && entry.region !== region : entry.office !== office))
      .map((entry) => `${name} reads of ${entry.office ?? entry.region} in ${path}`);
  }

  /** What must not stand in any answer to them: operators, applications and tickets of others, sums of other places. */
  function secretsOf({ principal, name }: Asker): readonly RegExp[] {
    const sums = (...counts: readonly number[]) => new RegExp(`"accepted":(${counts.join("|")})[,}]`);
    const [own, near, far] = OFFICES.map(({ accepted }) => accepted) as [number, number, number];
    const all = own + near + far;
    if (principal === null) return [/KZ-\d\d-\d\d-\w\d/, sums(own, near, far, own + near, all)];
    if (principal.role === "operator")
      return [/KZ-71-01-(?!01)\d\d/, /KZ-(?!71-01)\d\d-\d\d-\w\d/, sums(near, far, own + near, all)];
    if (principal.role === "display" && principal.office !== null)
      return [/KZ-\d\d-\d\d-\w\d/, sums(near, far, own + near, all)];
    if (principal.office !== null) return [/KZ-(?!71-01)\d\d-\d\d-\w\d/, sums(near, far, own + near, all)];
    if (principal.region !== null) return [/KZ-(?!71)\d\d-\d\d-\w\d/, sums(far, all)];
    return name === "reader" ? [] : [/KZ-\d\d-\d\d-\d\d/];
  }

  it(`${QUESTIONS} questions at random tell nobody what is not theirs (seed ${SEED})`, {
    timeout: 270_000,
  }, async () => {
    const next = numbers(SEED);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
    const askers = site.askers.filter(({ name }) => name !== "reader");
    const leaks: string[] = [];
    const statuses = new Map<number, number>();
    const question = (): readonly [who: Asker, path: string] => {
      const [path, parameters] = pick(PATHS);
      const query = parameters
        .filter((name) => name.endsWith("!") || next() < 0.55)
        .map((name) => name.replace("!", ""))
        .map((name) => `${name}=${pick(VALUES[name] ?? [""])}`);
      return [pick(askers), query.length === 0 ? path : `${path}?${query.join("&")}`];
    };
    for (let asked = 0; asked < QUESTIONS; asked += AT_ONCE)
      await Promise.all(
        Array.from({ length: AT_ONCE }, question).map(async ([who, path]) => {
          const response = await site.ask(who, path);
          const text = await response.text();
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          if (KEPT_BY_PLACE.test(path)) leaks.push(...strayEntries(who, path, response.status === 200 ? text : "{}"));
          const said = response.status === 200 && !KEPT_BY_PLACE.test(path) ? text : "";
          for (const secret of secretsOf(who)) {
            const found = said.match(secret)?.[0];
            if (found !== undefined && !path.includes(`operator=${found}`))
              leaks.push(`${who.name} reads ${found} in ${path}`);
          }
          if (response.status >= 500) leaks.push(`${who.name} breaks ${path}: ${response.status}`);
        }),
      );
    expect([...new Set(leaks)].slice(0, 20)).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(QUESTIONS / 10);
    expect(statuses.get(403)).toBeGreaterThan(QUESTIONS / 10);
  });
});
