import type { Page } from "playwright-core";

/**
 * What is wrong with the layout of the page as it stands, one sentence each: a page wider than its window, and texts that
 * are cut: by a box that hides what does not fit, by an ellipsis, or because they leave the panel that they stand in.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const PANELS = ".panel, .tile, .desk, .header, .lostBand, dialog";
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth - innerWidth} px too wide`);

    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}${[...element.classList].map((name) => `.${name}`).join("")}`;

    const isHidden = (element: Element): boolean =>
      element.closest(".visuallyHidden, .skip, [popover], option") !== null ||
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

    /** The boxes around a text that it may not leave, up to the first that can be scrolled. */
    const boundsOf = (text: Element): { box: Element; why: string }[] => {
      const bounds: { box: Element; why: string }[] = [];
      for (let box: Element | null = text; box !== null && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, display } = getComputedStyle(box);
        if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) break;
        if (display !== "inline" && /hidden|clip/.test(`${overflowX} ${overflowY}`))
          bounds.push({ box, why: "is cut by" });
        else if (box.matches(PANELS)) bounds.push({ box, why: "leaves" });
      }
      return bounds;
    };

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const said = node.nodeValue?.trim() ?? "";
      const element = node.parentElement;
      if (said === "" || element === null || isHidden(element)) continue;
      const { textOverflow } = getComputedStyle(element);
      if (textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth + 1)
        faults.push(`"${said}" ends in an ellipsis in ${nameOf(element)}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (right - left < 1) continue;
        const slack = 0.2 * (bottom - top);
        for (const { box, why } of boundsOf(element)) {
          const within = box.getBoundingClientRect();
          if (
            left < within.left - 1.5 ||
            right > within.right + 1.5 ||
            top < within.top - slack ||
            bottom > within.bottom + slack
          )
            faults.push(`"${said}" ${why} ${nameOf(box)}`);
        }
      }
    }
    return [...new Set(faults)];
  });
}

/** The texts of the page that a reader sees or hears, those of a language's own name aside. */
export function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [document.title];
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest("[lang]:not(html), kbd, script, style") !== null) continue;
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) texts.push(node.nodeValue.trim());
      for (const name of ["aria-label", "title", "alt", "placeholder"]) {
        const said = element.getAttribute(name);
        if (said) texts.push(said);
      }
    }
    return texts;
  });
}

/** The fonts that really draw the texts of an element, by name; one that the product brings itself is marked `own:`. */
export async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  try {
    await devtools.send("DOM.enable");
    await devtools.send("CSS.enable");
    const { root } = await devtools.send("DOM.getDocument");
    const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
    return fonts.map(({ familyName, isCustomFont }) => `${isCustomFont ? "own:" : ""}${familyName}`);
  } finally {
    await devtools.detach();
  }
}

/** Where the focus stands, and whether one can see it: on the element, or on the choice that it stands for. */
export function focusOf(page: Page): Promise<{ readonly name: string; readonly visible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const shown = element.closest(".choice") ?? element;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const { bottom, right } = shown.getBoundingClientRect();
    return {
      name: `${element.tagName.toLowerCase()}.${element.className || "plain"}`,
      visible: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && bottom > 0 && right > 0,
    };
  });
}
