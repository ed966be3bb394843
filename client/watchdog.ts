import { useEffect, useRef } from "react";
import { useSettings } from "./settings.ts";
import { useLine } from "./store/hooks.ts";

/** A screen without a pulse for so long loads itself anew, as soon as the server answers. */
export const SILENCE_MS = 600_000;
const LOOK_MS = 60_000;

/** The addresses of the scripts that a page begins with: another set is another version. */
export function versionOf(page: string): string {
  return [...page.matchAll(/<script[^>]+src="([^"]+)"/g)]
    .map((match) => match[1])
    .sort()
    .join(" ");
}

/** True when a screen should load itself anew: the server shows another version, or it answers and no pulse comes. */
export function shouldReload(own: string, served: string, sincePulse: number): boolean {
  if (served === "") return false;
  return (own !== "" && own !== served) || sincePulse > SILENCE_MS;
}

/** Lets a screen run for weeks: it looks once a minute whether it must load itself anew. Only without a viewer. */
export function useWatchdog(): void {
  const { kiosk } = useSettings();
  const line = useLine();
  const pulseAt = useRef<number | null>(null);
  pulseAt.current = line.pulse === null ? null : line.pulseAt;
  useEffect(() => {
    if (!kiosk) return;
    const started = performance.now();
    const own = versionOf(document.documentElement.outerHTML);
    const timer = setInterval(async () => {
      try {
        const response = await fetch("/", { cache: "no-store", headers: { accept: "text/html" } });
        if (!response.ok) return;
        const served = versionOf(await response.text());
        if (shouldReload(own, served, performance.now() - (pulseAt.current ?? started))) location.reload();
      } catch {
        // The server is away: the page stays as it is until it answers again.
      }
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [kiosk]);
}
