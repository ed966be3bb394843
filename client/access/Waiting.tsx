import { useEffect } from "react";
import type { Reading } from "../../shared/reading.ts";
import { useRoomWords, useSettings, useWords } from "../settings.ts";
import { DoorFrame } from "./DoorFrame.tsx";
import { WAITING_WORDS } from "./waitingWords.ts";

/** The part from which on the store's estimate of the time is worth telling. */
const ESTIMATED_FROM = 0.05;

/** The centre has just been started: how far it is with reading its stored data. It goes on by itself. */
export default function Waiting({ reading }: { reading: Reading }) {
  const said = useRoomWords(WAITING_WORDS);
  const { words, format } = useWords();
  const { kiosk } = useSettings();
  const { share, secondsLeft } = reading;
  useEffect(() => {
    document.title = `${said.title} · ${words.product}`;
  }, [said, words]);
  return (
    <DoorFrame screen={kiosk}>
      <h1>{said.title}</h1>
      <p className="door__lead">{said.lead}</p>
      <div className="waiting">
        <progress aria-label={said.title} max={1} {...(share === null ? {} : { value: share })} />
        <p className="waiting__far">
          <span>{share === null ? "" : format.progress(share)}</span>
          <span>
            {share !== null && share >= ESTIMATED_FROM && secondsLeft !== null && secondsLeft > 0
              ? said.left(format.duration(secondsLeft))
              : ""}
          </span>
        </p>
      </div>
      <p className="door__note">{said.byItself}</p>
    </DoorFrame>
  );
}
