import { aTask } from "./store/turns.ts";

const WEIGHTS = [400, 500, 600];
/** A digit and a letter out of each file: Latin, Cyrillic, and Cyrillic beyond Russian. */
const LETTERS = "0aяқ";
/** Signs that another font of the machine has to lend, which is looked for once. */
const BORROWED = "→▲●◐✓↑↓▼";
/** A page without its own letters is better than none, ms. */
const PATIENCE_MS = 600;
/**
 * Loads the letters of all three languages. Drawn before they are there, a whole view would be laid out anew for each file
 * that comes. It never fails and takes no longer than 600 ms.
 */
export async function fontsAtHand(fonts: Pick<FontFaceSet, "load">): Promise<void> {
  const loading = WEIGHTS.map((weight) => fonts.load(`${weight} 1em "Golos Text"`, LETTERS));
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
  await Promise.race([Promise.allSettled(loading), late]);
}

/**
 * Has the browser read each font in a task of its own: the first line that is laid out in a font pays for reading it, and
 * the first view has all of them.
 */
export async function fontsRead(page: HTMLElement): Promise<void> {
  for (const weight of WEIGHTS)
    for (const text of [LETTERS, BORROWED]) {
      await aTask();
      const line = document.createElement("span");
      line.textContent = text;
      line.style.cssText = `position: absolute; visibility: hidden; font-weight: ${weight}`;
      page.append(line);
      line.getBoundingClientRect();
      line.remove();
    }
}
