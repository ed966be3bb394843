import { HALL_LANGUAGES, type HallLanguage } from "./words.ts";

/** Each language is shown for so long, ms. */
const TURN_MS = 10_000;
/** The picture moves a little every minute, so that nothing burns into the screen. */
const SHIFT_MS = 60_000;
const STEPS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

/** The language of a moment (epoch ms of the centre's clock): all screens of a hall change together. */
export function languageAt(now: number | null): HallLanguage {
  return HALL_LANGUAGES[Math.floor((now ?? 0) / TURN_MS) % HALL_LANGUAGES.length] ?? "kk";
}

/** Where the picture stands at a moment, as style. */
export function shiftAt(now: number | null): React.CSSProperties {
  const [right, down] = STEPS[Math.floor((now ?? 0) / SHIFT_MS) % STEPS.length] ?? [0, 0];
  return { "--right": right, "--down": down } as React.CSSProperties;
}
