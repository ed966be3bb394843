import { describe, expect, test } from "vitest";
import { firstSettings } from "./settings.ts";
import { SILENCE_MS, shouldReload, versionOf } from "./watchdog.ts";

const browser = { search: "", stored: () => null, languages: ["ru-RU"], prefersLight: false };

describe("the first settings", () => {
  test("a browser that names Kazakh gets Kazakh, every other one Russian", () => {
    expect(firstSettings({ ...browser, languages: ["en-US", "kk-KZ"] }).language).toBe("kk");
    expect(firstSettings({ ...browser, languages: ["en-US"] }).language).toBe("ru");
  });

  test("the address comes before what was chosen earlier, and that before the browser", () => {
    const stored = (key: string) => (key === "language" ? "en" : "light");
    expect(firstSettings({ ...browser, stored })).toMatchObject({ language: "en", theme: "light" });
    expect(firstSettings({ ...browser, stored, search: "?lang=kk&theme=dark" })).toMatchObject({
      language: "kk",
      theme: "dark",
    });
    expect(firstSettings({ ...browser, search: "?lang=xx&theme=pink" })).toMatchObject({
      language: "ru",
      theme: "dark",
    });
  });

  test("an unattended screen is dark unless it is told otherwise", () => {
    expect(firstSettings({ ...browser, prefersLight: true, search: "?kiosk" })).toMatchObject({
      kiosk: true,
      theme: "dark",
    });
    expect(firstSettings({ ...browser, prefersLight: true }).theme).toBe("light");
    expect(firstSettings({ ...browser, search: "?kiosk=0" }).kiosk).toBe(false);
  });
});

describe("the watchdog", () => {
  const page = '<script type="module" crossorigin src="/assets/index-a.js"></script><link href="/assets/index.css">';

  test("knows a version by the scripts of its page", () => {
    expect(versionOf(page)).toBe("/assets/index-a.js");
  });

  test("loads anew for another version and after ten minutes without a pulse, never for a server that is away", () => {
    expect(shouldReload("a", "b", 0)).toBe(true);
    expect(shouldReload("a", "a", 1000)).toBe(false);
    expect(shouldReload("a", "a", SILENCE_MS + 1)).toBe(true);
    expect(shouldReload("a", "", SILENCE_MS + 1)).toBe(false);
  });
});
