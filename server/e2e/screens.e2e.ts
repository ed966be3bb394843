import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { graveViolations } from "./accessibility.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { focusOf, fontsOf, layoutFaults, textsOf } from "./screenFaults.ts";

const VIEWS = {
  country: "/",
  region: "/region/KZ-75",
  office: "/office/KZ-71-01",
  "an office of few desks": "/office/KZ-10-02",
  status: "/status",
  "a page that is none": "/nowhere",
} as const;
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
] as const;
const LANGUAGES = ["kk", "ru", "en"] as const;

interface Screen {
  readonly view: keyof typeof VIEWS;
  readonly size: (typeof SIZES)[number];
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: "dark" | "light";
}

/** Every view in every size and every language, each at least once, dark and light in turn. */
const SCREENS: readonly Screen[] = (Object.keys(VIEWS) as (keyof typeof VIEWS)[]).flatMap((view, v) =>
  SIZES.map((size, s) => ({
    view,
    size,
    language: LANGUAGES[(v + s) % LANGUAGES.length] as Screen["language"],
    theme: (v + s) % 2 === 0 ? ("dark" as const) : ("light" as const),
  })),
);

let browser: Browser;
let context: BrowserContext;
let centre: BuiltCentre;
let page: Page;
let complaints: string[] = [];

async function open({ view, size, language, theme }: Screen): Promise<void> {
  complaints = [];
  await page.setViewportSize(size);
  await page.goto(`${centre.url}${VIEWS[view]}?lang=${language}&theme=${theme}`);
  await page.locator('.screen[data-waiting="false"]').waitFor();
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
}

beforeAll(async () => {
  [browser, centre] = await Promise.all([
    launchBrowser(),
    startBuilt("demo", { DEMO_HISTORY_DAYS: "1", DEMO_SCALE: "0.2" }),
  ]);
  context = await browser.newContext({ reducedMotion: "reduce" });
  page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

/** The layout has no faults, after what a browser needs to lay a page out and a chart to follow it. */
async function settles(view: Screen["view"], size: Screen["size"]): Promise<void> {
  const faults = async () => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const scrolls = view === "country" && size.width >= 1280 && height > size.height;
    const found = await layoutFaults(page);
    return scrolls ? [...found, `the wall is ${height - size.height} px too high`] : found;
  };
  const language = await page.locator("html").getAttribute("lang");
  await expect.poll(faults, { message: `${size.width} × ${size.height} in ${language}` }).toEqual([]);
}

/** Both appearances of a view are among these two sizes; an office of few desks is built of the same parts as any. */
const lookedAtByAxe = ({ view, size }: Screen): boolean =>
  (size === SIZES[0] || size === SIZES[1]) && view !== "an office of few desks";

test.each(SCREENS)(
  "$view at $size.width × $size.height in $language, $theme: nothing is cut or shut to anybody",
  async (screen) => {
    await open(screen);
    await settles(screen.view, screen.size);
    if (lookedAtByAxe(screen)) expect(await graveViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

describe("a language is whole", () => {
  const atDesk = (language: Screen["language"], view: Screen["view"] = "country"): Screen => ({
    view,
    size: SIZES[2],
    language,
    theme: "dark",
  });

  test.each(["country", "region", "office", "status"] as const)(
    "no Cyrillic letter is left over in the English %s",
    async (view) => {
      await open(atDesk("en", view));
      expect((await textsOf(page)).filter((text) => /\p{Script=Cyrillic}/u.test(text))).toEqual([]);
    },
  );

  test.each(["kk", "ru"] as const)("no English word is left over on the wall in %s", async (language) => {
    await open(atDesk(language));
    expect((await textsOf(page)).filter((text) => /[A-Za-z]{2,}/.test(text))).toEqual([]);
  });

  test("the buttons of the languages change every heading and keep the page", async () => {
    await open(atDesk("en"));
    const headings = () => page.locator("h1, h2 .explained, .legend li, .kpi__pairs").allInnerTexts();
    const english = await headings();
    for (const [button, language] of [
      ["ҚАЗ", "kk"],
      ["РУС", "ru"],
    ] as const) {
      await page.getByRole("button", { name: button }).click();
      await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(language);
      const now = await headings();
      expect(now).toHaveLength(english.length);
      expect(now.filter((text, at) => /\p{L}/u.test(text) && text === english[at])).toEqual([]);
    }
  });

  test("Kazakh letters are drawn by the product's own type", async () => {
    await open(atDesk("kk"));
    expect(await page.evaluate(() => document.fonts.check('600 20px "Golos Text"', "әғқңөұүһіӘҒҚҢӨҰҮҺІ"))).toBe(true);
    expect(
      await page.evaluate(() =>
        [...document.fonts].some(({ family, status }) => /Golos/.test(family) && status === "loaded"),
      ),
    ).toBe(true);
    expect(await page.locator("h1").innerText()).toMatch(/[әғқңөұүһі]/i);
    expect(await fontsOf(page, "h1")).toSatisfy((fonts: string[]) =>
      fonts.every((font) => font.startsWith("own:Golos Text")),
    );
  });
});

describe("hands that use no mouse", () => {
  const screen: Screen = { view: "country", size: SIZES[2], language: "en", theme: "dark" };

  test("Tab reaches the main controls, and one sees where one is", async () => {
    await open(screen);
    const seen: { name: string; visible: boolean }[] = [];
    for (let step = 0; step < 45; step += 1) {
      await page.keyboard.press("Tab");
      seen.push(await focusOf(page));
    }
    const reached = new Set(seen.map(({ name }) => name));
    for (const control of [
      "a.skip",
      "a.header__product",
      "button.controls__language",
      "button.controls__icon",
      "select.plain",
      "a.tile",
    ])
      expect(reached).toContain(control);
    expect(seen.filter(({ name, visible }) => !visible && name !== "body.plain")).toEqual([]);
  });

  test("a question mark opens the help and Esc closes it", async () => {
    await open(screen);
    await page.keyboard.press("?");
    const help = page.getByRole("dialog");
    await help.waitFor();
    await expect.poll(() => layoutFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "hidden" });
  });

  test("the keys lead from the country to the status and back, change the language and the appearance", async () => {
    await open(screen);
    await page.keyboard.press("2");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/status");
    await page.keyboard.press("1");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
    await page.keyboard.press("l");
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("kk");
    await page.keyboard.press("t");
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("light");
  });
});

describe("once the line is cut", () => {
  const views = ["country", "status"] as const;
  const pages = new Map<Screen["view"], Page>();

  beforeAll(async () => {
    for (const view of views) {
      await open({ view, size: SIZES[2], language: "kk", theme: "dark" });
      pages.set(view, page);
      page = await context.newPage();
    }
    await centre.kill("SIGTERM");
    for (const each of pages.values()) await each.locator(".lostBand").waitFor();
  });

  test.each(views)(
    "the %s keeps its figures whole in every size and language, with the age in each panel",
    async (view) => {
      page = pages.get(view) as Page;
      for (const language of LANGUAGES) {
        await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(language);
        for (const size of SIZES) {
          await page.setViewportSize(size);
          await settles(view, size);
        }
        await page.keyboard.press("l");
      }
      for (const theme of ["dark", "light"]) {
        await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe(theme);
        expect(await graveViolations(page)).toEqual([]);
        await page.keyboard.press("t");
      }
    },
  );
});
