const WEIGHTS = [400, 500, 600];
/** A digit and a letter out of each file: Latin, Cyrillic, and Cyrillic beyond Russian. */
const LETTERS = "0aяқ";
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
