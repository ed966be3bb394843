import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { zoneOffset } from "../shared/time.ts";
import { watchAnswers } from "./access/asking.ts";
import { Boundary } from "./components/Boundary.tsx";
import { fontsAtHand, fontsRead } from "./fontsAtHand.ts";
import { compareIn } from "./language.ts";
import { firstSettings, type Settings } from "./settings.ts";
import { openLine } from "./socket.ts";
import { LiveContext } from "./store/hooks.ts";
import { createLive } from "./store/live.ts";
import { aTask } from "./store/turns.ts";

/** What an address said holds for this window, what was chosen by hand for all of them. */
function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keepIn(place: Storage, { language, theme }: Settings): void {
  place.setItem("language", language);
  place.setItem("theme", theme);
}

function keep(settings: Settings): void {
  try {
    keepIn(localStorage, settings);
    keepIn(sessionStorage, settings);
  } catch {
    // Without a place to keep it the choice holds for this page alone.
  }
}

const first = firstSettings({
  search: location.search,
  stored,
  languages: navigator.languages,
  prefersLight: matchMedia("(prefers-color-scheme: light)").matches,
});
if (/[?&](lang|theme)=/.test(location.search))
  try {
    keepIn(sessionStorage, first);
  } catch {
    // The address alone says it then.
  }
document.documentElement.dataset.theme = first.theme;
document.documentElement.lang = first.language;

/** It comes in a file of its own, so that its code is read in another task than that of the packages below it. */
const application = aTask().then(() => import("./App.tsx"));

/**
 * Starts the application. Every step is a task of its own: all of them in one would keep the page from listening. The first
 * order and the first zone that a browser is asked for take it 25 ms each.
 */
export async function start(): Promise<void> {
  const { App } = await application;
  const fonts = fontsAtHand(document.fonts);
  await aTask();
  watchAnswers(window);
  const live = createLive(
    openLine(),
    () => performance.now(),
    (run, ms) => setTimeout(run, ms),
  );
  await aTask();
  compareIn("ru", "а", "б");
  await aTask();
  zoneOffset("Asia/Almaty", Date.now());
  await aTask();
  const root = createRoot(document.getElementById("root") as HTMLElement);
  await fonts;
  await fontsRead(document.body);
  startTransition(() =>
    root.render(
      <StrictMode>
        <Boundary language={first.language}>
          <LiveContext value={live}>
            <App first={first} keep={keep} />
          </LiveContext>
        </Boundary>
      </StrictMode>,
    ),
  );
}
