import { type ComponentType, lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { Redirect, Route, Router, Switch, useLocation } from "wouter";
import type { PublicReference } from "../shared/publicReference.ts";
import { useAsking } from "./access/asking.ts";
import { homeOf } from "./access/home.ts";
import { AskerContext, useAsker, useMay } from "./access/principal.ts";
import { Help } from "./components/Help.tsx";
import { useDeferredLocation, useDeferredSearch } from "./deferredLocation.ts";
import { LANGUAGES } from "./language.ts";
import { ROOMS } from "./rooms.ts";
import { type Settings, SettingsContext } from "./settings.ts";
import { useFetched } from "./store/fetched.ts";
import { BookContext, useBook, useBookOf } from "./store/reference.ts";
import { aTask } from "./store/turns.ts";
import { Country } from "./views/Country.tsx";
import { HelpContext } from "./views/helpContext.ts";
import { NotFound } from "./views/NotFound.tsx";
import { useWatchdog } from "./watchdog.ts";

/** A view that is loaded when first entered, and not within the task that draws what is around it. */
function entered<P>(load: () => Promise<{ readonly default: ComponentType<P> }>) {
  return lazy(() => aTask().then(load));
}

const Region = entered(() => import("./views/Region.tsx"));
const Office = entered(() => import("./views/Office.tsx"));
const Status = entered(() => import("./views/Status.tsx"));
const SignIn = entered(() => import("./access/SignIn.tsx"));
const Waiting = entered(() => import("./access/Waiting.tsx"));
const OwnPassword = entered(() => import("./access/OwnPassword.tsx"));
const OTHERS = ROOMS.map(({ path, load, open = false }) => ({ path, View: entered(load), open }));

function useSettingsState(first: Settings, keep: (settings: Settings) => void) {
  const [settings, setSettings] = useState(first);
  const change = useCallback(
    (next: Partial<Settings>) =>
      setSettings((before) => {
        const after = { ...before, ...next };
        keep(after);
        return after;
      }),
    [keep],
  );
  useEffect(() => {
    const root = document.documentElement;
    root.lang = settings.language;
    root.dataset.theme = settings.theme;
    root.dataset.kiosk = String(settings.kiosk);
  }, [settings]);
  return useMemo(() => ({ ...settings, change }), [settings, change]);
}

type Given = ReturnType<typeof useSettingsState>;

function parentOf(path: string, regionOf: (office: string) => string | undefined): string {
  const office = /^\/office\/([^/]+)/.exec(path)?.[1];
  const region = office === undefined ? undefined : regionOf(office);
  return region === undefined ? "/" : `/region/${region}`;
}

function useKeys(settings: Given, help: () => void): void {
  const [path, go] = useLocation();
  const book = useBook();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target !== null && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return;
      const next = LANGUAGES[(LANGUAGES.indexOf(settings.language) + 1) % LANGUAGES.length];
      const actions: Readonly<Record<string, () => void>> = {
        Digit1: () => go("/"),
        Digit2: () => go("/status"),
        KeyU: () => go(parentOf(path, (office) => book.office.get(office)?.region)),
        KeyL: () => next !== undefined && settings.change({ language: next }),
        KeyT: () => settings.change({ theme: settings.theme === "dark" ? "light" : "dark" }),
        KeyF: () =>
          void (document.fullscreenElement
            ? document.exitFullscreen()
            : document.documentElement.requestFullscreen?.()),
      };
      if (event.key === "?") help();
      else actions[event.code]?.();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [settings, help, path, go, book]);
}

const BLANK = <div className="screen" aria-busy="true" />;

/** The country for those who may see it; home for all others. */
function Front() {
  const asker = useAsker();
  const seesAll = useMay("see-totals");
  const home = asker.state === "known" && !seesAll ? homeOf(asker.principal) : "/";
  return home === "/" ? <Country /> : <Redirect to={home} replace />;
}

/** What is open to everybody, and the door before all else. */
function Door() {
  return (
    <Switch>
      {OTHERS.filter(({ open }) => open).map(({ path, View }) => (
        <Route key={path} path={path}>
          {(params) => <View params={params} />}
        </Route>
      ))}
      <Route>
        <SignIn />
      </Route>
    </Switch>
  );
}

/** The rooms for those who are known; the door for all others. */
function Rooms() {
  const asker = useAsker();
  if (asker.state === "asking") return BLANK;
  if (asker.state === "waiting") return <Waiting reading={asker.reading} />;
  if (asker.state === "nobody") return <Door />;
  if (asker.state === "known" && asker.mustChange) return <OwnPassword />;
  return (
    <Switch>
      <Route path="/">
        <Front />
      </Route>
      <Route path="/region/:id">{({ id }) => <Region key={id} id={id} />}</Route>
      <Route path="/office/:id">{({ id }) => <Office key={id} id={id} />}</Route>
      <Route path="/status">
        <Status />
      </Route>
      <Route path="/sign-in">
        <SignIn back="/" />
      </Route>
      <Route path="/password">
        <OwnPassword />
      </Route>
      {OTHERS.map(({ path, View }) => (
        <Route key={path} path={path}>
          {(params) => <View params={params} />}
        </Route>
      ))}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function Keys({ settings, help, children }: { settings: Given; help: () => void; children: ReactNode }) {
  useKeys(settings, help);
  useWatchdog();
  return children;
}

/** All rooms of the centre, in the chosen language and appearance. */
export function App({ first, keep }: { first: Settings; keep: (settings: Settings) => void }) {
  const settings = useSettingsState(first, keep);
  const [helping, setHelping] = useState(false);
  const help = useCallback(() => setHelping(true), []);
  const reference = useFetched<PublicReference>("/api/reference", 3_600_000);
  const book = useBookOf(reference.data);
  const asker = useAsking();
  return (
    <SettingsContext value={settings}>
      <AskerContext value={asker}>
        <BookContext value={book}>
          <HelpContext value={help}>
            <Router hook={useDeferredLocation} searchHook={useDeferredSearch}>
              <Keys settings={settings} help={help}>
                <Suspense fallback={BLANK}>
                  <Rooms />
                </Suspense>
                {!settings.kiosk && <Help open={helping} close={() => setHelping(false)} />}
              </Keys>
            </Router>
          </HelpContext>
        </BookContext>
      </AskerContext>
    </SettingsContext>
  );
}
