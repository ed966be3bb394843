import { expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";

test("the machine's own Chromium starts headless and draws a page", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent("<h1>Цон</h1>");
    expect(await page.textContent("h1")).toBe("Цон");
  } finally {
    await browser.close();
  }
});
