const VOWELS = "аеёиоуыэюяәіөұүaeiouy";
/** Letters that no line begins with. */
const BOUND = "ьъй";

const isLetter = (letter: string) => /\p{L}/u.test(letter);
const isVowel = (letter: string) => VOWELS.includes(letter);

/**
 * Where a word may be broken, as counts of letters before the hyphen: before a consonant that opens a syllable with a vowel,
 * with a vowel and two letters before it and three behind. Good for Kazakh and Russian, passable for English.
 */
export function hyphenPlaces(word: string): number[] {
  const letters = [...word.toLowerCase()];
  const places: number[] = [];
  for (let at = 2; at <= letters.length - 3; at += 1) {
    const [before, first, second] = [letters[at - 1] ?? "", letters[at] ?? "", letters[at + 1] ?? ""];
    if (![before, first, second].every(isLetter)) continue;
    const opens = !isVowel(first) && !BOUND.includes(first) && isVowel(second);
    if (opens && letters.slice(0, at).some(isVowel)) places.push(at);
  }
  return places;
}
